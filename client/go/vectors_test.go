package signing

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// A vector of contract-tests/vectors; its README explains the fields.
type vector struct {
	Name      string
	Secret    string
	Method    string
	Endpoint  string
	Event     string
	Body      []byte `json:"body_base64"`
	Timestamp string
	Now       int64
	Expected  *string
	Signature *string
	Reason    *string
}

func vectors(t *testing.T, file string) []vector {
	t.Helper()
	text, err := os.ReadFile("../../contract-tests/vectors/" + file + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var read struct{ Vectors []vector }
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Vectors) == 0 {
		t.Fatal("there are no vectors")
	}
	return read.Vectors
}

// valueOf is the value of a header, empty when it is missing.
func valueOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func expectReason(t *testing.T, v vector, err error) {
	t.Helper()
	var refusal *RefusedError
	got := ""
	if errors.As(err, &refusal) {
		got = string(refusal.Reason)
	} else if err != nil {
		t.Fatalf("failed with %v", err)
	}
	if got != valueOf(v.Reason) {
		t.Errorf("refused for %q, want %q", got, valueOf(v.Reason))
	}
}

func TestSignsRequests(t *testing.T) {
	for _, v := range vectors(t, "requests") {
		// The signer takes a time, so that a malformed timestamp cannot be signed at all.
		if !regexp.MustCompile(`^[0-9]+$`).MatchString(v.Timestamp) {
			continue
		}
		t.Run(v.Name, func(t *testing.T) {
			seconds, err := strconv.ParseInt(v.Timestamp, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			headers := RequestHeaders(v.Secret, v.Method, v.Endpoint, v.Body, time.Unix(seconds, 0))
			if headers["X-Signature"] != valueOf(v.Expected) || headers["X-Timestamp"] != v.Timestamp {
				t.Errorf("signed as %v, want %s", headers, valueOf(v.Expected))
			}
		})
	}
}

func TestJudgesRequests(t *testing.T) {
	for _, v := range vectors(t, "requests") {
		t.Run(v.Name, func(t *testing.T) {
			now := time.Unix(v.Now, 0)
			expectReason(t, v, VerifyRequest(v.Secret, v.Method, v.Endpoint, v.Body, valueOf(v.Signature), v.Timestamp, now))
		})
	}
}

func TestJudgesResponses(t *testing.T) {
	for _, v := range vectors(t, "responses") {
		t.Run(v.Name, func(t *testing.T) {
			expectReason(t, v, VerifyResponse(v.Secret, v.Body, valueOf(v.Signature), v.Timestamp, time.Unix(v.Now, 0)))
		})
	}
}

func TestJudgesWebhooks(t *testing.T) {
	for _, v := range vectors(t, "webhooks") {
		t.Run(v.Name, func(t *testing.T) {
			header := http.Header{}
			header.Set("x-webhook-timestamp", v.Timestamp)
			header.Set("x-webhook-event", v.Event)
			if v.Signature != nil {
				header.Set("x-webhook-signature", *v.Signature)
			}
			_, err := VerifyWebhook(v.Secret, v.Body, header, time.Unix(v.Now, 0))
			expectReason(t, v, err)
		})
	}
}
