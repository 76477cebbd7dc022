// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The new payment. Fields of tomorrow are in {@link #get}. */
public final class CreatedTransaction extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public CreatedTransaction(JsonObject object) {
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
     * The page to which you send the payer.
     *
     * @return null when it did not come as what it should be
     */
    public String gatewayUrl() {
        return text("gateway_url");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String expiresAt() {
        return text("expires_at");
    }
}
