// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The kind of an event. */
public final class WebhookEventType {
    /** {@code payment.created}. */
    public static final String PAYMENT_CREATED = "payment.created";
    /** {@code payment.completed}. */
    public static final String PAYMENT_COMPLETED = "payment.completed";
    /** {@code payment.failed}. */
    public static final String PAYMENT_FAILED = "payment.failed";
    /** {@code payment.cancelled}. */
    public static final String PAYMENT_CANCELLED = "payment.cancelled";
    /** {@code payment.reversed}. */
    public static final String PAYMENT_REVERSED = "payment.reversed";
    /** {@code verification.completed}. */
    public static final String VERIFICATION_COMPLETED = "verification.completed";
    /** {@code verification.failed}. */
    public static final String VERIFICATION_FAILED = "verification.failed";
    /** {@code refund.created}. */
    public static final String REFUND_CREATED = "refund.created";
    /** {@code refund.completed}. */
    public static final String REFUND_COMPLETED = "refund.completed";
    /** {@code settlement.created}. */
    public static final String SETTLEMENT_CREATED = "settlement.created";
    /** {@code settlement.completed}. */
    public static final String SETTLEMENT_COMPLETED = "settlement.completed";
    /** {@code settlement.failed}. */
    public static final String SETTLEMENT_FAILED = "settlement.failed";

    private WebhookEventType() {}
}
