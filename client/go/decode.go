package irandargah

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"irandargah.com/client/v3/generated"
)

// fields is a JSON object of the gateway, read tolerantly: amounts are numbers and references text, however they came.
type fields map[string]any

// parse reads a JSON object; false when the text is none: an error page of a proxy, a list, the half of an answer.
func parse(text []byte) (fields, bool) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		return nil, false
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, false
	}
	object, ok := tolerant("", value).(map[string]any)
	return object, ok
}

func tolerant(name string, value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, inner := range value {
			value[name] = tolerant(name, inner)
		}
	case []any:
		for at, inner := range value {
			value[at] = tolerant("", inner)
		}
	case string:
		if _, whole := wholeNumber(value); whole && slices.Contains(generated.AmountFields, name) {
			return json.Number(value)
		}
	case json.Number:
		if slices.Contains(generated.ReferenceFields, name) {
			return value.String()
		}
	}
	return value
}

func (f fields) object(name string) fields {
	object, _ := f[name].(map[string]any)
	return object
}

// text is a text that says something, empty otherwise.
func (f fields) text(name string) string {
	text, _ := f[name].(string)
	if strings.TrimFunc(text, isBlank) == "" {
		return ""
	}
	return text
}

// isBlank: a byte order mark says as little as a blank.
func isBlank(sign rune) bool { return unicode.IsSpace(sign) || sign == '\ufeff' }

// fill puts a value into a variable as far as it fits; what does not fit stays zero, as if it had not come: the money
// may have moved, so that an odd field is no error. It tells whether it did.
func fill(target reflect.Value, value any) bool {
	switch target.Kind() {
	case reflect.Pointer:
		inner := reflect.New(target.Type().Elem())
		if value == nil || !fill(inner.Elem(), value) {
			return false
		}
		target.Set(inner)
		return true
	case reflect.Struct:
		object, ok := value.(map[string]any)
		for at := 0; ok && at < target.NumField(); at++ {
			name, _, _ := strings.Cut(target.Type().Field(at).Tag.Get("json"), ",")
			if inner, came := object[name]; came && target.Type().Field(at).IsExported() {
				fill(target.Field(at), inner)
			}
		}
		return ok
	case reflect.Slice:
		list, ok := value.([]any)
		for _, item := range list {
			inner := reflect.New(target.Type().Elem()).Elem()
			if fill(inner, item) {
				target.Set(reflect.Append(target, inner))
			}
		}
		return ok
	case reflect.Map:
		object, ok := value.(map[string]any)
		if ok {
			target.Set(reflect.MakeMap(target.Type()))
		}
		for name, item := range object {
			inner := reflect.New(target.Type().Elem()).Elem()
			if fill(inner, item) {
				target.SetMapIndex(reflect.ValueOf(name), inner)
			}
		}
		return ok
	case reflect.String:
		if number, ok := value.(json.Number); ok {
			value = number.String()
		}
		text, ok := value.(string)
		target.SetString(text)
		return ok
	case reflect.Int64:
		number, ok := wholeNumber(value)
		target.SetInt(number)
		return ok
	case reflect.Float64:
		number, ok := value.(json.Number)
		float, err := number.Float64()
		if !ok || err != nil {
			return false
		}
		target.SetFloat(float)
		return true
	case reflect.Bool:
		truth, ok := value.(bool)
		target.SetBool(truth)
		return ok
	case reflect.Interface:
		if value == nil {
			return false
		}
		target.Set(reflect.ValueOf(value))
		return true
	default:
		return false
	}
}
