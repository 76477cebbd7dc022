// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The body of {@code createPayment}. */
public final class PaymentRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param amount Amount of a payment in rials (ten rials are one toman).
     * @param orderId Your own identifier of the order.
     * @param callbackUrl The address in your shop to which the payer returns after paying.
     * @throws IllegalArgumentException when one of them is null
     */
    public PaymentRequest(Rials amount, String orderId, String callbackUrl) {
        put("amount", amount);
        put("order_id", orderId);
        put("callback_url", callbackUrl);
    }

    /**
     * Sets {@code mobile}.
     *
     * @param mobile The payer's mobile number: {@code 09…}, {@code 9…}, {@code 989…}, {@code +989…} or {@code 00989…}, each with the nine digits that follow.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest mobile(String mobile) {
        put("mobile", mobile);
        return this;
    }

    /**
     * Sets {@code description}.
     *
     * @param description Free text about the payment. The characters &lt; and &gt; are refused, so that it can never carry HTML.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest description(String description) {
        put("description", description);
        return this;
    }

    /**
     * Sets {@code card_number}.
     *
     * @param cardNumber The only card that may pay: all sixteen digits, or the first six, six asterisks and the last four.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest cardNumber(String cardNumber) {
        put("card_number", cardNumber);
        return this;
    }

    /**
     * Sets {@code action}.
     *
     * @param action The HTTP method by which the payer returns to {@code callback_url}.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest action(String action) {
        put("action", action);
        return this;
    }

    /**
     * Sets {@code affiliate_code}.
     *
     * @param affiliateCode Code of an affiliate.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest affiliateCode(String affiliateCode) {
        put("affiliate_code", affiliateCode);
        return this;
    }

    /**
     * Sets {@code direct_verify}.
     *
     * @param directVerify Verify the payment without a call of createVerification. The callback then carries the status code 100 instead of 201.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public PaymentRequest directVerify(boolean directVerify) {
        put("direct_verify", directVerify);
        return this;
    }
}
