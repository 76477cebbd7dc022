// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package generated

import "log/slog"

// Rials is an amount in rials. Make one by FromRials, FromToman or ParseRials.
type Rials int64

// Private is text of the payer, or a secret: it prints as [redacted], and string(value) has it.
type Private string

// String keeps the value out of logs.
func (Private) String() string { return "[redacted]" }

// GoString keeps the value out of logs.
func (Private) GoString() string { return "[redacted]" }

// LogValue keeps the value out of logs that are written in JSON.
func (Private) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// CreatedTransaction: The new payment.
type CreatedTransaction struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// The page to which you send the payer.
	GatewayURL string `json:"gateway_url"`

	// When the payment expires if nobody has paid it.
	ExpiresAt string `json:"expires_at"`
}

// DailyReport: One Jalali day in figures.
type DailyReport struct {
	// A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.
	ReportDate string `json:"report_date"`

	// The totals of the day.
	Summary DailySummary `json:"summary"`

	// The hours in which there were transactions.
	HourlyBreakdown []HourFigures `json:"hourly_breakdown"`

	// The figures of each payment method.
	PaymentMethods []PaymentMethodFigures `json:"payment_methods"`

	// How many transactions have each status.
	StatusBreakdown []StatusFigures `json:"status_breakdown"`
}

// DailySummary: The totals of the day.
type DailySummary struct {
	// A number of transactions.
	TotalTransactions int64 `json:"total_transactions"`

	// A number of transactions.
	SuccessfulTransactions int64 `json:"successful_transactions"`

	// A number of transactions.
	FailedTransactions int64 `json:"failed_transactions"`

	// A sum of amounts in rials.
	TotalAmount Rials `json:"total_amount"`

	// A sum of amounts in rials.
	SuccessfulAmount Rials `json:"successful_amount"`

	// Successful transactions in percent of all; 0 when there were none.
	SuccessRate float64 `json:"success_rate"`

	// A sum of amounts in rials.
	TotalFees Rials `json:"total_fees"`
}

// DayFigures: The figures of one day.
type DayFigures struct {
	// A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.
	Date string `json:"date"`

	// A number of transactions.
	Transactions int64 `json:"transactions"`

	// A sum of amounts in rials.
	Amount Rials `json:"amount"`
}

// GetDailyReportQuery: What getDailyReport may be asked for; what is empty is not sent.
type GetDailyReportQuery struct {
	// The day, Jalali. Today when it is missing. It cannot lie in the future.
	Date string `json:"date,omitempty"`
}

// GetMonthlyReportQuery: What getMonthlyReport may be asked for; what is empty is not sent.
type GetMonthlyReportQuery struct {
	// The month, Jalali. The current one when it is missing. It cannot lie in the future.
	Month string `json:"month,omitempty"`
}

// HealthResponse: The health of the API.
type HealthResponse struct {
	// Says that the API is up. Known today: `ok`; others may come.
	Status string `json:"status"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	Timestamp string `json:"timestamp"`

	// Version of the API.
	Version string `json:"version"`
}

// HourFigures: The figures of one hour.
type HourFigures struct {
	// The hour of the day, in the zone Asia/Tehran.
	Hour int64 `json:"hour"`

	// A number of transactions.
	Transactions int64 `json:"transactions"`

	// A sum of amounts in rials.
	Amount Rials `json:"amount"`
}

// IdempotencyKeyResponse: A new key.
type IdempotencyKeyResponse struct {
	// Always true in a success.
	Success bool `json:"success"`

	// The key, for the header `Idempotency-Key`.
	IdempotencyKey string `json:"idempotency_key"`

	// How long the key is remembered, in seconds; see `x-idempotency`.
	ExpiresIn int64 `json:"expires_in"`

	// An English hint on how to use the key.
	Usage string `json:"usage"`
}

// ListTransactionsQuery: What listTransactions may be asked for; what is empty is not sent.
type ListTransactionsQuery struct {
	// First day of the range, Jalali. It cannot lie in the future.
	FromDate string `json:"from_date,omitempty"`

	// Last day of the range, Jalali. It cannot lie before `from_date`.
	ToDate string `json:"to_date,omitempty"`

	// Number of the page, from one.
	Page int64 `json:"page,omitempty"`

	// How many transactions a page holds.
	PerPage int64 `json:"per_page,omitempty"`

	// Only transactions with this status.
	Status string `json:"status,omitempty"`
}

// MonthlyReport: One Jalali month in figures.
type MonthlyReport struct {
	// A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM`.
	ReportMonth string `json:"report_month"`

	// The first and the last day of the report, both included.
	Period ReportPeriod `json:"period"`

	// The totals of the month. `successful_amount` and `total_fees` may be missing.
	Summary MonthlySummary `json:"summary"`

	// The days on which there were transactions.
	DailyBreakdown []DayFigures `json:"daily_breakdown"`

	// The figures of each payment method.
	PaymentMethods []PaymentMethodFigures `json:"payment_methods"`

	// The figures of each payment service provider (PSP).
	PSPBreakdown []PSPFigures `json:"psp_breakdown"`
}

// MonthlySummary: The totals of the month. `successful_amount` and `total_fees` may be missing.
type MonthlySummary struct {
	// A number of transactions.
	TotalTransactions *int64 `json:"total_transactions"`

	// A number of transactions.
	SuccessfulTransactions *int64 `json:"successful_transactions"`

	// A number of transactions.
	FailedTransactions *int64 `json:"failed_transactions"`

	// A sum of amounts in rials.
	TotalAmount *Rials `json:"total_amount"`

	// A sum of amounts in rials.
	SuccessfulAmount *Rials `json:"successful_amount"`

	// Successful transactions in percent of all; 0 when there were none.
	SuccessRate *float64 `json:"success_rate"`

	// A sum of amounts in rials.
	TotalFees *Rials `json:"total_fees"`
}

// Pagination: Where a page stands among all.
type Pagination struct {
	// The number of this page.
	CurrentPage int64 `json:"current_page"`

	// How many transactions a page holds.
	PerPage int64 `json:"per_page"`

	// A number of transactions.
	Total int64 `json:"total"`

	// The number of the last page; one when there is nothing.
	LastPage int64 `json:"last_page"`
}

// Payment: A payment with its public status.
type Payment struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Reference number of the bank; null as long as the payment has not been verified.
	RefID string `json:"ref_id"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	UpdatedAt string `json:"updated_at"`
}

// PaymentCreatedData: The payment that was created.
type PaymentCreatedData struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`
}

// PaymentCreatedMeta: Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.
type PaymentCreatedMeta struct {
	// A string of your choice that names one logical request; printable ASCII without blanks.
	IdempotencyKey string `json:"idempotency_key"`

	// Identifier of this request at the gateway. Quote it when you ask the support about an answer.
	RequestID string `json:"request_id"`

	// How long the gateway worked on the answer, in milliseconds.
	ProcessingTimeMs *int64 `json:"processing_time_ms"`

	// Says that the sandbox answered. Known today: `sandbox`; others may come.
	Environment string `json:"environment"`

	// Says that no real money moves.
	TestMode *bool `json:"test_mode"`
}

// PaymentCreatedResponseData: The payment and facts about this answer.
type PaymentCreatedResponseData struct {
	// The new payment.
	Transaction CreatedTransaction `json:"transaction"`

	// Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.
	Meta PaymentCreatedMeta `json:"meta"`
}

// PaymentData: The payment and facts about this answer.
type PaymentData struct {
	// A payment with its public status.
	Transaction Payment `json:"transaction"`

	// Facts about this answer.
	Meta PaymentMeta `json:"meta"`
}

// PaymentMeta: Facts about this answer.
type PaymentMeta struct {
	// Identifier of this request at the gateway. Quote it when you ask the support about an answer.
	RequestID string `json:"request_id"`

	// Whether the answer comes from a cache.
	Cached *bool `json:"cached"`
}

// PaymentMethodFigures: The figures of one payment method.
type PaymentMethodFigures struct {
	// The payment method, `card` for example.
	Method string `json:"method"`

	// A number of transactions.
	Transactions int64 `json:"transactions"`

	// A sum of amounts in rials.
	Amount Rials `json:"amount"`
}

// PaymentRequest: The payment to create.
type PaymentRequest struct {
	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Your own identifier of the order.
	OrderID string `json:"order_id"`

	// The address in your shop to which the payer returns after paying.
	CallbackURL string `json:"callback_url"`

	// The payer's mobile number: `09…`, `9…`, `989…`, `+989…` or `00989…`, each with the nine digits that follow.
	Mobile Private `json:"mobile,omitempty"`

	// Free text about the payment. The characters < and > are refused, so that it can never carry HTML.
	Description string `json:"description,omitempty"`

	// The only card that may pay: all sixteen digits, or the first six, six asterisks and the last four.
	CardNumber Private `json:"card_number,omitempty"`

	// The HTTP method by which the payer returns to `callback_url`.
	Action string `json:"action,omitempty"`

	// Code of an affiliate.
	AffiliateCode string `json:"affiliate_code,omitempty"`

	// Verify the payment without a call of createVerification. The callback then carries the status code 100 instead of 201.
	DirectVerify bool `json:"direct_verify,omitempty"`
}

// PaymentStatus: Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
type PaymentStatus string

// PaymentStatusPending is known today.
const PaymentStatusPending PaymentStatus = "pending"

// PaymentStatusCompleted is known today.
const PaymentStatusCompleted PaymentStatus = "completed"

// PaymentStatusFailed is known today.
const PaymentStatusFailed PaymentStatus = "failed"

// PaymentStatusTimeout is known today.
const PaymentStatusTimeout PaymentStatus = "timeout"

// PaymentStatusCancelled is known today.
const PaymentStatusCancelled PaymentStatus = "cancelled"

// PaymentStatusUnknown is known today.
const PaymentStatusUnknown PaymentStatus = "unknown"

// PrepareRequest: The request that you are about to send.
type PrepareRequest struct {
	// Its HTTP method.
	Method string `json:"method"`

	// Its path after `/v2/`, without the query; `payments` for example.
	Endpoint string `json:"endpoint"`

	// Its body; leave it out for a request without one.
	Data map[string]any `json:"data,omitempty"`
}

// PreparedHeaders: The headers to send, by name.
type PreparedHeaders struct {
	// A string of your choice that names one logical request; printable ASCII without blanks.
	XIdempotencyKey string `json:"X-Idempotency-Key"`

	// An HMAC-SHA256 as 64 lower-case hexadecimal digits.
	XSignature Private `json:"X-Signature"`

	// Unix seconds.
	XTimestamp string `json:"X-Timestamp"`

	// The type of the body. Known today: `application/json`; others may come.
	ContentType string `json:"Content-Type"`
}

// PreparedRequestResponse: The headers to send with the request.
type PreparedRequestResponse struct {
	// Always true in a success.
	Success bool `json:"success"`

	// A fresh idempotency key.
	IdempotencyKey string `json:"idempotency_key"`

	// Whether your terminal demands signed requests.
	SignatureRequired bool `json:"signature_required"`

	// The value for `X-Signature`; null when your terminal has no secret key.
	Signature string `json:"signature"`

	// The value for `X-Timestamp`, in Unix seconds.
	Timestamp string `json:"timestamp"`

	// How the signature is made. Known today: `HMAC-SHA256`; others may come.
	Algorithm string `json:"algorithm"`

	// The headers to send, by name.
	Headers PreparedHeaders `json:"headers"`

	// When the signature stops being valid, ISO 8601 in UTC.
	ExpiresAt string `json:"expires_at"`
}

// PSPFigures: The figures of one payment service provider (PSP).
type PSPFigures struct {
	// The provider, `mellat` for example.
	PSP string `json:"psp"`

	// A number of transactions.
	Transactions int64 `json:"transactions"`

	// A sum of amounts in rials.
	Amount Rials `json:"amount"`
}

// Refund: A refund.
type Refund struct {
	// Identifier of a refund.
	RefundCode string `json:"refund_code"`

	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a refund in rials; at most what is left of the payment.
	Amount *Rials `json:"amount"`

	// Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.
	Status RefundStatus `json:"status"`

	// The reason given with the request, or null.
	Reason string `json:"reason"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`
}

// RefundCompletedData: The refund that was paid out.
type RefundCompletedData struct {
	// Identifier of a refund.
	RefundCode string `json:"refund_code"`

	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a refund in rials; at most what is left of the payment.
	Amount Rials `json:"amount"`

	// Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.
	Status RefundStatus `json:"status"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CompletedAt string `json:"completed_at"`
}

// RefundCreatedData: The refund that was registered.
type RefundCreatedData struct {
	// Identifier of a refund.
	RefundCode string `json:"refund_code"`

	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a refund in rials; at most what is left of the payment.
	Amount Rials `json:"amount"`

	// Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.
	Status RefundStatus `json:"status"`

	// The reason given with the request, or null.
	Reason string `json:"reason"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`
}

// RefundCreatedResponseData: The refund and facts about this answer.
type RefundCreatedResponseData struct {
	// A refund.
	Refund Refund `json:"refund"`

	// Facts about this answer.
	Meta VerificationMeta `json:"meta"`
}

// RefundRequest: The payment to refund.
type RefundRequest struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// How much to return, in rials; the whole payment when it is missing.
	Amount Rials `json:"amount,omitempty"`

	// Why the money goes back.
	Reason string `json:"reason,omitempty"`
}

// RefundStatus: Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.
type RefundStatus string

// RefundStatusPending is known today.
const RefundStatusPending RefundStatus = "pending"

// RefundStatusCompleted is known today.
const RefundStatusCompleted RefundStatus = "completed"

// RefundStatusFailed is known today.
const RefundStatusFailed RefundStatus = "failed"

// ReportPeriod: The first and the last day of the report, both included.
type ReportPeriod struct {
	// A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.
	From string `json:"from"`

	// A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.
	To string `json:"to"`
}

// SettledPaymentData: The payment that was completed or verified.
type SettledPaymentData struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Your own identifier of the order.
	OrderID string `json:"order_id"`

	// Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.
	RefCode string `json:"ref_code"`

	// The payer's card number with its first six and last four digits.
	PAN Private `json:"pan"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	VerifiedAt string `json:"verified_at"`
}

// SettlementData: The batch that is transferred to your account.
type SettlementData struct {
	// Identifier of the settlement.
	SettlementCode string `json:"settlement_code"`

	// A sum of amounts in rials.
	Amount Rials `json:"amount"`

	// Status of the settlement. Known today: `pending`, `completed`, `failed`; others may come.
	Status string `json:"status"`

	// The days that the settlement covers. Its form is not documented; keep it as text.
	Period string `json:"period"`
}

// StatusFigures: How many transactions have one status.
type StatusFigures struct {
	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// A number of transactions.
	Count int64 `json:"count"`
}

// TestableEventType: An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.
type TestableEventType string

// TestableEventTypePaymentCreated is known today.
const TestableEventTypePaymentCreated TestableEventType = "payment.created"

// TestableEventTypePaymentCompleted is known today.
const TestableEventTypePaymentCompleted TestableEventType = "payment.completed"

// TestableEventTypePaymentFailed is known today.
const TestableEventTypePaymentFailed TestableEventType = "payment.failed"

// TestableEventTypePaymentCancelled is known today.
const TestableEventTypePaymentCancelled TestableEventType = "payment.cancelled"

// TestableEventTypeRefundCreated is known today.
const TestableEventTypeRefundCreated TestableEventType = "refund.created"

// TestableEventTypeRefundCompleted is known today.
const TestableEventTypeRefundCompleted TestableEventType = "refund.completed"

// TestableEventTypeVerificationCompleted is known today.
const TestableEventTypeVerificationCompleted TestableEventType = "verification.completed"

// Transaction: Everything the gateway tells of a transaction.
type Transaction struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Your own identifier of the order.
	OrderID string `json:"order_id"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// The state inside the gateway, for debugging only. Do not build logic on it.
	WorkflowState string `json:"workflow_state"`

	// The description given at creation, or null.
	Description string `json:"description"`

	// Reference number of the bank; null as long as the payment has not been verified.
	RefCode string `json:"ref_code"`

	// The address in your shop to which the payer returns after paying.
	CallbackURL string `json:"callback_url"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	UpdatedAt string `json:"updated_at"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	ExpiresAt string `json:"expires_at"`

	// Whether the payment ran out of time.
	IsExpired bool `json:"is_expired"`

	// Whether createVerification would be accepted now.
	CanBeVerified bool `json:"can_be_verified"`

	// 200 when verified; null as long as it is not. No other number is documented.
	VerificationStatus *int64 `json:"verification_status"`
}

// TransactionListResponseData: The transactions and where this page stands among all.
type TransactionListResponseData struct {
	// The transactions of this page, newest first.
	Transactions []TransactionSummary `json:"transactions"`

	// Where a page stands among all.
	Pagination Pagination `json:"pagination"`
}

// TransactionResponseData: The transaction.
type TransactionResponseData struct {
	// Everything the gateway tells of a transaction.
	Transaction Transaction `json:"transaction"`
}

// TransactionSummary: A transaction in a list.
type TransactionSummary struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// Your own identifier of the order.
	OrderID string `json:"order_id"`

	// Reference number of the bank; null as long as the payment has not been verified.
	RefCode string `json:"ref_code"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`

	// A Jalali moment as in JalaliDateTime; null as long as it has not come.
	VerifiedAt string `json:"verified_at"`
}

// UnsettledPaymentData: The payment that brought no money.
type UnsettledPaymentData struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.
	Status PaymentStatus `json:"status"`

	// What happened, in Persian.
	Message string `json:"message"`
}

// Verification: A verification that has succeeded.
type Verification struct {
	// Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.
	RefID string `json:"ref_id"`

	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// When the payment was verified.
	VerifiedAt string `json:"verified_at"`
}

// VerificationMeta: Facts about this answer.
type VerificationMeta struct {
	// Identifier of this request at the gateway. Quote it when you ask the support about an answer.
	RequestID string `json:"request_id"`

	// How long the gateway worked on the answer, in milliseconds.
	ProcessingTimeMs *int64 `json:"processing_time_ms"`
}

// VerificationRequest: The payment to verify, from your own record.
type VerificationRequest struct {
	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// Your own identifier of the order.
	OrderID string `json:"order_id,omitempty"`
}

// VerificationResponseData: The verification and facts about this answer.
type VerificationResponseData struct {
	// Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.
	Verification VerificationState `json:"verification"`

	// Facts about this answer.
	Meta VerificationStateMeta `json:"meta"`
}

// VerificationState: Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.
type VerificationState struct {
	// Reference number of the bank; null as long as the payment has not been verified.
	RefID string `json:"ref_id"`

	// Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
	Authority string `json:"authority"`

	// Amount of a payment in rials (ten rials are one toman).
	Amount Rials `json:"amount"`

	// A Jalali moment as in JalaliDateTime; null as long as it has not come.
	VerifiedAt string `json:"verified_at"`
}

// VerificationStateMeta: Facts about this answer.
type VerificationStateMeta struct {
	// Identifier of this request at the gateway. Quote it when you ask the support about an answer.
	RequestID string `json:"request_id"`
}

// VerifiedData: The verification and facts about this answer.
type VerifiedData struct {
	// A verification that has succeeded.
	Verification Verification `json:"verification"`

	// Facts about this answer.
	Meta VerificationMeta `json:"meta"`
}

// Webhook: A registered webhook.
type Webhook struct {
	// Identifier of a webhook, from the answer of subscribeWebhook.
	ID string `json:"id"`

	// The HTTPS address that receives the events.
	URL string `json:"url"`

	// The events that are sent to it.
	Events []WebhookEventType `json:"events"`

	// Masked when you chose the secret yourself; the secret itself when the gateway made it. Store it now, it is not shown again.
	Secret Private `json:"secret"`

	// Whether events are sent to it.
	IsActive bool `json:"is_active"`

	// A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.
	CreatedAt string `json:"created_at"`
}

// WebhookEventType: The kind of an event.
type WebhookEventType string

// WebhookEventTypePaymentCreated is known today.
const WebhookEventTypePaymentCreated WebhookEventType = "payment.created"

// WebhookEventTypePaymentCompleted is known today.
const WebhookEventTypePaymentCompleted WebhookEventType = "payment.completed"

// WebhookEventTypePaymentFailed is known today.
const WebhookEventTypePaymentFailed WebhookEventType = "payment.failed"

// WebhookEventTypePaymentCancelled is known today.
const WebhookEventTypePaymentCancelled WebhookEventType = "payment.cancelled"

// WebhookEventTypePaymentReversed is known today.
const WebhookEventTypePaymentReversed WebhookEventType = "payment.reversed"

// WebhookEventTypeVerificationCompleted is known today.
const WebhookEventTypeVerificationCompleted WebhookEventType = "verification.completed"

// WebhookEventTypeVerificationFailed is known today.
const WebhookEventTypeVerificationFailed WebhookEventType = "verification.failed"

// WebhookEventTypeRefundCreated is known today.
const WebhookEventTypeRefundCreated WebhookEventType = "refund.created"

// WebhookEventTypeRefundCompleted is known today.
const WebhookEventTypeRefundCompleted WebhookEventType = "refund.completed"

// WebhookEventTypeSettlementCreated is known today.
const WebhookEventTypeSettlementCreated WebhookEventType = "settlement.created"

// WebhookEventTypeSettlementCompleted is known today.
const WebhookEventTypeSettlementCompleted WebhookEventType = "settlement.completed"

// WebhookEventTypeSettlementFailed is known today.
const WebhookEventTypeSettlementFailed WebhookEventType = "settlement.failed"

// WebhookEventsResponseData: The events and the requirements.
type WebhookEventsResponseData struct {
	// The events by name, each with a short English description. The twelve of today are always among them; the gateway may add others. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `payment.reversed`, `verification.completed`, `verification.failed`, `refund.created`, `refund.completed`, `settlement.created`, `settlement.completed`, `settlement.failed`; others may come.
	Events map[string]string `json:"events"`

	// What the gateway expects of an endpoint, in English sentences.
	WebhookRequirements WebhookRequirements `json:"webhook_requirements"`
}

// WebhookRequirements: What the gateway expects of an endpoint, in English sentences.
type WebhookRequirements struct {
	// The kind of address.
	URL string `json:"url"`

	// How long the gateway waits for an answer.
	ResponseTimeout string `json:"response_timeout"`

	// How often it tries again.
	RetryAttempts string `json:"retry_attempts"`

	// Which answers count as received.
	ExpectedResponse string `json:"expected_response"`

	// Where the signature stands.
	SignatureHeader string `json:"signature_header"`
}

// WebhookSubscriptionRequest: The address and its events.
type WebhookSubscriptionRequest struct {
	// The HTTPS address that receives the events.
	URL string `json:"url"`

	// The events to send to it, at least one.
	Events []WebhookEventType `json:"events"`

	// Key of the signatures, shared between you and the gateway. When it is missing, the gateway makes one of 64 hexadecimal digits.
	Secret Private `json:"secret,omitempty"`

	// A short text by which you recognise this webhook.
	Description string `json:"description,omitempty"`
}

// WebhookSubscriptionResponseData: The webhook.
type WebhookSubscriptionResponseData struct {
	// A registered webhook.
	Webhook Webhook `json:"webhook"`
}

// WebhookTestRequest: The webhook and the event to send.
type WebhookTestRequest struct {
	// Identifier of a webhook, from the answer of subscribeWebhook.
	WebhookID string `json:"webhook_id"`

	// An event of which a sample can be sent.
	EventType string `json:"event_type"`
}

// WebhookTestResponseData: What was sent and how it was received.
type WebhookTestResponseData struct {
	// Identifier of a webhook, from the answer of subscribeWebhook.
	WebhookID string `json:"webhook_id"`

	// An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.
	EventType TestableEventType `json:"event_type"`

	// How your endpoint received the sample.
	TestResult WebhookTestResult `json:"test_result"`
}

// WebhookTestResult: How your endpoint received the sample.
type WebhookTestResult struct {
	// Whether your endpoint answered with 2xx in time. Known today: `success`, `failed`; others may come.
	Status string `json:"status"`

	// The HTTP status of your endpoint; null when it did not answer.
	ResponseCode *int64 `json:"response_code"`

	// How long your endpoint took, in milliseconds; null when it was not measured.
	ResponseTime *float64 `json:"response_time"`

	// Why it failed; null when it did not.
	Error string `json:"error"`
}

// WebhookUnsubscriptionRequest: The webhook to deactivate.
type WebhookUnsubscriptionRequest struct {
	// Identifier of a webhook, from the answer of subscribeWebhook.
	WebhookID string `json:"webhook_id"`
}

// WebhookUnsubscriptionResponseData: Which webhook was deactivated.
type WebhookUnsubscriptionResponseData struct {
	// Identifier of a webhook, from the answer of subscribeWebhook.
	WebhookID string `json:"webhook_id"`

	// Says that no more events are sent to it. Known today: `unsubscribed`; others may come.
	Status string `json:"status"`
}
