// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package irandargah

// How requests, answers and webhooks are signed.
const (
	// RequestSignatureHeader: Header of a request with its signature.
	RequestSignatureHeader = "X-Signature"
	// RequestTimestampHeader: Header of a request with the time of signing.
	RequestTimestampHeader = "X-Timestamp"
	// ResponseSignatureHeader: Header of an answer with its signature.
	ResponseSignatureHeader = "X-Response-Signature"
	// ResponseTimestampHeader: Header of an answer with the time of signing.
	ResponseTimestampHeader = "X-Response-Timestamp"
	// WebhookSignatureHeader: Header of a webhook with its signature.
	WebhookSignatureHeader = "X-Webhook-Signature"
	// WebhookTimestampHeader: Header of a webhook with the time of this attempt.
	WebhookTimestampHeader = "X-Webhook-Timestamp"
	// WebhookEventHeader: Header of a webhook with its event.
	WebhookEventHeader = "X-Webhook-Event"
	// WebhookIdHeader: Header of a webhook with its identifier.
	WebhookIdHeader = "X-Webhook-ID"
	// EndpointPrefix: What is cut from a path to get the signed endpoint.
	EndpointPrefix = "/v2/"
	// SignedAnswersPrefix: Answers to paths that begin so are signed.
	SignedAnswersPrefix = "/v2/"
	// ToleranceSeconds: How far a timestamp may lie off, in both directions.
	ToleranceSeconds = 300
)
