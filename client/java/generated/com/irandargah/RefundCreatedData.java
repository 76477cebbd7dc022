// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The refund that was registered. Fields of tomorrow are in {@link #get}. */
public final class RefundCreatedData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public RefundCreatedData(JsonObject object) {
        super(object);
    }

    /**
     * Identifier of a refund.
     *
     * @return null when it did not come as what it should be
     */
    public String refundCode() {
        return text("refund_code");
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
     * Amount of a refund in rials; at most what is left of the payment.
     *
     * @return null when it did not come as what it should be
     */
    public Rials amount() {
        return rials("amount");
    }

    /**
     * Status of a refund. Known today: {@code pending}, {@code completed}, {@code failed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }

    /**
     * The reason given with the request, or null.
     *
     * @return null when it did not come as what it should be
     */
    public String reason() {
        return text("reason");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String createdAt() {
        return text("created_at");
    }
}
