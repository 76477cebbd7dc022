package irandargah

import (
	"fmt"
	"strconv"
	"time"

	"irandargah.com/client/v3/generated"
)

// Code tells errors apart: a number of the gateway's catalogue, or a word for what is in no catalogue. A code is a
// target of errors.Is, too. Three errors share -2; Error.Name tells them apart.
type Code = generated.Code

// The words for everything that is in no catalogue.
const (
	// CodeNetwork: no answer came.
	CodeNetwork Code = "network"
	// CodeTimeout: no answer came in time.
	CodeTimeout Code = "timeout"
	// CodeAborted: your context was cancelled.
	CodeAborted Code = "aborted"
	// CodeUnreadable: the answer is no JSON object of the gateway, or too large.
	CodeUnreadable Code = "unreadable"
	// CodeUntrusted: the signature of the answer fails.
	CodeUntrusted Code = "untrusted"
	// CodeUnexpected: the answer cannot be what it claims to be.
	CodeUnexpected Code = "unexpected"
	// CodeUnknown: the gateway gave a code that the operation does not document; GatewayCode is its number.
	CodeUnknown Code = "unknown_code"
)

// The codes of the gateway's catalogue; CodeUnexpectedError is its -500.
const (
	CodeMalformedBody       = generated.ErrorCodeMalformedBody
	CodeCredentialsMissing  = generated.ErrorCodeCredentialsMissing
	CodeCredentialsInvalid  = generated.ErrorCodeCredentialsInvalid
	CodeSignatureMissing    = generated.ErrorCodeSignatureMissing
	CodeTimestampInvalid    = generated.ErrorCodeTimestampInvalid
	CodeSignatureInvalid    = generated.ErrorCodeSignatureInvalid
	CodeIPNotAllowed        = generated.ErrorCodeIPNotAllowed
	CodeTerminalInactive    = generated.ErrorCodeTerminalInactive
	CodeValidation          = generated.ErrorCodeValidation
	CodeRateLimited         = generated.ErrorCodeRateLimited
	CodeInternal            = generated.ErrorCodeInternal
	CodeUnexpectedError     = generated.ErrorCodeUnexpected
	CodeBankUnavailable     = generated.ErrorCodeBankUnavailable
	CodeTransactionNotFound = generated.ErrorCodeTransactionNotFound
	CodeStateForbids        = generated.ErrorCodeStateForbids
	CodeAlreadyVerified     = generated.ErrorCodeAlreadyVerified
)

// Error is one failed call. Decide by Code, not by the HTTP status.
type Error struct {
	// Operation is the operationId of the contract, createPayment for example.
	Operation string
	Code      Code
	// Name is that of the catalogue, ErrorStateForbids for example; empty for what is in no catalogue.
	Name string
	// Type is the family of the error in the catalogue; transport_error or unknown_error for what is in none.
	Type string
	// GatewayCode is the number that the gateway gave, also one that this version does not know; 0 when it gave none.
	GatewayCode int64
	// HTTPStatus is 0 when no answer came.
	HTTPStatus int
	// Fault says why an answer cannot be used although it came: not_json, too_large, signature_mismatch, ….
	Fault string
	// Persian is the gateway's own message, fit to be shown to a person.
	Persian string
	// Fields are the faulty ones by name, each with its messages in Persian.
	Fields map[string][]string
	// Reason is the gateway's word for why the state of a payment forbids what was asked.
	Reason string
	// RequestID is what to quote when you ask the support.
	RequestID string
	// IdempotencyKey is the one that was sent: repeat the call with it and the same body, and it cannot act twice.
	IdempotencyKey string
	// RetryAfter is how long the gateway asks to wait; 0 when it does not.
	RetryAfter time.Duration
	// MayHaveActed tells whether the gateway may have done what was asked although the call failed.
	MayHaveActed bool
	// Advice says what to do about it.
	Advice string

	cause error
}

// Error says what failed and what to do. Neither secrets nor anything of the payer is in it.
func (e *Error) Error() string {
	label := string(e.Code)
	switch {
	case e.Name != "":
		label = fmt.Sprintf("%s (%s, HTTP %d)", e.Name, e.Code, e.HTTPStatus)
	case e.Code == CodeUnknown:
		label = fmt.Sprintf("%s (%d, HTTP %d)", e.Code, e.GatewayCode, e.HTTPStatus)
	case e.Fault != "":
		label = fmt.Sprintf("%s (%s, HTTP %d)", e.Code, e.Fault, e.HTTPStatus)
	}
	return fmt.Sprintf("%s: %s. %s", e.Operation, label, e.Advice)
}

// Unwrap gives what went wrong below, context.Canceled for example.
func (e *Error) Unwrap() error { return e.cause }

// Is lets errors.Is look for a code.
func (e *Error) Is(target error) bool {
	code, ok := target.(Code)
	return ok && code == e.Code
}

// ConfigurationError is the developer's own mistake, told before anything is sent.
type ConfigurationError struct{ message string }

func (e *ConfigurationError) Error() string { return e.message }

func misuse(format string, values ...any) error {
	return &ConfigurationError{fmt.Sprintf(format, values...)}
}

const lost = "No answer came: repeat it with the same idempotency key, or look up what became of it."

var advice = map[Code]string{
	CodeNetwork:    lost,
	CodeTimeout:    lost,
	CodeAborted:    "Your context was cancelled.",
	CodeUnreadable: "The answer is not JSON of the gateway: look for a proxy or an error page in between.",
	CodeUntrusted:  "The signature of the answer fails: check that SecretKey is that of this terminal.",
	CodeUnexpected: "The answer cannot be what it claims to be: look the payment up, and ask the support.",
	CodeUnknown:    "This client does not know the code: look up what became of the call, and read Persian.",
}

// faultAdvice is for faults whose code does not tell what to do.
var faultAdvice = map[string]string{
	faultTooLarge: "Reading ended at MaxAnswerBytes, counted after unpacking: no answer of the gateway is as large.",
	faultOld:      "It is too old, or the clock of this server is off: set it by NTP.",
}

// failed makes the error of a failure on the way; acted is false when nothing has left this machine.
func (q *question) failed(code Code, acted bool, cause error) *Error {
	return &Error{
		Operation:      q.operation.Name,
		Code:           code,
		Type:           "transport_error",
		IdempotencyKey: q.key,
		MayHaveActed:   acted && q.operation.Method != "GET",
		Advice:         advice[code],
		cause:          cause,
	}
}

// unusable makes the error of an answer that came and cannot be used.
func (q *question) unusable(code Code, fault string, status int) *Error {
	e := q.failed(code, true, nil)
	e.Fault, e.HTTPStatus = fault, status
	if special := faultAdvice[fault]; special != "" {
		e.Advice = special
	}
	return e
}

// refused makes the error of an answer with a code: that of the catalogue, or one that nobody knows.
func (q *question) refused(known *generated.CatalogueError, number int64, status int) *Error {
	e := q.failed(CodeUnknown, true, nil)
	e.GatewayCode, e.HTTPStatus, e.Type = number, status, "unknown_error"
	if known != nil {
		e.Code, e.Name, e.Type, e.Advice = known.Code, known.Name, known.Type, known.Advice
		e.MayHaveActed = e.MayHaveActed && known.MayHaveActed
	}
	return e
}

func codeOfNumber(number int64) Code { return Code(strconv.FormatInt(number, 10)) }
