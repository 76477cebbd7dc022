// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Every operation of the gateway as a method, named by the contract. */
public abstract class GatewayOperations {
    GatewayOperations() {}

    abstract Success ask(Operation operation, String authority, Request input, CallOptions options);

    /**
     * Get a payment: {@code GET /v2/payments/{authority}}.
     *
     * @param authority that of the payment
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PaymentData getPayment(String authority) {
        return getPayment(authority, CallOptions.none());
    }

    /**
     * Get a payment: {@code GET /v2/payments/{authority}}.
     *
     * @param authority that of the payment
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PaymentData getPayment(String authority, CallOptions options) {
        return new PaymentData(ask(Operation.GET_PAYMENT, authority, null, options).data);
    }

    /**
     * Cancel a payment: {@code POST /v2/payments/{authority}/cancel}.
     *
     * @param authority that of the payment
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PaymentData cancelPayment(String authority) {
        return cancelPayment(authority, CallOptions.none());
    }

    /**
     * Cancel a payment: {@code POST /v2/payments/{authority}/cancel}.
     *
     * @param authority that of the payment
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PaymentData cancelPayment(String authority, CallOptions options) {
        return new PaymentData(ask(Operation.CANCEL_PAYMENT, authority, null, options).data);
    }

    /**
     * Verify a payment: {@code POST /v2/verifications}.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerifiedData createVerification(VerificationRequest body) {
        return createVerification(body, CallOptions.none());
    }

    /**
     * Verify a payment: {@code POST /v2/verifications}.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerifiedData createVerification(VerificationRequest body, CallOptions options) {
        return new VerifiedData(ask(Operation.CREATE_VERIFICATION, null, body, options).data);
    }

    /**
     * Get the state of a verification: {@code GET /v2/verifications/{authority}}.
     *
     * @param authority that of the payment
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerificationResponseData getVerification(String authority) {
        return getVerification(authority, CallOptions.none());
    }

    /**
     * Get the state of a verification: {@code GET /v2/verifications/{authority}}.
     *
     * @param authority that of the payment
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerificationResponseData getVerification(String authority, CallOptions options) {
        return new VerificationResponseData(ask(Operation.GET_VERIFICATION, authority, null, options).data);
    }

    /**
     * Retry a verification: {@code POST /v2/verifications/{authority}/retry}.
     *
     * @param authority that of the payment
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerifiedData retryVerification(String authority) {
        return retryVerification(authority, CallOptions.none());
    }

    /**
     * Retry a verification: {@code POST /v2/verifications/{authority}/retry}.
     *
     * @param authority that of the payment
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public VerifiedData retryVerification(String authority, CallOptions options) {
        return new VerifiedData(ask(Operation.RETRY_VERIFICATION, authority, null, options).data);
    }

    /**
     * List transactions: {@code GET /v2/transactions}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public TransactionListResponseData listTransactions() {
        return listTransactions(new ListTransactionsQuery(), CallOptions.none());
    }

    /**
     * List transactions: {@code GET /v2/transactions}.
     *
     * @param query which
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public TransactionListResponseData listTransactions(ListTransactionsQuery query, CallOptions options) {
        return new TransactionListResponseData(ask(Operation.LIST_TRANSACTIONS, null, query, options).data);
    }

    /**
     * Get a transaction: {@code GET /v2/transactions/{authority}}.
     *
     * @param authority that of the payment
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public TransactionResponseData getTransaction(String authority) {
        return getTransaction(authority, CallOptions.none());
    }

    /**
     * Get a transaction: {@code GET /v2/transactions/{authority}}.
     *
     * @param authority that of the payment
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public TransactionResponseData getTransaction(String authority, CallOptions options) {
        return new TransactionResponseData(ask(Operation.GET_TRANSACTION, authority, null, options).data);
    }

    /**
     * Refund a payment: {@code POST /v2/refunds}. Not documented by the gateway: confirm with it before you use it.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public RefundCreatedResponseData createRefund(RefundRequest body) {
        return createRefund(body, CallOptions.none());
    }

    /**
     * Refund a payment: {@code POST /v2/refunds}. Not documented by the gateway: confirm with it before you use it.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public RefundCreatedResponseData createRefund(RefundRequest body, CallOptions options) {
        return new RefundCreatedResponseData(ask(Operation.CREATE_REFUND, null, body, options).data);
    }

    /**
     * Get the report of a day: {@code GET /v2/reports/daily}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public DailyReport getDailyReport() {
        return getDailyReport(new GetDailyReportQuery(), CallOptions.none());
    }

    /**
     * Get the report of a day: {@code GET /v2/reports/daily}.
     *
     * @param query which
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public DailyReport getDailyReport(GetDailyReportQuery query, CallOptions options) {
        return new DailyReport(ask(Operation.GET_DAILY_REPORT, null, query, options).data);
    }

    /**
     * Get the report of a month: {@code GET /v2/reports/monthly}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public MonthlyReport getMonthlyReport() {
        return getMonthlyReport(new GetMonthlyReportQuery(), CallOptions.none());
    }

    /**
     * Get the report of a month: {@code GET /v2/reports/monthly}.
     *
     * @param query which
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public MonthlyReport getMonthlyReport(GetMonthlyReportQuery query, CallOptions options) {
        return new MonthlyReport(ask(Operation.GET_MONTHLY_REPORT, null, query, options).data);
    }

    /**
     * Subscribe a webhook: {@code POST /v2/webhooks/subscribe}.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookSubscriptionResponseData subscribeWebhook(WebhookSubscriptionRequest body) {
        return subscribeWebhook(body, CallOptions.none());
    }

    /**
     * Subscribe a webhook: {@code POST /v2/webhooks/subscribe}.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookSubscriptionResponseData subscribeWebhook(WebhookSubscriptionRequest body, CallOptions options) {
        return new WebhookSubscriptionResponseData(ask(Operation.SUBSCRIBE_WEBHOOK, null, body, options).data);
    }

    /**
     * List the events: {@code GET /v2/webhooks/events}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public WebhookEventsResponseData listWebhookEvents() {
        return listWebhookEvents(CallOptions.none());
    }

    /**
     * List the events: {@code GET /v2/webhooks/events}.
     *
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     */
    public WebhookEventsResponseData listWebhookEvents(CallOptions options) {
        return new WebhookEventsResponseData(ask(Operation.LIST_WEBHOOK_EVENTS, null, null, options).data);
    }

    /**
     * Unsubscribe a webhook: {@code POST /v2/webhooks/unsubscribe}.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookUnsubscriptionResponseData unsubscribeWebhook(WebhookUnsubscriptionRequest body) {
        return unsubscribeWebhook(body, CallOptions.none());
    }

    /**
     * Unsubscribe a webhook: {@code POST /v2/webhooks/unsubscribe}.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookUnsubscriptionResponseData unsubscribeWebhook(WebhookUnsubscriptionRequest body, CallOptions options) {
        return new WebhookUnsubscriptionResponseData(ask(Operation.UNSUBSCRIBE_WEBHOOK, null, body, options).data);
    }

    /**
     * Test a webhook: {@code POST /v2/webhooks/test}.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookTestResponseData testWebhook(WebhookTestRequest body) {
        return testWebhook(body, CallOptions.none());
    }

    /**
     * Test a webhook: {@code POST /v2/webhooks/test}.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public WebhookTestResponseData testWebhook(WebhookTestRequest body, CallOptions options) {
        return new WebhookTestResponseData(ask(Operation.TEST_WEBHOOK, null, body, options).data);
    }

    /**
     * Have a request signed: {@code POST /api/prepare-request}.
     *
     * @param body what is sent
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PreparedRequestResponse prepareRequest(PrepareRequest body) {
        return prepareRequest(body, CallOptions.none());
    }

    /**
     * Have a request signed: {@code POST /api/prepare-request}.
     *
     * @param body what is sent
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     * @throws IllegalArgumentException for a wrong argument, before anything is sent
     */
    public PreparedRequestResponse prepareRequest(PrepareRequest body, CallOptions options) {
        return new PreparedRequestResponse(ask(Operation.PREPARE_REQUEST, null, body, options).data);
    }

    /**
     * Get an idempotency key: {@code GET /v2/idempotency-key}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public IdempotencyKeyResponse getIdempotencyKey() {
        return getIdempotencyKey(CallOptions.none());
    }

    /**
     * Get an idempotency key: {@code GET /v2/idempotency-key}.
     *
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     */
    public IdempotencyKeyResponse getIdempotencyKey(CallOptions options) {
        return new IdempotencyKeyResponse(ask(Operation.GET_IDEMPOTENCY_KEY, null, null, options).data);
    }

    /**
     * Check the health: {@code GET /health}.
     *
     * @return what came
     * @throws IranDargahException when it fails
     */
    public HealthResponse getHealth() {
        return getHealth(CallOptions.none());
    }

    /**
     * Check the health: {@code GET /health}.
     *
     * @param options for this call alone
     * @return what came
     * @throws IranDargahException when it fails
     */
    public HealthResponse getHealth(CallOptions options) {
        return new HealthResponse(ask(Operation.GET_HEALTH, null, null, options).data);
    }
}
