// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** How to call each operation, and what it may answer. */
enum Operation {
    CREATE_PAYMENT("createPayment", "POST", "/v2/payments", true, true, true, false, 200,
        List.of("transaction:object"),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED, CatalogueError.BANK_UNAVAILABLE)),
    GET_PAYMENT("getPayment", "GET", "/v2/payments/{authority}", true, true, false, false, 200,
        List.of("transaction:object"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    CANCEL_PAYMENT("cancelPayment", "POST", "/v2/payments/{authority}/cancel", true, true, false, false, 200,
        List.of("transaction:object"),
        List.of(CatalogueError.STATE_FORBIDS, CatalogueError.ALREADY_VERIFIED, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    CREATE_VERIFICATION("createVerification", "POST", "/v2/verifications", true, true, true, false, 200,
        List.of("verification:object"),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.STATE_FORBIDS, CatalogueError.ALREADY_VERIFIED, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED, CatalogueError.BANK_UNAVAILABLE)),
    GET_VERIFICATION("getVerification", "GET", "/v2/verifications/{authority}", true, true, false, false, 200,
        List.of("verification:object"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    RETRY_VERIFICATION("retryVerification", "POST", "/v2/verifications/{authority}/retry", true, true, false, false, 200,
        List.of("verification:object"),
        List.of(CatalogueError.STATE_FORBIDS, CatalogueError.ALREADY_VERIFIED, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED, CatalogueError.BANK_UNAVAILABLE)),
    LIST_TRANSACTIONS("listTransactions", "GET", "/v2/transactions", true, true, false, false, 200,
        List.of("transactions:array", "pagination:object"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    GET_TRANSACTION("getTransaction", "GET", "/v2/transactions/{authority}", true, true, false, false, 200,
        List.of("transaction:object"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    CREATE_REFUND("createRefund", "POST", "/v2/refunds", true, true, true, true, 200,
        List.of(),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.STATE_FORBIDS, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.TRANSACTION_NOT_FOUND, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED, CatalogueError.BANK_UNAVAILABLE)),
    GET_DAILY_REPORT("getDailyReport", "GET", "/v2/reports/daily", true, true, false, false, 200,
        List.of("report_date:value", "summary:object", "hourly_breakdown:array", "payment_methods:array", "status_breakdown:array"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    GET_MONTHLY_REPORT("getMonthlyReport", "GET", "/v2/reports/monthly", true, true, false, false, 200,
        List.of("report_month:value", "period:object", "summary:object", "daily_breakdown:array", "payment_methods:array", "psp_breakdown:array"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    SUBSCRIBE_WEBHOOK("subscribeWebhook", "POST", "/v2/webhooks/subscribe", true, true, false, false, 201,
        List.of("webhook:object"),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    LIST_WEBHOOK_EVENTS("listWebhookEvents", "GET", "/v2/webhooks/events", true, true, false, false, 200,
        List.of("events:object", "webhook_requirements:object"),
        List.of(CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    UNSUBSCRIBE_WEBHOOK("unsubscribeWebhook", "POST", "/v2/webhooks/unsubscribe", true, true, false, false, 200,
        List.of("webhook_id:value", "status:value"),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    TEST_WEBHOOK("testWebhook", "POST", "/v2/webhooks/test", true, true, false, false, 200,
        List.of("webhook_id:value", "event_type:value", "test_result:object"),
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.SIGNATURE_MISSING, CatalogueError.TIMESTAMP_INVALID, CatalogueError.SIGNATURE_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    PREPARE_REQUEST("prepareRequest", "POST", "/api/prepare-request", true, false, false, false, 200,
        null,
        List.of(CatalogueError.MALFORMED_BODY, CatalogueError.CREDENTIALS_MISSING, CatalogueError.CREDENTIALS_INVALID, CatalogueError.IP_NOT_ALLOWED, CatalogueError.TERMINAL_INACTIVE, CatalogueError.VALIDATION, CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    GET_IDEMPOTENCY_KEY("getIdempotencyKey", "GET", "/v2/idempotency-key", false, false, false, false, 200,
        null,
        List.of(CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED)),
    GET_HEALTH("getHealth", "GET", "/health", false, false, false, false, 200,
        null,
        List.of(CatalogueError.RATE_LIMITED, CatalogueError.INTERNAL, CatalogueError.UNEXPECTED));

    final String label;
    final String method;
    final String path;
    final boolean token;
    /** Whether the request and its answer are signed when the terminal has a secret key. */
    final boolean signed;
    final boolean idempotencyKey;
    final boolean undocumented;
    final int successStatus;
    /** The fields that the data of a success must have, each with what it is; null when its answers have no data. */
    final List<String> data;
    final List<CatalogueError> errors;

    Operation(String label, String method, String path, boolean token, boolean signed, boolean idempotencyKey,
        boolean undocumented, int successStatus, List<String> data, List<CatalogueError> errors) {
        this.label = label;
        this.method = method;
        this.path = path;
        this.token = token;
        this.signed = signed;
        this.idempotencyKey = idempotencyKey;
        this.undocumented = undocumented;
        this.successStatus = successStatus;
        this.data = data;
        this.errors = errors;
    }
}
