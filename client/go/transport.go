package signing

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// Transport signs each attempt of a request and verifies the answer before anybody decodes it. Put it into the
// http.Client of irandargah.Config; a call returns a *RefusedError when its answer must not be believed.
type Transport struct {
	SecretKey string
	// Base sends the requests; http.DefaultTransport when nil.
	Base http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (t *Transport) RoundTrip(request *http.Request) (*http.Response, error) {
	base := t.Base
	if base == nil {
		base = http.DefaultTransport
	}
	path := request.URL.EscapedPath()
	if !strings.HasPrefix(path, irandargah.EndpointPrefix) {
		return base.RoundTrip(request)
	}
	body, err := readAll(request.Body)
	if err != nil {
		return nil, err
	}
	// A round tripper must not change the request that it was given.
	signed := request.Clone(request.Context())
	if body != nil {
		signed.Body = io.NopCloser(bytes.NewReader(body))
	}
	for name, value := range RequestHeaders(t.SecretKey, request.Method, path, body, time.Now()) {
		signed.Header.Set(name, value)
	}
	response, err := base.RoundTrip(signed)
	if err != nil {
		return nil, err
	}
	answer, err := readAll(response.Body)
	if err != nil {
		return nil, err
	}
	signature := response.Header.Get(irandargah.ResponseSignatureHeader)
	if signature != "" || MustBeSigned(path, response.StatusCode) {
		timestamp := response.Header.Get(irandargah.ResponseTimestampHeader)
		if err := VerifyResponse(t.SecretKey, answer, signature, timestamp, time.Now()); err != nil {
			return nil, err
		}
	}
	response.Body = io.NopCloser(bytes.NewReader(answer))
	return response, nil
}

func readAll(body io.ReadCloser) ([]byte, error) {
	if body == nil {
		return nil, nil
	}
	defer body.Close()
	return io.ReadAll(body)
}
