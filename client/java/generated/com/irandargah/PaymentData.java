// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The payment and facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class PaymentData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PaymentData(JsonObject object) {
        super(object);
    }

    /**
     * A payment with its public status.
     *
     * @return null when it did not come as what it should be
     */
    public Payment transaction() {
        return object("transaction", Payment::new);
    }

    /**
     * Facts about this answer.
     *
     * @return null when it did not come as what it should be
     */
    public PaymentMeta meta() {
        return object("meta", PaymentMeta::new);
    }
}
