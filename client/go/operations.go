package irandargah

import (
	"context"
	"reflect"

	"irandargah.com/client/v3/generated"
)

// CreatedPayment is what to store with your order before the payer leaves for GatewayURL.
type CreatedPayment struct {
	Authority  string
	GatewayURL string
	// ExpiresAt is Jalali, YYYY-MM-DD HH:mm:ss.
	ExpiresAt      string
	IdempotencyKey string
}

// CreatePayment registers a payment. Store its authority with your order, then send the payer to its gateway URL.
func (c *Client) CreatePayment(ctx context.Context, order Order, options ...CallOption) (*CreatedPayment, error) {
	asked, data, err := c.call(ctx, "createPayment", input{fields: order}, options)
	if err != nil {
		return nil, err
	}
	transaction := data.object("transaction")
	return &CreatedPayment{
		Authority:      transaction.text("authority"),
		GatewayURL:     transaction.text("gateway_url"),
		ExpiresAt:      transaction.text("expires_at"),
		IdempotencyKey: asked.key,
	}, nil
}

// result makes a call and gives its data a type.
func result[Data any](ctx context.Context, c *Client, name string, given input, options []CallOption) (*Data, error) {
	_, read, err := c.call(ctx, name, given, options)
	if err != nil {
		return nil, err
	}
	var data Data
	fill(reflect.ValueOf(&data).Elem(), map[string]any(read))
	return &data, nil
}

// GetPayment tells what has become of a payment. Ask when a callback has not come.
func (c *Client) GetPayment(ctx context.Context, authority string, options ...CallOption) (*generated.PaymentData, error) {
	return result[generated.PaymentData](ctx, c, "getPayment", input{authority: authority}, options)
}

// CancelPayment withdraws a payment that nobody has paid yet. The reason payment_cancelled means that it is done.
func (c *Client) CancelPayment(ctx context.Context, authority string, options ...CallOption) (*generated.PaymentData, error) {
	return result[generated.PaymentData](ctx, c, "cancelPayment", input{authority: authority}, options)
}

// CreateVerification makes the money yours. VerifyPayment does this and understands every answer: prefer it.
func (c *Client) CreateVerification(ctx context.Context, request generated.VerificationRequest, options ...CallOption) (*generated.VerifiedData, error) {
	return result[generated.VerifiedData](ctx, c, "createVerification", input{fields: request}, options)
}

// GetVerification tells whether a payment has been verified: look at VerifiedAt, not at success.
func (c *Client) GetVerification(ctx context.Context, authority string, options ...CallOption) (*generated.VerificationResponseData, error) {
	return result[generated.VerificationResponseData](ctx, c, "getVerification", input{authority: authority}, options)
}

// RetryVerification repeats a verification that failed at the bank. It does not compare your amount: prefer VerifyPayment.
func (c *Client) RetryVerification(ctx context.Context, authority string, options ...CallOption) (*generated.VerifiedData, error) {
	return result[generated.VerifiedData](ctx, c, "retryVerification", input{authority: authority}, options)
}

// ListTransactions gives one page of transactions; EachTransaction goes through all pages.
func (c *Client) ListTransactions(ctx context.Context, query generated.ListTransactionsQuery, options ...CallOption) (*generated.TransactionListResponseData, error) {
	return result[generated.TransactionListResponseData](ctx, c, "listTransactions", input{fields: query}, options)
}

// EachTransaction hands on every transaction of the range, newest first and each once, although new payments push old
// ones to later pages meanwhile (docs/decisions/0060). It ends with the first error, of a page or of yours.
func (c *Client) EachTransaction(ctx context.Context, query generated.ListTransactionsQuery, each func(generated.TransactionSummary) error, options ...CallOption) error {
	given := map[string]bool{}
	for query.Page = max(1, query.Page); ; query.Page++ {
		_, data, err := c.call(ctx, "listTransactions", input{fields: query}, options)
		if err != nil {
			return err
		}
		var page generated.TransactionListResponseData
		fill(reflect.ValueOf(&page).Elem(), map[string]any(data))
		added := 0
		for _, transaction := range page.Transactions {
			if given[transaction.Authority] {
				continue
			}
			given[transaction.Authority] = transaction.Authority != ""
			added++
			if err := each(transaction); err != nil {
				return err
			}
		}
		// Who does not say how many pages there are has none left when one brings nothing new.
		last, said := wholeNumber(data.object("pagination")["last_page"])
		if len(page.Transactions) == 0 || (said && query.Page >= last) || (!said && added == 0) {
			return nil
		}
	}
}

// GetTransaction gives one transaction in detail.
func (c *Client) GetTransaction(ctx context.Context, authority string, options ...CallOption) (*generated.TransactionResponseData, error) {
	return result[generated.TransactionResponseData](ctx, c, "getTransaction", input{authority: authority}, options)
}

// CreateRefund returns money to the payer. The gateway has not documented it: confirm with it before you use it.
func (c *Client) CreateRefund(ctx context.Context, request generated.RefundRequest, options ...CallOption) (*generated.RefundCreatedResponseData, error) {
	return result[generated.RefundCreatedResponseData](ctx, c, "createRefund", input{fields: request}, options)
}

// GetDailyReport gives the figures of a Jalali day; today's without a date.
func (c *Client) GetDailyReport(ctx context.Context, query generated.GetDailyReportQuery, options ...CallOption) (*generated.DailyReport, error) {
	return result[generated.DailyReport](ctx, c, "getDailyReport", input{fields: query}, options)
}

// GetMonthlyReport gives the figures of a Jalali month; this month's without one.
func (c *Client) GetMonthlyReport(ctx context.Context, query generated.GetMonthlyReportQuery, options ...CallOption) (*generated.MonthlyReport, error) {
	return result[generated.MonthlyReport](ctx, c, "getMonthlyReport", input{fields: query}, options)
}

// SubscribeWebhook has events sent to your address. Send a secret of your own; a generated one is shown only now.
func (c *Client) SubscribeWebhook(ctx context.Context, request generated.WebhookSubscriptionRequest, options ...CallOption) (*generated.WebhookSubscriptionResponseData, error) {
	return result[generated.WebhookSubscriptionResponseData](ctx, c, "subscribeWebhook", input{fields: request}, options)
}

// ListWebhookEvents gives the events that exist.
func (c *Client) ListWebhookEvents(ctx context.Context, options ...CallOption) (*generated.WebhookEventsResponseData, error) {
	return result[generated.WebhookEventsResponseData](ctx, c, "listWebhookEvents", input{}, options)
}

// UnsubscribeWebhook stops a webhook.
func (c *Client) UnsubscribeWebhook(ctx context.Context, request generated.WebhookUnsubscriptionRequest, options ...CallOption) (*generated.WebhookUnsubscriptionResponseData, error) {
	return result[generated.WebhookUnsubscriptionResponseData](ctx, c, "unsubscribeWebhook", input{fields: request}, options)
}

// TestWebhook has a sample event sent to your address; its result tells how it was received.
func (c *Client) TestWebhook(ctx context.Context, request generated.WebhookTestRequest, options ...CallOption) (*generated.WebhookTestResponseData, error) {
	return result[generated.WebhookTestResponseData](ctx, c, "testWebhook", input{fields: request}, options)
}

// PrepareRequest has the gateway sign a request. This client signs by itself and does not need it.
func (c *Client) PrepareRequest(ctx context.Context, request generated.PrepareRequest, options ...CallOption) (*generated.PreparedRequestResponse, error) {
	return result[generated.PreparedRequestResponse](ctx, c, "prepareRequest", input{fields: request}, options)
}

// GetIdempotencyKey gives a key made by the gateway. This client makes its own and does not need it.
func (c *Client) GetIdempotencyKey(ctx context.Context, options ...CallOption) (*generated.IdempotencyKeyResponse, error) {
	return result[generated.IdempotencyKeyResponse](ctx, c, "getIdempotencyKey", input{}, options)
}

// GetHealth tells whether the API answers.
func (c *Client) GetHealth(ctx context.Context, options ...CallOption) (*generated.HealthResponse, error) {
	return result[generated.HealthResponse](ctx, c, "getHealth", input{}, options)
}
