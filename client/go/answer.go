package irandargah

import (
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"irandargah.com/client/v3/generated"
)

// Why an answer cannot be used although it came; the faults of signatures stand with these.
const (
	faultNotJSON      = "not_json"
	faultTooLarge     = "too_large"
	faultUndocumented = "undocumented"
	faultUnproven     = "unproven"
	faultOtherPayment = "other_payment"
	faultOtherRequest = "other_request"
	faultTestMode     = "test_mode_with_live_token"
)

// numberOf is the code of an error, wherever the body says it; false in a success and in a body that has none.
func numberOf(body fields) (int64, bool) {
	if number, ok := wholeNumber(body.object("error")["code"]); ok {
		return number, true
	}
	if body["success"] == true {
		return 0, false
	}
	return wholeNumber(body["status_code"])
}

// retryAfter is how long the gateway asks to wait; the end of the window serves only after a rate limit that names no
// time.
func retryAfter(answer *rawAnswer, limited bool, now time.Time) time.Duration {
	after := strings.TrimSpace(answer.header.Get(generated.HeadersRetryAfter))
	whole := after[:len(after)-len(strings.TrimLeft(after, "0123456789"))]
	// Out of range counts as for ever.
	if seconds, _ := strconv.ParseInt(whole, 10, 32); seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	if moment, err := http.ParseTime(after); err == nil {
		return max(0, moment.Sub(now))
	}
	reset := answer.header.Get(generated.HeadersRateLimitReset)
	if end, err := strconv.ParseInt(reset, 10, 64); err == nil && (limited || answer.status == http.StatusTooManyRequests) {
		return max(0, time.Unix(end, 0).Sub(now))
	}
	return 0
}

// documentedError is the error of the operation that a code is; nil when it documents none. Only the faces of a code
// that has several are told apart, by type and details: the HTTP status has no say (docs/decisions/0081).
func documentedError(operation generated.Operation, code Code, said fields) *generated.CatalogueError {
	kind := said.text("type")
	if said.object("details")["reason"] != nil {
		for _, known := range generated.Errors {
			if known.Name == "ErrorStateForbids" {
				kind = known.Type
			}
		}
	}
	var last, alike *generated.CatalogueError
	for at := range generated.Errors {
		known := &generated.Errors[at]
		if known.Code != code || !slices.Contains(operation.Errors, known.Name) {
			continue
		}
		last = known
		if known.Type == kind {
			alike = known
		}
	}
	if alike != nil {
		return alike
	}
	return last
}

// faultOf says why a success cannot be taken for the answer to this question, empty when it can: signatures cover
// neither path nor request.
func faultOf(asked *question, data fields) string {
	operation := asked.operation
	for _, needed := range operation.Data {
		value := data[needed.Field]
		fits := value != nil
		switch needed.Kind {
		case "object":
			_, fits = value.(map[string]any)
		case "array":
			_, fits = value.([]any)
		}
		if !fits {
			return faultUndocumented
		}
	}
	first := "refund"
	if len(operation.Data) > 0 {
		first = operation.Data[0].Field
	}
	subject := data.object(first)
	if subject != nil && (asked.authority != "" || operation.Name == "createPayment") {
		// What is only assumed of an operation cannot be missed in its answer.
		named := subject.text("authority")
		if named == "" && !operation.Undocumented {
			return faultUndocumented
		}
		if named != "" && asked.authority != "" && named != asked.authority {
			return faultOtherPayment
		}
		amount, isNumber := wholeNumber(subject["amount"])
		other := asked.authority != "" && asked.amount != nil && (!isNumber || amount != *asked.amount)
		if other && isAnyNumber(subject["amount"]) {
			return faultOtherPayment
		}
		// Whoever delivers on this answer needs all of the proof.
		if verified := first == "verification" && operation.Method == http.MethodPost; verified {
			if _, proven := proofOf(subject); other || !proven {
				return faultUnproven
			}
		}
	}
	if asked.live && data.object("meta")["test_mode"] == true {
		return faultTestMode
	}
	return ""
}

// namesAnotherRequest tells whether an answer names another request than ours by its idempotency key.
func namesAnotherRequest(key string, body fields) bool {
	for _, meta := range []fields{body.object("meta"), body.object("data").object("meta")} {
		if named := meta.text("idempotency_key"); key != "" && named != "" && named != key {
			return true
		}
	}
	return false
}

// read reads an answer that has been found authentic: the body of a success, or an error by its code.
func (c *Client) read(asked *question, answer *rawAnswer) (fields, *Error) {
	operation, now := asked.operation, c.now()
	body, isJSON := parse(answer.text)
	data := body.object("data")
	requestID := body.object("meta").text("request_id")
	if body["meta"] == nil {
		requestID = data.object("meta").text("request_id")
	}
	unusable := func(code Code, fault string) *Error {
		failure := asked.unusable(code, fault, answer.status)
		failure.RequestID, failure.RetryAfter = requestID, retryAfter(answer, false, now)
		return failure
	}
	if !isJSON {
		return nil, unusable(CodeUnreadable, faultNotJSON)
	}
	if namesAnotherRequest(asked.key, body) {
		return nil, unusable(CodeUnexpected, faultOtherRequest)
	}
	number, found := numberOf(body)
	said := body.object("error")
	failed := body["success"] == false || said["code"] != nil || answer.status < 200 || answer.status >= 300
	if !failed && operation.Data == nil {
		return body, nil
	}
	if !failed && body["success"] == true && data != nil {
		if fault := faultOf(asked, data); fault != "" {
			return nil, unusable(CodeUnexpected, fault)
		}
		return data, nil
	}
	if !failed || !found {
		return nil, unusable(CodeUnexpected, faultUndocumented)
	}
	code := codeOfNumber(number)
	failure := asked.refused(documentedError(operation, code, said), number, answer.status)
	failure.RequestID = requestID
	failure.RetryAfter = retryAfter(answer, code == CodeRateLimited, now)
	if failure.Persian = said.text("message"); said["message"] == nil {
		failure.Persian = body.text("message")
	}
	details := said.object("details")
	fill(reflect.ValueOf(&failure.Fields).Elem(), details["validation"])
	failure.Reason = details.text("reason")
	return nil, failure
}
