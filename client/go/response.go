package signing

import (
	"net/http"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// VerifyResponse verifies an answer of the gateway before it is decoded (documentation, lines 2749-2811;
// decision 10). The body is the very bytes that came. The signature covers neither the status nor the path:
// compare authority and amount of the body with your own record all the same.
func VerifyResponse(secretKey string, body []byte, signature, timestamp string, now time.Time) error {
	if err := checkHeaders(signature, timestamp, now); err != nil {
		return err
	}
	message := append(append(append([]byte{}, body...), ':'), timestamp...)
	return check(signature, message, secretKey)
}

// MustBeSigned tells whether an answer without a signature must be refused. The gateway signs every answer once it
// knows the terminal, so what may come unsigned is only what changes no order: 401, 429 and failures of servers.
func MustBeSigned(path string, status int) bool {
	return strings.HasPrefix(path, irandargah.SignedAnswersPrefix) &&
		status != http.StatusUnauthorized &&
		status != http.StatusTooManyRequests &&
		status < http.StatusInternalServerError
}
