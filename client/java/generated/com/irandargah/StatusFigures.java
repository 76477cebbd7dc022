// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** How many transactions have one status. Fields of tomorrow are in {@link #get}. */
public final class StatusFigures extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public StatusFigures(JsonObject object) {
        super(object);
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
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long count() {
        return longValue("count");
    }
}
