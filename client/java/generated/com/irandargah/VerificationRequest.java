// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The body of {@code createVerification}. */
public final class VerificationRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param authority Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
     * @param amount Amount of a payment in rials (ten rials are one toman).
     * @throws IllegalArgumentException when one of them is null
     */
    public VerificationRequest(String authority, Rials amount) {
        put("authority", authority);
        put("amount", amount);
    }

    /**
     * Sets {@code order_id}.
     *
     * @param orderId Your own identifier of the order.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public VerificationRequest orderId(String orderId) {
        put("order_id", orderId);
        return this;
    }
}
