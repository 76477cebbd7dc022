// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The payment and facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class PaymentCreatedResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PaymentCreatedResponseData(JsonObject object) {
        super(object);
    }

    /**
     * The new payment.
     *
     * @return null when it did not come as what it should be
     */
    public CreatedTransaction transaction() {
        return object("transaction", CreatedTransaction::new);
    }

    /**
     * Facts about this answer. The sandbox adds {@code environment} and {@code test_mode}, always both.
     *
     * @return null when it did not come as what it should be
     */
    public PaymentCreatedMeta meta() {
        return object("meta", PaymentCreatedMeta::new);
    }
}
