// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contract says and a program needs at run time. */
final class Facts {
    static final String PRODUCTION = "https://ipg.irandargah.com";
    static final String SANDBOX = "https://sandbox.irandargah.com";
    static final String TOKEN_PATTERN = "^idg_(live|test)_[A-Za-z0-9]+$";
    static final String PRODUCTION_PREFIX = "idg_live_";
    static final String SANDBOX_PREFIX = "idg_test_";
    static final String ENDPOINT_PREFIX = "/v2/";
    static final String REQUEST_SIGNATURE = "X-Signature";
    static final String REQUEST_TIMESTAMP = "X-Timestamp";
    static final String RESPONSE_SIGNATURE = "X-Response-Signature";
    static final String RESPONSE_TIMESTAMP = "X-Response-Timestamp";
    static final String WEBHOOK_SIGNATURE = "X-Webhook-Signature";
    static final String WEBHOOK_TIMESTAMP = "X-Webhook-Timestamp";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IDEMPOTENCY_KEY_ALIAS = "X-Idempotency-Key";
    static final String API_TOKEN = "X-API-Token";
    static final String TOKEN_DEPRECATED = "X-Token-Deprecated";
    static final String TOKEN_DEPRECATED_EXPIRES_AT = "X-Token-Deprecated-Expires-At";
    static final String RETRY_AFTER = "Retry-After";
    static final String RATE_LIMIT_RESET = "X-RateLimit-Reset";
    static final String WEBHOOK_EVENT = "X-Webhook-Event";
    static final String WEBHOOK_ID = "X-Webhook-ID";
    static final long TOLERANCE_SECONDS = 300;
    static final long RIALS_PER_TOMAN = 10;
    static final Set<String> CALLBACK_FIELDS = Set.of("authority", "status_code", "message", "amount", "order_id", "ref_id", "card_pan");
    static final Set<String> AMOUNT_FIELDS = Set.of("amount", "successful_amount", "total_amount", "total_fees");
    static final Set<String> REFERENCE_FIELDS = Set.of("ref_code", "ref_id");
    static final Set<String> SENSITIVE_NAMES = Set.of("authorization", "card_number", "card_pan", "mobile", "pan", "secret", "x-api-token", "x-response-signature", "x-signature", "x-webhook-signature");
    /** The fields that the data of each event must have. */
    static final Map<String, List<String>> EVENT_FIELDS = Map.ofEntries(
        Map.entry("payment.created", List.of("authority", "amount", "status", "created_at")),
        Map.entry("payment.completed", List.of("authority", "amount", "order_id", "ref_code", "pan", "verified_at")),
        Map.entry("payment.failed", List.of("authority", "amount", "status", "message")),
        Map.entry("payment.cancelled", List.of("authority", "amount", "status", "message")),
        Map.entry("payment.reversed", List.of()),
        Map.entry("verification.completed", List.of("authority", "amount", "order_id", "ref_code", "pan", "verified_at")),
        Map.entry("verification.failed", List.of("authority", "amount", "status", "message")),
        Map.entry("refund.created", List.of("refund_code", "authority", "amount", "status", "reason", "created_at")),
        Map.entry("refund.completed", List.of("refund_code", "authority", "amount", "status", "completed_at")),
        Map.entry("settlement.created", List.of("settlement_code", "amount", "status", "period")),
        Map.entry("settlement.completed", List.of("settlement_code", "amount", "status", "period")),
        Map.entry("settlement.failed", List.of("settlement_code", "amount", "status", "period")));

    private Facts() {}
}
