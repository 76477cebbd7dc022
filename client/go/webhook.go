package irandargah

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"irandargah.com/client/v3/generated"
)

// WebhookError is a delivery that is not proven to come from the gateway: answer 401 and do nothing with it. Reason is
// signature_missing, signature_malformed, signature_mismatch, timestamp_missing, timestamp_malformed,
// timestamp_outside_tolerance, header_doubled, id_missing, body_malformed, data_missing or event_differs.
type WebhookError struct{ Reason string }

// lookAt is where to look when it is not a stranger's delivery but a genuine one.
var lookAt = map[string]string{
	faultMismatch: " If all are refused, look at the secret of this webhook, and that the body is as it came.",
	faultOld:      " If all are refused, look at the clock of this server.",
}

func (e *WebhookError) Error() string {
	return "irandargah: webhook refused: " + e.Reason + ". Answer 401 and do nothing with it." + lookAt[e.Reason]
}

// EventUnknown is the name of an event that this version does not know, or whose signed data does not fit its unsigned
// name: log it and answer 2xx.
const EventUnknown generated.WebhookEventType = "unknown"

// Event is a delivered event whose signature is right. Only Data is signed: treat it as a hint, and ask VerifyPayment or
// GetPayment before you deliver anything.
type Event struct {
	// Event is one of the contract's, or EventUnknown; Name is what the gateway called it.
	Event generated.WebhookEventType
	Name  string
	// ID is the same at every attempt to deliver this event; not signed.
	ID string
	// Fingerprint names this event and its signed data, which somebody who replays it cannot change.
	Fingerprint string
	// Timestamp is when it happened, ISO 8601; not signed.
	Timestamp    string
	MerchantCode string
	// Data is the object that was signed; whole numbers have neither a fraction nor an exponent.
	Data json.RawMessage
}

// String keeps what belongs to the payer out of logs.
func (e *Event) String() string { return e.Name + " " + e.ID }

// GoString keeps what belongs to the payer out of logs.
func (e *Event) GoString() string { return e.String() }

// LogValue keeps what belongs to the payer out of logs that are written in JSON, too.
func (e *Event) LogValue() slog.Value { return slog.StringValue(e.String()) }

// Authority is that of the payment in the data; empty where there is none.
func (e *Event) Authority() string {
	data, _ := parse(e.Data)
	return data.text("authority")
}

// Decode reads the data into a struct, generated.SettledPaymentData for example, as tolerantly as answers are read: what
// did not come, or does not fit, stays zero.
func (e *Event) Decode(target any) error {
	variable := reflect.ValueOf(target)
	if variable.Kind() != reflect.Pointer || variable.IsNil() {
		return misuse("Decode needs a pointer to a struct.")
	}
	data, _ := parse(e.Data)
	fill(variable.Elem(), map[string]any(data))
	return nil
}

// HeadersOf takes headers that come as a map of single values, from AWS Lambda or CGI for example; names are found in
// any spelling, and HTTP_X_WEBHOOK_ID is one.
func HeadersOf(headers map[string]string) http.Header {
	all := http.Header{}
	for name, value := range headers {
		// As it came, so that a second spelling is seen.
		all[name] = []string{value}
	}
	return all
}

func readHeader(header http.Header, name string) (string, error) {
	var found []string
	for spelling, values := range header {
		if plain, isCGI := strings.CutPrefix(spelling, "HTTP_"); isCGI {
			spelling = strings.ReplaceAll(plain, "_", "-")
		}
		if strings.EqualFold(spelling, name) {
			found = append(found, values...)
		}
	}
	switch len(found) {
	case 0:
		return "", nil
	case 1:
		return found[0], nil
	}
	return "", &WebhookError{"header_doubled"}
}

// eventByStatus is the event to which a status of signed data belongs; a status of tomorrow belongs to any.
var eventByStatus = map[string]string{
	"pending":   "payment.created",
	"failed":    "payment.failed",
	"timeout":   "payment.failed",
	"cancelled": "payment.cancelled",
}

// fits tells whether the name of an event, which is not signed, can be the name of this signed data.
func fits(event string, data map[string]json.RawMessage) bool {
	needed, known := generated.EventFields[event]
	if !known || slices.ContainsFunc(needed, func(field string) bool { _, came := data[field]; return !came }) {
		return false
	}
	var status string
	_ = json.Unmarshal(data["status"], &status)
	other, told := eventByStatus[status]
	isNamed := false
	for _, named := range eventByStatus {
		isNamed = isNamed || named == event
	}
	return !(isNamed && told && other != event)
}

// VerifyWebhook verifies a delivery (docs/decisions/0009, 0090). The body is the raw bytes, before anything has parsed
// them; give several secrets while you change one.
// It fails with a *WebhookError that has the reason, or with a *ConfigurationError when a secret is empty.
func VerifyWebhook(body []byte, header http.Header, secrets ...string) (*Event, error) {
	return verifyWebhookAt(time.Now(), body, header, secrets)
}

func verifyWebhookAt(now time.Time, body []byte, header http.Header, secrets []string) (*Event, error) {
	if len(secrets) == 0 || slices.Contains(secrets, "") {
		return nil, misuse("A secret of the webhook is empty: everybody knows that one.")
	}
	values := map[string]string{}
	for _, name := range []string{
		generated.SigningWebhookSignatureHeader, generated.SigningWebhookTimestampHeader,
		generated.HeadersWebhookID, generated.HeadersWebhookEvent,
	} {
		value, err := readHeader(header, name)
		if err != nil {
			return nil, err
		}
		values[name] = value
	}
	signature := values[generated.SigningWebhookSignatureHeader]
	if signature == "" {
		return nil, &WebhookError{faultUnsigned}
	}
	if fault := timestampFault(values[generated.SigningWebhookTimestampHeader], now); fault != "" {
		return nil, &WebhookError{fault}
	}
	// By their exact names: a struct would also take a field that is called DATA.
	var members, dataMembers map[string]json.RawMessage
	if !readAlike(body) {
		return nil, &WebhookError{"body_malformed"}
	}
	if json.Unmarshal(body, &members) != nil || json.Unmarshal(members["data"], &dataMembers) != nil || dataMembers == nil {
		return nil, &WebhookError{"data_missing"}
	}
	data := members["data"]
	if fault := dataFault(data, signature, secrets); fault != "" {
		return nil, &WebhookError{fault}
	}
	unsigned, _ := parse(body)
	if own := unsigned["signature"]; own != nil && own != "" && own != signature {
		return nil, &WebhookError{faultMismatch}
	}
	event := &Event{Event: EventUnknown, ID: values[generated.HeadersWebhookID], Data: wholeNumbers(data)}
	if event.ID == "" {
		return nil, &WebhookError{"id_missing"}
	}
	if event.Name, _ = unsigned["event"].(string); event.Name == "" || event.Name != values[generated.HeadersWebhookEvent] {
		return nil, &WebhookError{"event_differs"}
	}
	event.Fingerprint = event.Name + ":" + signature
	fill(reflect.ValueOf(&event.Timestamp).Elem(), unsigned["timestamp"])
	fill(reflect.ValueOf(&event.MerchantCode).Elem(), unsigned["merchant_code"])
	if fits(event.Name, dataMembers) {
		event.Event = generated.WebhookEventType(event.Name)
	}
	return event, nil
}

// dataFault judges the signature over the bytes of data as they came, and then over their compact form: something
// between the gateway and here may have laid out the body anew.
func dataFault(data []byte, signature string, secrets []string) string {
	fault := faultMismatch
	for _, text := range [][]byte{data, compact(data)} {
		for _, secret := range secrets {
			if found := signatureFault(secret, signature, text); found == "" {
				return ""
			} else {
				fault = found
			}
		}
	}
	return fault
}
