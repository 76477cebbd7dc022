// Package record reports every answer that a sample in Go gets.
package record

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

type transport struct{ next http.RoundTripper }

func (t transport) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := t.next.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	response.Body = io.NopCloser(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	answer := map[string]any{"status": response.StatusCode, "body": string(body)}
	line, _ := json.Marshal(map[string]any{"answer": answer})
	file, err := os.OpenFile(os.Getenv("REPORT"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	_, err = file.Write(append(line, '\n'))
	return response, err
}

func init() { http.DefaultTransport = transport{http.DefaultTransport} }
