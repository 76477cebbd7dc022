// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** An event of which a sample can be sent. Known today: {@code payment.created}, {@code payment.completed}, {@code payment.failed}, {@code payment.cancelled}, {@code refund.created}, {@code refund.completed}, {@code verification.completed}; others may come. */
public final class TestableEventType {
    /** {@code payment.created}. */
    public static final String PAYMENT_CREATED = "payment.created";
    /** {@code payment.completed}. */
    public static final String PAYMENT_COMPLETED = "payment.completed";
    /** {@code payment.failed}. */
    public static final String PAYMENT_FAILED = "payment.failed";
    /** {@code payment.cancelled}. */
    public static final String PAYMENT_CANCELLED = "payment.cancelled";
    /** {@code refund.created}. */
    public static final String REFUND_CREATED = "refund.created";
    /** {@code refund.completed}. */
    public static final String REFUND_COMPLETED = "refund.completed";
    /** {@code verification.completed}. */
    public static final String VERIFICATION_COMPLETED = "verification.completed";

    private TestableEventType() {}
}
