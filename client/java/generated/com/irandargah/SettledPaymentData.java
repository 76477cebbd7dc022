// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The payment that was completed or verified. Fields of tomorrow are in {@link #get}. */
public final class SettledPaymentData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public SettledPaymentData(JsonObject object) {
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
     * Amount of a payment in rials (ten rials are one toman).
     *
     * @return null when it did not come as what it should be
     */
    public Rials amount() {
        return rials("amount");
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
     * Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.
     *
     * @return null when it did not come as what it should be
     */
    public String refCode() {
        return text("ref_code");
    }

    /**
     * The payer's card number with its first six and last four digits.
     *
     * @return null when it did not come as what it should be
     */
    public String pan() {
        return text("pan");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String verifiedAt() {
        return text("verified_at");
    }
}
