package irandargah

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"regexp"
	"testing"
	"time"

	"irandargah.com/client/v3/generated"
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

const vectorFolder = "../../contract-tests/vectors/"

// vectors is one list of a file of vectors.
func vectors(t *testing.T, file, list string) []vector {
	t.Helper()
	text, err := os.ReadFile(vectorFolder + file + ".json")
	if err != nil {
		if _, outside := os.Stat(vectorFolder); outside != nil {
			t.Skip("the vectors stand in the repository, and do not travel with the module")
		}
		t.Fatal(err)
	}
	var lists map[string]json.RawMessage
	var read []vector
	if json.Unmarshal(text, &lists) != nil || json.Unmarshal(lists[list], &read) != nil || len(read) == 0 {
		t.Fatal("there are no vectors in", file)
	}
	return read
}

func valueOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// asVectorsSay are our words for the reasons of the vectors, where they differ.
var asVectorsSay = map[string]string{
	faultUnsigned:   "headers_missing",
	faultNoTime:     "headers_missing",
	"event_differs": "event_mismatch",
}

func judged(fault string) string {
	if word, differs := asVectorsSay[fault]; differs {
		return word
	}
	return fault
}

// judges are what every receiver judges, by the names of the files; they tell the fault.
var judges = map[string]func(v vector) string{
	"requests": func(v vector) string {
		signature := valueOf(v.Signature)
		if signature == "" {
			return faultUnsigned
		}
		if fault := timestampFault(v.Timestamp, time.Unix(v.Now, 0)); fault != "" {
			return fault
		}
		if !signatureForm.MatchString(signature) {
			return faultMalformed
		}
		path := generated.SigningRequestEndpointPrefix + v.Endpoint
		if signRequest(v.Secret, v.Method, path, v.Body, v.Timestamp) != signature {
			return faultMismatch
		}
		return ""
	},
	"responses": func(v vector) string {
		return answerFault(v.Secret, v.Body, valueOf(v.Signature), v.Timestamp, time.Unix(v.Now, 0))
	},
	"webhooks": func(v vector) string {
		_, fault := verifiedVector(v)
		return fault
	},
}

func verifiedVector(v vector) (*Event, string) {
	id := v.ID
	if id == "" {
		id = "event-1"
	}
	header := http.Header{}
	header.Set("x-webhook-timestamp", v.Timestamp)
	header.Set("x-webhook-event", v.Event)
	header.Set("x-webhook-id", id)
	if v.Signature != nil {
		header.Set("x-webhook-signature", *v.Signature)
	}
	event, err := verifyWebhookAt(time.Unix(v.Now, 0), v.Body, header, []string{v.Secret})
	var refused *WebhookError
	if errors.As(err, &refused) {
		return nil, refused.Reason
	}
	return event, ""
}

func TestSignsRequests(t *testing.T) {
	for _, v := range vectors(t, "requests", "vectors") {
		// This client signs its own time, which is never malformed.
		if v.Expected == nil || !regexp.MustCompile(`^[0-9]+$`).MatchString(v.Timestamp) {
			continue
		}
		t.Run(v.Name, func(t *testing.T) {
			path := generated.SigningRequestEndpointPrefix + v.Endpoint + "?page=2"
			if got := signRequest(v.Secret, v.Method, path, v.Body, v.Timestamp); got != *v.Expected {
				t.Errorf("signed as %s, want %s", got, *v.Expected)
			}
		})
	}
}

func TestJudgesEveryVector(t *testing.T) {
	for file, judge := range judges {
		for _, v := range vectors(t, file, "vectors") {
			t.Run(file+"/"+v.Name, func(t *testing.T) {
				want := valueOf(v.Reason)
				if want == "body_signature_mismatch" {
					want = faultMismatch
				}
				if got := judged(judge(v)); got != want {
					t.Errorf("refused for %q, want %q", got, want)
				}
			})
		}
	}
}

func TestJudgesWebhooksByTheirBytes(t *testing.T) {
	for _, v := range vectors(t, "webhook-bodies", "vectors") {
		t.Run(v.Name, func(t *testing.T) {
			event, fault := verifiedVector(v)
			if got := judged(fault); got != valueOf(v.Reason) && valueOf(v.Reason) != "body_signature_mismatch" {
				t.Fatalf("refused for %q, want %q", got, valueOf(v.Reason))
			}
			if event == nil {
				return
			}
			var data struct{ Amount json.Number }
			if err := json.Unmarshal(event.Data, &data); err != nil {
				t.Fatal(err)
			}
			if event.ID != v.ID || event.Name != v.Event || data.Amount.String() != v.Amount {
				t.Errorf("handed on %s, %s, %s", event.ID, event.Name, data.Amount)
			}
		})
	}
}

// For whatever reason, and never by failing in another way.
func TestRefusesWhatNoHonestSenderSends(t *testing.T) {
	for file, judge := range judges {
		for _, v := range vectors(t, "hostile", file) {
			t.Run(file+"/"+v.Name, func(t *testing.T) {
				if got := judge(v); (got == "") != v.Valid {
					t.Errorf("refused for %q, want valid: %v", got, v.Valid)
				}
			})
		}
	}
}
