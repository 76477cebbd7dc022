package irandargah

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"time"

	"irandargah.com/client/v3/generated"
)

// Why a signature was not accepted.
const (
	faultUnsigned  = "signature_missing"
	faultMalformed = "signature_malformed"
	faultMismatch  = "signature_mismatch"
	faultNoTime    = "timestamp_missing"
	faultTimeForm  = "timestamp_malformed"
	faultOld       = "timestamp_outside_tolerance"
)

var (
	secondsForm   = regexp.MustCompile(`^[0-9]{1,15}$`)
	signatureForm = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// hmacOf is the HMAC-SHA256 of a text as 64 lower-case hexadecimal digits; the secret is text and never decoded.
func hmacOf(secret string, text []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(text)
	return hex.EncodeToString(mac.Sum(nil))
}

// joined puts parts together as the contract names them.
func joined(names []string, separator string, values map[string][]byte) []byte {
	parts := make([][]byte, len(names))
	for at, name := range names {
		parts[at] = values[name]
	}
	return bytes.Join(parts, []byte(separator))
}

// signRequest gives the signature of a request (docs/decisions/0008). The path is as it travels; its query is cut off.
func signRequest(secret, method, path string, body []byte, timestamp string) string {
	path, _, _ = strings.Cut(path, "?")
	return hmacOf(secret, joined(generated.SigningRequestParts, generated.SigningRequestSeparator, map[string][]byte{
		"METHOD":    []byte(method),
		"endpoint":  []byte(strings.TrimPrefix(path, generated.SigningRequestEndpointPrefix)),
		"body":      body,
		"timestamp": []byte(timestamp),
	}))
}

// answerFault judges the signature of an answer (docs/decisions/0010); empty when it can be trusted.
func answerFault(secret string, body []byte, signature, timestamp string, now time.Time) string {
	if signature == "" {
		return faultUnsigned
	}
	if fault := timestampFault(timestamp, now); fault != "" {
		return fault
	}
	return signatureFault(secret, signature, joined(generated.SigningResponseParts, generated.SigningResponseSeparator,
		map[string][]byte{"body": body, "timestamp": []byte(timestamp)}))
}

// signatureFault compares in constant time; any other form than 64 lower-case hexadecimal digits is refused.
func signatureFault(secret, signature string, text []byte) string {
	if !signatureForm.MatchString(signature) {
		return faultMalformed
	}
	if !hmac.Equal([]byte(hmacOf(secret, text)), []byte(signature)) {
		return faultMismatch
	}
	return ""
}

// timestampFault tells whether a Unix time is near enough, in both directions.
func timestampFault(timestamp string, now time.Time) string {
	if timestamp == "" {
		return faultNoTime
	}
	if !secondsForm.MatchString(timestamp) {
		return faultTimeForm
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil {
		return faultTimeForm
	}
	if off := now.Unix() - seconds; off > generated.SigningToleranceSeconds || off < -generated.SigningToleranceSeconds {
		return faultOld
	}
	return ""
}
