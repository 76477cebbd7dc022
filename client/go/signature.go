// Package signing signs requests to the IranDargah payment gateway and verifies its answers and webhooks.
package signing

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// Reason tells why a signature is refused; the words are those of contract-tests/vectors.
type Reason string

// The reasons of a refusal.
const (
	HeadersMissing            Reason = "headers_missing"
	TimestampMalformed        Reason = "timestamp_malformed"
	TimestampOutsideTolerance Reason = "timestamp_outside_tolerance"
	SignatureMalformed        Reason = "signature_malformed"
	SignatureMismatch         Reason = "signature_mismatch"
	BodyMalformed             Reason = "body_malformed"
	DataMissing               Reason = "data_missing"
	EventMismatch             Reason = "event_mismatch"
	BodySignatureMismatch     Reason = "body_signature_mismatch"
)

// RefusedError is returned by the verifiers: nothing of the message may be believed.
type RefusedError struct{ Reason Reason }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("the signature is refused: %s", strings.ReplaceAll(string(e.Reason), "_", " "))
}

func refused(reason Reason) error { return &RefusedError{Reason: reason} }

var (
	secondsPattern   = regexp.MustCompile(`^[0-9]{1,18}$`)
	signaturePattern = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// signatureOf is the HMAC-SHA256 as 64 lower-case hexadecimal digits.
func signatureOf(message []byte, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(message)
	return hex.EncodeToString(mac.Sum(nil))
}

// checkHeaders judges the two headers by themselves, before any bytes are looked at.
func checkHeaders(signature, timestamp string, now time.Time) error {
	if signature == "" || timestamp == "" {
		return refused(HeadersMissing)
	}
	if !secondsPattern.MatchString(timestamp) {
		return refused(TimestampMalformed)
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil {
		return refused(TimestampMalformed)
	}
	if off := now.Unix() - seconds; off > irandargah.ToleranceSeconds || off < -irandargah.ToleranceSeconds {
		return refused(TimestampOutsideTolerance)
	}
	if !signaturePattern.MatchString(signature) {
		return refused(SignatureMalformed)
	}
	return nil
}

// check compares in constant time; hmac.Equal takes unequal lengths without failing.
func check(signature string, message []byte, secret string) error {
	if !hmac.Equal([]byte(signatureOf(message, secret)), []byte(signature)) {
		return refused(SignatureMismatch)
	}
	return nil
}
