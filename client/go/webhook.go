package signing

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// Event is a webhook whose signature is right. Decode Data into the type of its event, such as
// irandargah.SettledPaymentData.
type Event struct {
	// ID is the same at every attempt: handle each once.
	ID           string `json:"-"`
	Event        string `json:"event"`
	Timestamp    string `json:"timestamp"`
	MerchantCode string `json:"merchant_code"`
	// Data is what is signed; a whole number has neither a fraction nor an exponent.
	Data      json.RawMessage `json:"data"`
	Signature *string         `json:"signature"`
}

// VerifyWebhook verifies an event and decodes it (documentation, lines 1705-1807; decisions 9, 48, 49 and 90).
// The body is the raw bytes. Answer 401 on an error. Only Data is signed: before you deliver, ask GetPayment for
// the authority in it.
func VerifyWebhook(secret string, body []byte, header http.Header, now time.Time) (*Event, error) {
	// All values, so that a doubled header is refused as malformed.
	signature := strings.Join(header.Values(irandargah.WebhookSignatureHeader), ", ")
	timestamp := strings.Join(header.Values(irandargah.WebhookTimestampHeader), ", ")
	if err := checkHeaders(signature, timestamp, now); err != nil {
		return nil, err
	}
	if !readAlike(body) {
		return nil, refused(BodyMalformed)
	}
	// By their exact names: a struct would also take a field that is called DATA.
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, refused(DataMissing)
	}
	event := Event{Data: fields["data"]}
	if len(event.Data) == 0 || event.Data[0] != '{' {
		return nil, refused(DataMissing)
	}
	if check(signature, event.Data, secret) != nil {
		// Something between the gateway and here may have laid out the body anew.
		if err := check(signature, compact(event.Data), secret); err != nil {
			return nil, err
		}
	}
	event.Data = wholeNumbers(event.Data)
	// What is of another type than a text was not sent by the gateway, and is none.
	_ = json.Unmarshal(fields["signature"], &event.Signature)
	_ = json.Unmarshal(fields["event"], &event.Event)
	if event.Signature != nil && *event.Signature != signature {
		return nil, refused(BodySignatureMismatch)
	}
	if event.Event != header.Get(irandargah.WebhookEventHeader) {
		return nil, refused(EventMismatch)
	}
	event.ID = header.Get(irandargah.WebhookIdHeader)
	// What is not signed may also have another type than it had: a number is read as a text.
	var unsigned struct {
		Timestamp    string `json:"timestamp"`
		MerchantCode string `json:"merchant_code"`
	}
	if err := irandargah.Decode(body, &unsigned); err != nil {
		return nil, refused(BodyMalformed)
	}
	event.Timestamp, event.MerchantCode = unsigned.Timestamp, unsigned.MerchantCode
	return &event, nil
}
