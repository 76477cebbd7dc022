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
	Valid     bool
	// Those of webhook-bodies.json: what a receiver hands on.
	ID     string
	Amount string
}

func vectors(t *testing.T, file string) []vector {
	t.Helper()
	return part(t, file, "vectors")
}

// part is one list of vectors in a file.
func part(t *testing.T, file, part string) []vector {
	t.Helper()
	text, err := os.ReadFile("../../contract-tests/vectors/" + file + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var read map[string]json.RawMessage
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	var vectors []vector
	if err := json.Unmarshal(read[part], &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors) == 0 {
		t.Fatal("there are no vectors")
	}
	return vectors
}

// valueOf is the value of a header, empty when it is missing.
func valueOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// reasonOf is why it was refused, empty when it was accepted.
func reasonOf(t *testing.T, err error) string {
	t.Helper()
	var refusal *RefusedError
	if errors.As(err, &refusal) {
		return string(refusal.Reason)
	} else if err != nil {
		t.Fatalf("failed with %v", err)
	}
	return ""
}

func expectReason(t *testing.T, v vector, err error) {
	t.Helper()
	got := reasonOf(t, err)
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

// judges are what every receiver judges, by the names of the files.
var judges = map[string]func(v vector) error{
	"requests": func(v vector) error {
		now := time.Unix(v.Now, 0)
		return VerifyRequest(v.Secret, v.Method, v.Endpoint, v.Body, valueOf(v.Signature), v.Timestamp, now)
	},
	"responses": func(v vector) error {
		return VerifyResponse(v.Secret, v.Body, valueOf(v.Signature), v.Timestamp, time.Unix(v.Now, 0))
	},
	"webhooks": func(v vector) error {
		_, err := verifiedWebhook(v)
		return err
	},
}

func verifiedWebhook(v vector) (*Event, error) {
	header := http.Header{}
	header.Set("x-webhook-timestamp", v.Timestamp)
	header.Set("x-webhook-event", v.Event)
	header.Set("x-webhook-id", v.ID)
	if v.Signature != nil {
		header.Set("x-webhook-signature", *v.Signature)
	}
	return VerifyWebhook(v.Secret, v.Body, header, time.Unix(v.Now, 0))
}

func TestJudgesWebhooksByTheirBytes(t *testing.T) {
	for _, v := range vectors(t, "webhook-bodies") {
		t.Run(v.Name, func(t *testing.T) {
			event, err := verifiedWebhook(v)
			expectReason(t, v, err)
			if event == nil {
				return
			}
			var data struct{ Amount json.Number }
			if err := json.Unmarshal(event.Data, &data); err != nil {
				t.Fatal(err)
			}
			if event.ID != v.ID || event.Event != v.Event || data.Amount.String() != v.Amount {
				t.Errorf("handed on %s, %s, %s", event.ID, event.Event, data.Amount)
			}
		})
	}
}

func TestJudges(t *testing.T) {
	for file, judge := range judges {
		for _, v := range vectors(t, file) {
			t.Run(file+"/"+v.Name, func(t *testing.T) { expectReason(t, v, judge(v)) })
		}
	}
}

// For whatever reason, and never by failing in another way.
func TestRefusesWhatNoHonestSenderSends(t *testing.T) {
	for file, judge := range judges {
		for _, v := range part(t, "hostile", file) {
			t.Run(file+"/"+v.Name, func(t *testing.T) {
				if got := reasonOf(t, judge(v)); (got == "") != v.Valid {
					t.Errorf("refused for %q, want valid: %v", got, v.Valid)
				}
			})
		}
	}
}
