// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** A payment with its public status. Fields of tomorrow are in {@link #get}. */
public final class Payment extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public Payment(JsonObject object) {
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
     * Reference number of the bank; null as long as the payment has not been verified.
     *
     * @return null when it did not come as what it should be
     */
    public String refId() {
        return text("ref_id");
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
}
