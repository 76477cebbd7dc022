package irandargah

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
)

// tokens are those of valid JSON that are written in several ways: texts, numbers and blanks.
var tokens = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|[ \t\r\n]+`)

// short are the escapes that have a sign of their own.
var short = map[byte]string{'"': `\"`, '\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// compact gives valid JSON without blanks, slashes and Unicode not escaped; the keys keep their order and the numbers
// their digits.
func compact(data []byte) []byte {
	return tokens.ReplaceAllFunc(data, func(token []byte) []byte {
		switch token[0] {
		case '"':
			return unescaped(token)
		case ' ', '\t', '\r', '\n':
			return nil
		default:
			return token
		}
	})
}

// unescaped writes a text with the escapes alone that JSON demands; Go's encoder would escape <, >, & and line
// separators as well.
func unescaped(token []byte) []byte {
	var text string
	if err := json.Unmarshal(token, &text); err != nil {
		return token
	}
	out := []byte{'"'}
	for index := 0; index < len(text); index++ {
		if escape, found := short[text[index]]; found {
			out = append(out, escape...)
		} else if text[index] < ' ' {
			out = append(out, fmt.Sprintf(`\u%04x`, text[index])...)
		} else {
			out = append(out, text[index])
		}
	}
	return append(out, '"')
}

// wholeNumbers writes whole numbers without a fraction and an exponent, so that 100000.0 can be decoded into an int64.
// What a double does not hold exactly stays as it is, so that nothing is rounded.
func wholeNumbers(data []byte) []byte {
	return tokens.ReplaceAllFunc(data, func(token []byte) []byte {
		number, err := strconv.ParseFloat(string(token), 64)
		if err != nil || math.Abs(number) > float64(largestExact) || number != math.Trunc(number) {
			return token
		}
		return strconv.AppendInt(nil, int64(number), 10)
	})
}
