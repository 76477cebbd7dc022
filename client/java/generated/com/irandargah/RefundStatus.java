// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Status of a refund. Known today: {@code pending}, {@code completed}, {@code failed}; others may come. */
public final class RefundStatus {
    /** {@code pending}. */
    public static final String PENDING = "pending";
    /** {@code completed}. */
    public static final String COMPLETED = "completed";
    /** {@code failed}. */
    public static final String FAILED = "failed";

    private RefundStatus() {}
}
