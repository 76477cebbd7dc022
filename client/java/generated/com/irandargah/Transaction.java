// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Everything the gateway tells of a transaction. Fields of tomorrow are in {@link #get}. */
public final class Transaction extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public Transaction(JsonObject object) {
        super(object);
    }

    /**
     * Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.
     *
     * @return null when it did not come as what it should be
     */
    public String authority() {
        return text("authority");
    }

    /**
     * Your own identifier of the order.
     *
     * @return null when it did not come as what it should be
     */
    public String orderId() {
        return text("order_id");
    }

    /**
     * Amount of a payment in rials (ten rials are one toman).
     *
     * @return null when it did not come as what it should be
     */
    public Rials amount() {
        return rials("amount");
    }

    /**
     * Public status of a payment. A payment that has been paid but not yet verified is still {@code pending}. Known today: {@code pending}, {@code completed}, {@code failed}, {@code timeout}, {@code cancelled}, {@code unknown}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }

    /**
     * The state inside the gateway, for debugging only. Do not build logic on it.
     *
     * @return null when it did not come as what it should be
     */
    public String workflowState() {
        return text("workflow_state");
    }

    /**
     * The description given at creation, or null.
     *
     * @return null when it did not come as what it should be
     */
    public String description() {
        return text("description");
    }

    /**
     * Reference number of the bank; null as long as the payment has not been verified.
     *
     * @return null when it did not come as what it should be
     */
    public String refCode() {
        return text("ref_code");
    }

    /**
     * The address in your shop to which the payer returns after paying.
     *
     * @return null when it did not come as what it should be
     */
    public String callbackUrl() {
        return text("callback_url");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String createdAt() {
        return text("created_at");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String updatedAt() {
        return text("updated_at");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String expiresAt() {
        return text("expires_at");
    }

    /**
     * Whether the payment ran out of time.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean isExpired() {
        return booleanValue("is_expired");
    }

    /**
     * Whether createVerification would be accepted now.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean canBeVerified() {
        return booleanValue("can_be_verified");
    }

    /**
     * 200 when verified; null as long as it is not. No other number is documented.
     *
     * @return null when it did not come as what it should be
     */
    public Long verificationStatus() {
        return longValue("verification_status");
    }
}
