// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The figures of one payment service provider (PSP). Fields of tomorrow are in {@link #get}. */
public final class PspFigures extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PspFigures(JsonObject object) {
        super(object);
    }

    /**
     * The provider, {@code mellat} for example.
     *
     * @return null when it did not come as what it should be
     */
    public String psp() {
        return text("psp");
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
