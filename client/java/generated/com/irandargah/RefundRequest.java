// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The body of {@code createRefund}. */
public final class RefundRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param authority Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
     * @throws IllegalArgumentException when one of them is null
     */
    public RefundRequest(String authority) {
        put("authority", authority);
    }

    /**
     * Sets {@code amount}.
     *
     * @param amount Amount of a refund in rials; at most what is left of the payment.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public RefundRequest amount(Rials amount) {
        put("amount", amount);
        return this;
    }

    /**
     * Sets {@code reason}.
     *
     * @param reason Why the money goes back.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public RefundRequest reason(String reason) {
        put("reason", reason);
        return this;
    }
}
