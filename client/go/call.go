package irandargah

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"irandargah.com/client/v3/generated"
)

// question is what is asked, as far as the answer has to agree with it.
type question struct {
	operation generated.Operation
	// key is the idempotency key, empty where the operation takes none.
	key string
	// authority is the one in the path or in the body, if there is one.
	authority string
	// amount is that of the body, if there is one.
	amount *int64
	live   bool
	// path is behind the base address, with its query.
	path string
	// body is the exact text that travels and is signed, nil when there is none.
	body []byte
}

// input is the argument of an operation: the authority of the path, or a struct for the body or the query.
type input struct {
	authority string
	fields    any
}

// call makes one logical call: the same bytes and the same idempotency key over all its attempts.
func (c *Client) call(ctx context.Context, name string, given input, options []CallOption) (*question, fields, error) {
	settings := (&callOptions{timeout: c.options.Timeout, retries: c.options.Retries}).with(options)
	asked, err := c.ask(generated.Operations[name], given, settings.key)
	if err != nil {
		return nil, nil, err
	}
	for attempt := 1; ; attempt++ {
		if ctx.Err() != nil {
			return asked, nil, asked.failed(endOf(ctx), attempt > 1, ctx.Err())
		}
		body, failure := c.attempt(ctx, asked, settings.timeout)
		if failure == nil {
			return asked, body, nil
		}
		pause, again := c.retryDelay(failure, asked.operation, attempt, settings.retries)
		if !again {
			return asked, nil, failure
		}
		c.sleep(ctx, pause)
	}
}

// endOf is the code for a context that has ended.
func endOf(ctx context.Context) Code {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return CodeTimeout
	}
	return CodeAborted
}

// ask makes the question of an operation; it fails with a *ConfigurationError.
func (c *Client) ask(operation generated.Operation, given input, key *string) (*question, error) {
	asked := &question{operation: operation, path: operation.Path, live: c.options.Environment == Production}
	switch {
	case operation.IdempotencyKey && key == nil:
		asked.key = newKey()
	case operation.IdempotencyKey && isHeaderText(*key):
		asked.key = *key
	case operation.IdempotencyKey:
		return nil, misuse("%s: the idempotency key is empty, or no printable ASCII without blanks.", operation.Name)
	case key != nil:
		return nil, misuse("%s takes no idempotency key.", operation.Name)
	}
	if strings.Contains(operation.Path, "{authority}") {
		if given.authority == "" {
			return nil, misuse("%s needs an authority.", operation.Name)
		}
		asked.authority = given.authority
		asked.path = strings.Replace(operation.Path, "{authority}", url.PathEscape(given.authority), 1)
		return asked, nil
	}
	if given.fields == nil {
		return asked, nil
	}
	text, err := encode(given.fields)
	if err != nil {
		return nil, misuse("%s: %v", operation.Name, err)
	}
	sent, _ := parse(text)
	if operation.Method == http.MethodGet {
		asked.path += queryOf(sent)
		return asked, nil
	}
	asked.body = text
	asked.authority, _ = sent["authority"].(string)
	if amount, given := wholeNumber(sent["amount"]); given {
		if amount < 0 || amount > largestExact {
			return nil, misuse("%s: the amount must be a whole number of rials, zero or more.", operation.Name)
		}
		asked.amount = &amount
	}
	if callback, _ := sent["callback_url"].(string); asked.live && strings.HasPrefix(callback, "http:") {
		c.warn("callback_url begins with http://: the payer returns unprotected.")
	}
	return asked, nil
}

// replaced is how the encoder of Go writes bytes that are no UTF-8.
var replaced = regexp.MustCompile(`(?:^|[^\\])(?:\\\\)*\\ufffd`)

// encode writes the JSON that travels, which says what the struct says or fails.
func encode(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	text := bytes.TrimRight(out.Bytes(), "\n")
	if replaced.Match(text) {
		return nil, errors.New("a text is not UTF-8")
	}
	return text, nil
}

func queryOf(sent fields) string {
	query := url.Values{}
	for name, value := range sent {
		query.Set(name, fmt.Sprint(value))
	}
	if len(query) == 0 {
		return ""
	}
	return "?" + query.Encode()
}

func isHeaderText(text string) bool {
	for _, sign := range []byte(text) {
		if sign <= ' ' || sign > '~' {
			return false
		}
	}
	return text != ""
}

// newKey is a random UUID.
func newKey() string {
	var bits [16]byte
	if _, err := rand.Read(bits[:]); err != nil {
		panic(err) // Without randomness nothing may be sent.
	}
	bits[6], bits[8] = bits[6]&0x0f|0x40, bits[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", bits[:4], bits[4:6], bits[6:8], bits[8:10], bits[10:])
}

// largestExact is the largest whole number below which a double holds each.
const largestExact = int64(1)<<53 - 1

// wholeNumber reads a whole number, also when it came as its digits, or with a fraction of zero.
func wholeNumber(value any) (int64, bool) {
	var text string
	switch value := value.(type) {
	case json.Number:
		text = value.String()
	case string:
		if !digits.MatchString(value) {
			return 0, false
		}
		text = value
	default:
		return 0, false
	}
	number, err := json.Number(text).Float64()
	if err != nil || number != math.Trunc(number) || math.Abs(number) > float64(largestExact) {
		return 0, false
	}
	return int64(number), true
}

var digits = regexp.MustCompile(`^-?[0-9]{1,16}$`)
