// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The figures of one payment method. Fields of tomorrow are in {@link #get}. */
public final class PaymentMethodFigures extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PaymentMethodFigures(JsonObject object) {
        super(object);
    }

    /**
     * The payment method, {@code card} for example.
     *
     * @return null when it did not come as what it should be
     */
    public String method() {
        return text("method");
    }

    /**
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long transactions() {
        return longValue("transactions");
    }

    /**
     * A sum of amounts in rials.
     *
     * @return null when it did not come as what it should be
     */
    public Rials amount() {
        return rials("amount");
    }
}
