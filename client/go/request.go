package signing

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// RequestHeaders gives the signature headers of a request (documentation, lines 2514-2592; decision 8).
// The path is as it travels, such as /v2/payments; a query is not signed. The body is the very bytes that are
// sent, nil when there is none.
func RequestHeaders(secretKey, method, path string, body []byte, at time.Time) map[string]string {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	return map[string]string{
		irandargah.RequestTimestampHeader: timestamp,
		irandargah.RequestSignatureHeader: signatureOf(requestMessage(method, path, body, timestamp), secretKey),
	}
}

// VerifyRequest judges a signed request as the gateway does; it is for tests of code that signs.
func VerifyRequest(secretKey, method, path string, body []byte, signature, timestamp string, now time.Time) error {
	if err := checkHeaders(signature, timestamp, now); err != nil {
		return err
	}
	return check(signature, requestMessage(method, path, body, timestamp), secretKey)
}

func requestMessage(method, path string, body []byte, timestamp string) []byte {
	parts := [][]byte{[]byte(strings.ToUpper(method)), []byte(endpoint(path)), body, []byte(timestamp)}
	return bytes.Join(parts, []byte(":"))
}

// endpoint turns /v2/payments/A/cancel?x=1 into payments/A/cancel; an endpoint stays as it is.
func endpoint(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return strings.Trim(strings.TrimPrefix(path, irandargah.EndpointPrefix), "/")
}
