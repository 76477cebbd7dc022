package irandargah

import (
	"strings"
	"unicode"
)

// NormalizeTyped makes what people type on a Persian or Arabic keyboard into a Mobile or a CardNumber that the gateway
// takes: digits become 0 to 9, ي and ك become ی and ک, and blanks, dashes and invisible marks go. Everything else stays,
// so that a mistake stays one.
func NormalizeTyped(text string) string {
	return strings.Map(func(sign rune) rune {
		switch {
		case sign >= '۰' && sign <= '۹' || sign >= '٠' && sign <= '٩':
			return '0' + sign&15
		case sign == 'ي':
			return 'ی'
		case sign == 'ك':
			return 'ک'
		case isInvisible(sign) || unicode.Is(unicode.Pd, sign):
			return -1
		}
		return sign
	}, text)
}
