// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Whether and when a payment was verified; {@code ref_id} and {@code verified_at} are null until then, both together. Fields of tomorrow are in {@link #get}. */
public final class VerificationState extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public VerificationState(JsonObject object) {
        super(object);
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
     * A Jalali moment as in JalaliDateTime; null as long as it has not come.
     *
     * @return null when it did not come as what it should be
     */
    public String verifiedAt() {
        return text("verified_at");
    }
}
