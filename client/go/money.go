package irandargah

import (
	"fmt"
	"strconv"

	"irandargah.com/client/v3/generated"
)

// Rials is an amount of money in rials. Ten rials are one toman.
type Rials = generated.Rials

// FromRials makes an amount of whole rials.
// It fails with a *ConfigurationError when the amount is negative, or larger than every language holds exactly.
func FromRials(rials int64) (Rials, error) {
	if rials < 0 || rials > largestExact {
		return 0, misuse("%d is not an amount of rials: give a whole number of zero or more", rials)
	}
	return Rials(rials), nil
}

// FromToman makes an amount of whole tomans; it fails as FromRials does.
func FromToman(toman int64) (Rials, error) {
	if toman < 0 || toman > largestExact/generated.RialsPerToman {
		return 0, misuse("%d is not an amount of tomans: give a whole number of zero or more", toman)
	}
	return Rials(toman * generated.RialsPerToman), nil
}

// ParseRials reads the digits that a form or a database has for an amount of rials; it fails as FromRials does.
func ParseRials(digits string) (Rials, error) {
	for _, digit := range digits {
		if digit < '0' || digit > '9' {
			return 0, misuse("%q is not an amount of rials: give digits only", digits)
		}
	}
	rials, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, misuse("%q is not an amount of rials: give a whole number of zero or more", digits)
	}
	return FromRials(rials)
}

// InToman writes an amount in tomans, to be shown to people; it may have a fraction.
func InToman(rials Rials) string {
	if rest := rials % generated.RialsPerToman; rest != 0 {
		return strconv.FormatFloat(float64(rials)/generated.RialsPerToman, 'f', -1, 64)
	}
	return fmt.Sprint(int64(rials) / generated.RialsPerToman)
}
