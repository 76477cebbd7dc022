// Decode reads JSON into target, whatever the gateway sent: unknown fields are passed over, a number does for a text
// and digits for a number. What cannot be read stays zero, as if it had not been sent: the money may have moved, so
// an odd field is no error. Only text that is no JSON is one.
func Decode(data []byte, target any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var wire any
	if err := decoder.Decode(&wire); err != nil {
		return err
	}
	fitting, ok := fit(wire, reflect.TypeOf(target).Elem())
	if !ok {
		return nil
	}
	text, err := json.Marshal(fitting)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, target)
}

// fit returns a value in the form that a type can hold; false when there is none.
func fit(value any, as reflect.Type) (any, bool) {
	if value == nil {
		return nil, false
	}
	switch as.Kind() {
	case reflect.Pointer:
		return fit(value, as.Elem())
	case reflect.String:
		return fitText(value)
	case reflect.Int64:
		return fitInteger(value)
	case reflect.Float64:
		number, err := strconv.ParseFloat(strings.TrimSpace(fmt.Sprint(value)), 64)
		return number, err == nil
	case reflect.Bool:
		text := strings.TrimSpace(fmt.Sprint(value))
		return text == "true", text == "true" || text == "false"
	case reflect.Slice:
		return fitList(value, as.Elem())
	case reflect.Map:
		return fitFields(value, func(string) reflect.Type { return as.Elem() })
	case reflect.Struct:
		types := map[string]reflect.Type{}
		for i := 0; i < as.NumField(); i++ {
			name, _, _ := strings.Cut(as.Field(i).Tag.Get("json"), ",")
			types[name] = as.Field(i).Type
		}
		return fitFields(value, func(name string) reflect.Type { return types[name] })
	default:
		return value, true
	}
}

func fitText(value any) (any, bool) {
	switch value := value.(type) {
	case string:
		return value, true
	case json.Number:
		return value.String(), true
	case bool:
		return strconv.FormatBool(value), true
	default:
		return nil, false
	}
}

func fitInteger(value any) (any, bool) {
	text := strings.TrimSpace(fmt.Sprint(value))
	if integer, err := strconv.ParseInt(text, 10, 64); err == nil {
		return integer, true
	}
	// 100000.0 is an integer as well; what a double may have rounded is none.
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || number != float64(int64(number)) || number >= 1<<53 || number <= -1<<53 {
		return nil, false
	}
	return int64(number), true
}

func fitList(value any, element reflect.Type) (any, bool) {
	list, ok := value.([]any)
	fitting := []any{}
	for _, item := range list {
		if item, ok := fit(item, element); ok {
			fitting = append(fitting, item)
		}
	}
	return fitting, ok
}

func fitFields(value any, typeOf func(name string) reflect.Type) (any, bool) {
	fields, ok := value.(map[string]any)
	fitting := map[string]any{}
	for name, field := range fields {
		if as := typeOf(name); as != nil {
			if field, ok := fit(field, as); ok {
				fitting[name] = field
			}
		}
	}
	return fitting, ok
}

// decodeJSON decodes a response body into target; a nil target drains and closes. An answer that says
// `success: false` is an error, whatever its status, and so is one that is no JSON object.
func decodeJSON(resp *http.Response, target any) error {
	defer resp.Body.Close()
	if target == nil {
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil || string(fields["success"]) == "false" {
		resp.Body = io.NopCloser(bytes.NewReader(data))
		requestURL := ""
		if resp.Request != nil {
			requestURL = resp.Request.URL.String()
		}
		return apiErrorFrom(resp, requestURL)
	}
	return Decode(data, target)
}

// Answer is the error as the gateway put it; nil when the body is not one of its.
func (e *APIError) Answer() *ErrorResponse {
	if _, ok := e.Body.(map[string]any); !ok {
		return nil
	}
	answer := &ErrorResponse{}
	if text, err := json.Marshal(e.Body); err == nil {
		_ = Decode(text, answer)
	}
	return answer
}
