package irandargah

import "irandargah.com/client/v3/generated"

// The types that a shop meets most; all of the contract's are in the package generated, with their lists of values.
type (
	// Order is the payment to create.
	Order = generated.PaymentRequest
	// Private is text of the payer, or a secret: it prints as [redacted], and string(value) has it.
	Private = generated.Private
	// PaymentStatus is the public status of a payment; others may come.
	PaymentStatus = generated.PaymentStatus
	// TransactionQuery asks for transactions by a range, a status and a page.
	TransactionQuery = generated.ListTransactionsQuery
	// WebhookSubscription names the events to send, and where to.
	WebhookSubscription = generated.WebhookSubscriptionRequest
)
