package irandargah

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// readAlike tells whether a text is JSON that everybody reads alike. A signed body must not mean two things:
// encoding/json alone takes a name twice in one object, a number that no double holds, and half of a surrogate pair.
func readAlike(body []byte) bool {
	return utf8.Valid(body) && json.Valid(body) && !hasHalfPair(body) && !isAmbiguous(body)
}

// isAmbiguous tells whether an object has two members of one name, or a number is too large to be held.
func isAmbiguous(body []byte) bool {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	// The names of each object that is open, nil for a list; whether a name comes next.
	var open []map[string]bool
	expectsName := false
	for {
		token, err := decoder.Token()
		if err != nil {
			return !errors.Is(err, io.EOF)
		}
		switch value := token.(type) {
		case json.Delim:
			switch value {
			case '{':
				open, expectsName = append(open, map[string]bool{}), true
				continue
			case '[':
				open = append(open, nil)
			default:
				open = open[:len(open)-1]
			}
		case json.Number:
			if _, err := strconv.ParseFloat(value.String(), 64); err != nil {
				return true
			}
		case string:
			if expectsName {
				names := open[len(open)-1]
				if names[value] {
					return true
				}
				names[value], expectsName = true, false
				continue
			}
		}
		expectsName = len(open) > 0 && open[len(open)-1] != nil
	}
}

var escapes = regexp.MustCompile(`\\(?:u([0-9a-fA-F]{4})|.)`)

// hasHalfPair tells whether an escape is half of a surrogate pair without its other half behind it.
func hasHalfPair(body []byte) bool {
	high, end := rune(0), 0
	for _, at := range escapes.FindAllSubmatchIndex(body, -1) {
		code := rune(0)
		if at[2] >= 0 {
			digits, _ := strconv.ParseUint(string(body[at[2]:at[3]]), 16, 16)
			code = rune(digits)
		}
		isPair := high != 0 && at[0] == end && utf16.DecodeRune(high, code) != utf8.RuneError
		if (high != 0 || (code >= 0xdc00 && code < 0xe000)) && !isPair {
			return true
		}
		high, end = 0, at[1]
		if code >= 0xd800 && code < 0xdc00 {
			high = code
		}
	}
	return high != 0
}
