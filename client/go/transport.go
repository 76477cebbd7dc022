package irandargah

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"irandargah.com/client/v3/generated"
)

// rawAnswer is an answer that came in full.
type rawAnswer struct {
	status int
	header http.Header
	text   []byte
}

var codesBeforeTheTerminalIsKnown = map[Code]bool{
	CodeCredentialsMissing: true, CodeCredentialsInvalid: true, CodeRateLimited: true,
}

// mayBeUnsigned tells whether an answer needs no signature: an early refusal (docs/decisions/0010), or no answer of the
// gateway at all.
func mayBeUnsigned(text []byte) bool {
	body, ok := parse(text)
	if !ok {
		return true
	}
	number, found := numberOf(body)
	return found && codesBeforeTheTerminalIsKnown[codeOfNumber(number)]
}

// attempt signs the request, sends its exact bytes, waits no longer than it may, and verifies the answer.
func (c *Client) attempt(ctx context.Context, asked *question, timeout time.Duration) (fields, *Error) {
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	answer, err := c.exchange(limited, asked)
	if errors.Is(err, errTooLarge) {
		return nil, asked.unusable(CodeUnreadable, faultTooLarge, answer.status)
	}
	if err != nil {
		code := CodeNetwork
		switch {
		case ctx.Err() != nil:
			code = endOf(ctx)
		case limited.Err() != nil:
			code = CodeTimeout
		}
		// The address is left out: it names the payment.
		var inner *url.Error
		if errors.As(err, &inner) {
			err = inner.Err
		}
		return nil, asked.failed(code, true, err)
	}
	if c.options.SecretKey != "" && asked.operation.Signed {
		fault := c.responseFault(answer)
		if fault != "" && !(fault == faultUnsigned && mayBeUnsigned(answer.text)) {
			return nil, asked.unusable(CodeUntrusted, fault, answer.status)
		}
	} else {
		answer.text = bytes.TrimPrefix(answer.text, []byte("\ufeff"))
	}
	if answer.header.Get(generated.HeadersTokenDeprecated) == "true" {
		ends := answer.header.Get(generated.HeadersTokenDeprecatedExpiresAt)
		c.warn("The token was rotated away and ends at " + ends + ": use the new one.")
	}
	body, failure := c.read(asked, answer)
	if failure == nil && answer.status != asked.operation.SuccessStatus {
		c.warn(asked.operation.Name + " succeeded with HTTP " + strconv.Itoa(answer.status) + ", which is not documented.")
	}
	return body, failure
}

var errTooLarge = errors.New("too large")

// exchange sends a request once, and reads no more of the answer than a limit: few bytes can unpack to any number.
func (c *Client) exchange(ctx context.Context, asked *question) (*rawAnswer, error) {
	request, err := c.request(ctx, asked)
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer := &rawAnswer{status: response.StatusCode, header: response.Header}
	answer.text, err = io.ReadAll(io.LimitReader(response.Body, min(c.options.MaxAnswerBytes, math.MaxInt64-1)+1))
	if err == nil && int64(len(answer.text)) > c.options.MaxAnswerBytes {
		err = errTooLarge
	}
	return answer, err
}

func (c *Client) request(ctx context.Context, asked *question) (*http.Request, error) {
	operation := asked.operation
	var body io.Reader
	if asked.body != nil {
		body = bytes.NewReader(asked.body)
	}
	request, err := http.NewRequestWithContext(ctx, operation.Method, c.options.BaseURL+asked.path, body)
	if err != nil {
		return nil, err
	}
	// net/http repeats by itself what it can rewind; this client counts and signs its attempts.
	request.GetBody = nil
	request.Header.Set("Accept", "application/json")
	if asked.body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if operation.Token {
		request.Header.Set("Authorization", "Bearer "+c.options.Token)
	}
	if asked.key != "" {
		request.Header.Set(generated.HeadersIdempotencyKey, asked.key)
	}
	if operation.Name == "prepareRequest" {
		request.Header.Set(generated.HeadersAPIToken, c.options.Token)
	}
	if c.options.SecretKey != "" && operation.Signed {
		timestamp := strconv.FormatInt(c.now().Unix(), 10)
		signature := signRequest(c.options.SecretKey, operation.Method, asked.path, asked.body, timestamp)
		request.Header.Set(generated.SigningRequestTimestampHeader, timestamp)
		request.Header.Set(generated.SigningRequestSignatureHeader, signature)
	}
	return request, nil
}

// responseFault checks the signature of an answer over the exact text that came; empty when it can be trusted.
func (c *Client) responseFault(answer *rawAnswer) string {
	signature := answer.header.Get(generated.SigningResponseSignatureHeader)
	timestamp := answer.header.Get(generated.SigningResponseTimestampHeader)
	return answerFault(c.options.SecretKey, answer.text, signature, timestamp, c.now())
}
