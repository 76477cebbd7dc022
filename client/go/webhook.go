package signing

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	irandargah "irandargah.com/client"
)

// Event is a webhook whose signature is right. Decode Data into the type of its event, such as
// irandargah.SettledPaymentData.
type Event struct {
	// ID is the same at every attempt: handle each once.
	ID           string          `json:"-"`
	Event        string          `json:"event"`
	Timestamp    string          `json:"timestamp"`
	MerchantCode string          `json:"merchant_code"`
	Data         json.RawMessage `json:"data"`
	Signature    *string         `json:"signature"`
}

// VerifyWebhook verifies an event and decodes it (documentation, lines 1705-1807; decisions 9, 48 and 49).
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
	data, err := compact(event.Data)
	if err != nil {
		return nil, refused(BodyMalformed)
	}
	if err := check(signature, data, secret); err != nil {
		return nil, err
	}
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

// compact gives the bytes that are signed: no blanks, slashes and Unicode not escaped, the keys in their order.
func compact(data []byte) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var out bytes.Buffer
	// One entry for each open list or object: how many tokens it has had so far.
	var counts []int
	isObject := []bool{}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
		if delim, ok := token.(json.Delim); ok && (delim == '}' || delim == ']') {
			counts, isObject = counts[:len(counts)-1], isObject[:len(isObject)-1]
			out.WriteByte(byte(delim))
			continue
		}
		if depth := len(counts) - 1; depth >= 0 {
			switch {
			case isObject[depth] && counts[depth]%2 == 1:
				out.WriteByte(':')
			case counts[depth] > 0:
				out.WriteByte(',')
			}
			counts[depth]++
		}
		if delim, ok := token.(json.Delim); ok {
			counts, isObject = append(counts, 0), append(isObject, delim == '{')
			out.WriteByte(byte(delim))
			continue
		}
		text, err := unescaped(token)
		if err != nil {
			return nil, err
		}
		out.Write(text)
	}
}

// unescaped writes a string, number, boolean or null; Go's encoder would escape <, > and &. It escapes U+2028 and
// U+2029 even so, but decision 9 keeps them out of data.
func unescaped(token json.Token) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(token); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
