// Code generated from openapi/ by npm run generate. DO NOT EDIT.

// Package generated holds what is made of the contract: its types, its lists of values, and the facts of the client.
package generated

// ServersProduction: Base addresses by environment.
const ServersProduction = "https://ipg.irandargah.com"

// ServersSandbox: Base addresses by environment.
const ServersSandbox = "https://sandbox.irandargah.com"

// TokenPattern: The form of a token.
const TokenPattern = "^idg_(live|test)_[A-Za-z0-9]+$"

// TokenPrefixesProduction: How a token begins, by environment.
const TokenPrefixesProduction = "idg_live_"

// TokenPrefixesSandbox: How a token begins, by environment.
const TokenPrefixesSandbox = "idg_test_"

// HeadersIdempotencyKey: Names of headers on the wire, by their purpose.
const HeadersIdempotencyKey = "Idempotency-Key"

// HeadersIdempotencyKeyAlias: Names of headers on the wire, by their purpose.
const HeadersIdempotencyKeyAlias = "X-Idempotency-Key"

// HeadersAPIToken: Names of headers on the wire, by their purpose.
const HeadersAPIToken = "X-API-Token"

// HeadersTokenDeprecated: Names of headers on the wire, by their purpose.
const HeadersTokenDeprecated = "X-Token-Deprecated"

// HeadersTokenDeprecatedExpiresAt: Names of headers on the wire, by their purpose.
const HeadersTokenDeprecatedExpiresAt = "X-Token-Deprecated-Expires-At"

// HeadersRetryAfter: Names of headers on the wire, by their purpose.
const HeadersRetryAfter = "Retry-After"

// HeadersRateLimitReset: Names of headers on the wire, by their purpose.
const HeadersRateLimitReset = "X-RateLimit-Reset"

// HeadersWebhookEvent: Names of headers on the wire, by their purpose.
const HeadersWebhookEvent = "X-Webhook-Event"

// HeadersWebhookID: Names of headers on the wire, by their purpose.
const HeadersWebhookID = "X-Webhook-ID"

// RialsPerToman: How many rials one toman is.
const RialsPerToman = 10

// SigningToleranceSeconds: How requests, responses and webhooks are signed; times in seconds.
const SigningToleranceSeconds = 300

// SigningRequestSeparator: How requests, responses and webhooks are signed; times in seconds.
const SigningRequestSeparator = ":"

// SigningRequestSignatureHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningRequestSignatureHeader = "X-Signature"

// SigningRequestTimestampHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningRequestTimestampHeader = "X-Timestamp"

// SigningRequestEndpointPrefix: How requests, responses and webhooks are signed; times in seconds.
const SigningRequestEndpointPrefix = "/v2/"

// SigningResponseSeparator: How requests, responses and webhooks are signed; times in seconds.
const SigningResponseSeparator = ":"

// SigningResponseSignatureHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningResponseSignatureHeader = "X-Response-Signature"

// SigningResponseTimestampHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningResponseTimestampHeader = "X-Response-Timestamp"

// SigningWebhookSignatureHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningWebhookSignatureHeader = "X-Webhook-Signature"

// SigningWebhookTimestampHeader: How requests, responses and webhooks are signed; times in seconds.
const SigningWebhookTimestampHeader = "X-Webhook-Timestamp"

// SigningRequestParts are what is signed of a request, in this order.
var SigningRequestParts = []string{"METHOD", "endpoint", "body", "timestamp"}

// SigningResponseParts are what is signed of an answer, in this order.
var SigningResponseParts = []string{"body", "timestamp"}

// Operation is how to call an operation, and what it may answer. Data is nil where an answer has no data at all.
type Operation struct {
	Name, Method, Path string

	Token, Signed, IdempotencyKey, Undocumented bool

	SuccessStatus int

	Data []Needed

	Errors []string
}

// Needed is a field that the data of a success must have, and what it is: an object, an array or any value.
type Needed struct{ Field, Kind string }

// Every operation that answers in JSON, by its id.
var Operations = map[string]Operation{
	"createPayment": {
		Name: "createPayment", Method: "POST", Path: "/v2/payments", Token: true, Signed: true, IdempotencyKey: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable"},

		Data: []Needed{{"transaction", "object"}},
	},
	"getPayment": {
		Name: "getPayment", Method: "GET", Path: "/v2/payments/{authority}", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"transaction", "object"}},
	},
	"cancelPayment": {
		Name: "cancelPayment", Method: "POST", Path: "/v2/payments/{authority}/cancel", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"transaction", "object"}},
	},
	"createVerification": {
		Name: "createVerification", Method: "POST", Path: "/v2/verifications", Token: true, Signed: true, IdempotencyKey: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable"},

		Data: []Needed{{"verification", "object"}},
	},
	"getVerification": {
		Name: "getVerification", Method: "GET", Path: "/v2/verifications/{authority}", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"verification", "object"}},
	},
	"retryVerification": {
		Name: "retryVerification", Method: "POST", Path: "/v2/verifications/{authority}/retry", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable"},

		Data: []Needed{{"verification", "object"}},
	},
	"listTransactions": {
		Name: "listTransactions", Method: "GET", Path: "/v2/transactions", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"transactions", "array"}, {"pagination", "object"}},
	},
	"getTransaction": {
		Name: "getTransaction", Method: "GET", Path: "/v2/transactions/{authority}", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"transaction", "object"}},
	},
	"createRefund": {
		Name: "createRefund", Method: "POST", Path: "/v2/refunds", Token: true, Signed: true, IdempotencyKey: true, Undocumented: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorStateForbids", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable"},

		Data: []Needed{},
	},
	"getDailyReport": {
		Name: "getDailyReport", Method: "GET", Path: "/v2/reports/daily", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"report_date", "value"}, {"summary", "object"}, {"hourly_breakdown", "array"}, {"payment_methods", "array"}, {"status_breakdown", "array"}},
	},
	"getMonthlyReport": {
		Name: "getMonthlyReport", Method: "GET", Path: "/v2/reports/monthly", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"report_month", "value"}, {"period", "object"}, {"summary", "object"}, {"daily_breakdown", "array"}, {"payment_methods", "array"}, {"psp_breakdown", "array"}},
	},
	"subscribeWebhook": {
		Name: "subscribeWebhook", Method: "POST", Path: "/v2/webhooks/subscribe", Token: true, Signed: true, SuccessStatus: 201,

		Errors: []string{"ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"webhook", "object"}},
	},
	"listWebhookEvents": {
		Name: "listWebhookEvents", Method: "GET", Path: "/v2/webhooks/events", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"events", "object"}, {"webhook_requirements", "object"}},
	},
	"unsubscribeWebhook": {
		Name: "unsubscribeWebhook", Method: "POST", Path: "/v2/webhooks/unsubscribe", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"webhook_id", "value"}, {"status", "value"}},
	},
	"testWebhook": {
		Name: "testWebhook", Method: "POST", Path: "/v2/webhooks/test", Token: true, Signed: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},

		Data: []Needed{{"webhook_id", "value"}, {"event_type", "value"}, {"test_result", "object"}},
	},
	"prepareRequest": {
		Name: "prepareRequest", Method: "POST", Path: "/api/prepare-request", Token: true, SuccessStatus: 200,

		Errors: []string{"ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},
	},
	"getIdempotencyKey": {
		Name: "getIdempotencyKey", Method: "GET", Path: "/v2/idempotency-key", SuccessStatus: 200,

		Errors: []string{"ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},
	},
	"getHealth": {
		Name: "getHealth", Method: "GET", Path: "/health", SuccessStatus: 200,

		Errors: []string{"ErrorRateLimited", "ErrorInternal", "ErrorUnexpected"},
	},
}

// CatalogueError is an error that the gateway documents.
type CatalogueError struct {
	Name string

	Code Code

	Type, Advice string

	MayHaveActed bool
}

// The catalogue of errors by the name of their schema, with what to do; those that the gateway itself met may pass.
var Errors = []CatalogueError{
	{Name: "ErrorMalformedBody", Code: ErrorCodeMalformedBody, Type: "validation_error", MayHaveActed: false, Advice: "Send valid JSON in UTF-8 with the header `Content-Type: application/json`."},
	{Name: "ErrorCredentialsMissing", Code: ErrorCodeCredentialsMissing, Type: "authentication_error", MayHaveActed: false, Advice: "Send the header `Authorization: Bearer idg_…`."},
	{Name: "ErrorCredentialsInvalid", Code: ErrorCodeCredentialsInvalid, Type: "authentication_error", MayHaveActed: false, Advice: "Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox."},
	{Name: "ErrorSignatureMissing", Code: ErrorCodeSignatureMissing, Type: "authentication_error", MayHaveActed: false, Advice: "Sign the request with the terminal's secret key and send both headers."},
	{Name: "ErrorTimestampInvalid", Code: ErrorCodeTimestampInvalid, Type: "authentication_error", MayHaveActed: false, Advice: "Set your server's clock by NTP and sign each request anew, just before it is sent."},
	{Name: "ErrorSignatureInvalid", Code: ErrorCodeSignatureInvalid, Type: "authentication_error", MayHaveActed: false, Advice: "Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key."},
	{Name: "ErrorIpNotAllowed", Code: ErrorCodeIPNotAllowed, Type: "authorization_error", MayHaveActed: false, Advice: "Add the address of your server to the list in the panel, or send from an address that is on it."},
	{Name: "ErrorTerminalInactive", Code: ErrorCodeTerminalInactive, Type: "authorization_error", MayHaveActed: false, Advice: "Look at the terminal in the panel and ask the support to activate it."},
	{Name: "ErrorValidation", Code: ErrorCodeValidation, Type: "validation_error", MayHaveActed: false, Advice: "Read `Fields`, mend the named fields and send the request again."},
	{Name: "ErrorRateLimited", Code: ErrorCodeRateLimited, Type: "rate_limit_error", MayHaveActed: false, Advice: "Wait the seconds that `Retry-After` names, then send the same request again."},
	{Name: "ErrorInternal", Code: ErrorCodeInternal, Type: "server_error", MayHaveActed: true, Advice: "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."},
	{Name: "ErrorUnexpected", Code: ErrorCodeUnexpected, Type: "server_error", MayHaveActed: true, Advice: "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."},
	{Name: "ErrorBankUnavailable", Code: ErrorCodeBankUnavailable, Type: "gateway_error", MayHaveActed: true, Advice: "Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost."},
	{Name: "ErrorTransactionNotFound", Code: ErrorCodeTransactionNotFound, Type: "business_logic_error", MayHaveActed: false, Advice: "Compare the authority with the one you stored, and the environment and the token with those that created it."},
	{Name: "ErrorStateForbids", Code: ErrorCodeStateForbids, Type: "business_logic_error", MayHaveActed: false, Advice: "Read `Reason`, load the payment and decide by its status. Do not deliver the goods."},
	{Name: "ErrorAlreadyVerified", Code: ErrorCodeAlreadyVerified, Type: "business_logic_error", MayHaveActed: false, Advice: "Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time."},
}

// Code tells errors apart: a number of the catalogue, or a word for what is in no catalogue.
type Code string

// Error lets a code be the target of errors.Is.
func (code Code) Error() string { return string(code) }

// ErrorCodeMalformedBody is a validation_error.
const ErrorCodeMalformedBody Code = "-2"

// ErrorCodeCredentialsMissing is an authentication_error.
const ErrorCodeCredentialsMissing Code = "-50"

// ErrorCodeCredentialsInvalid is an authentication_error.
const ErrorCodeCredentialsInvalid Code = "-51"

// ErrorCodeSignatureMissing is an authentication_error.
const ErrorCodeSignatureMissing Code = "-101"

// ErrorCodeTimestampInvalid is an authentication_error.
const ErrorCodeTimestampInvalid Code = "-102"

// ErrorCodeSignatureInvalid is an authentication_error.
const ErrorCodeSignatureInvalid Code = "-103"

// ErrorCodeIPNotAllowed is an authorization_error.
const ErrorCodeIPNotAllowed Code = "-52"

// ErrorCodeTerminalInactive is an authorization_error.
const ErrorCodeTerminalInactive Code = "-53"

// ErrorCodeValidation is a validation_error.
const ErrorCodeValidation Code = "-2"

// ErrorCodeRateLimited is a rate_limit_error.
const ErrorCodeRateLimited Code = "-54"

// ErrorCodeInternal is a server_error.
const ErrorCodeInternal Code = "-31"

// ErrorCodeUnexpected is a server_error.
const ErrorCodeUnexpected Code = "-500"

// ErrorCodeBankUnavailable is a gateway_error.
const ErrorCodeBankUnavailable Code = "996"

// ErrorCodeTransactionNotFound is a business_logic_error.
const ErrorCodeTransactionNotFound Code = "-33"

// ErrorCodeStateForbids is a business_logic_error.
const ErrorCodeStateForbids Code = "-2"

// ErrorCodeAlreadyVerified is a business_logic_error.
const ErrorCodeAlreadyVerified Code = "-21"

// The fields that the data of each event must have.
var EventFields = map[string][]string{
	"payment.created": {
		"authority", "amount", "status", "created_at",
	},
	"payment.completed": {
		"authority", "amount", "order_id", "ref_code", "pan", "verified_at",
	},
	"payment.failed": {
		"authority", "amount", "status", "message",
	},
	"payment.cancelled": {
		"authority", "amount", "status", "message",
	},
	"payment.reversed": {},
	"verification.completed": {
		"authority", "amount", "order_id", "ref_code", "pan", "verified_at",
	},
	"verification.failed": {
		"authority", "amount", "status", "message",
	},
	"refund.created": {
		"refund_code", "authority", "amount", "status", "reason", "created_at",
	},
	"refund.completed": {
		"refund_code", "authority", "amount", "status", "completed_at",
	},
	"settlement.created": {
		"settlement_code", "amount", "status", "period",
	},
	"settlement.completed": {
		"settlement_code", "amount", "status", "period",
	},
	"settlement.failed": {
		"settlement_code", "amount", "status", "period",
	},
}

// The fields of the callback.
var CallbackFields = []string{"authority", "status_code", "message", "amount", "order_id", "ref_id", "card_pan"}

// Fields that hold an amount of money.
var AmountFields = []string{"amount", "successful_amount", "total_amount", "total_fees"}

// Fields that hold a reference of the bank.
var ReferenceFields = []string{"ref_code", "ref_id"}
