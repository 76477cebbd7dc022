// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** A transaction in a list. Fields of tomorrow are in {@link #get}. */
public final class TransactionSummary extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public TransactionSummary(JsonObject object) {
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
     * Public status of a payment. A payment that has been paid but not yet verified is still {@code pending}. Known today: {@code pending}, {@code completed}, {@code failed}, {@code timeout}, {@code cancelled}, {@code unknown}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
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
     * Reference number of the bank; null as long as the payment has not been verified.
     *
     * @return null when it did not come as what it should be
     */
    public String refCode() {
        return text("ref_code");
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
     * A Jalali moment as in JalaliDateTime; null as long as it has not come.
     *
     * @return null when it did not come as what it should be
     */
    public String verifiedAt() {
        return text("verified_at");
    }
}
