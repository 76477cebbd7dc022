// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Public status of a payment. A payment that has been paid but not yet verified is still {@code pending}. Known today: {@code pending}, {@code completed}, {@code failed}, {@code timeout}, {@code cancelled}, {@code unknown}; others may come. */
public final class PaymentStatus {
    /** {@code pending}. */
    public static final String PENDING = "pending";
    /** {@code completed}. */
    public static final String COMPLETED = "completed";
    /** {@code failed}. */
    public static final String FAILED = "failed";
    /** {@code timeout}. */
    public static final String TIMEOUT = "timeout";
    /** {@code cancelled}. */
    public static final String CANCELLED = "cancelled";
    /** {@code unknown}. */
    public static final String UNKNOWN = "unknown";

    private PaymentStatus() {}
}
