// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The figures of one hour. Fields of tomorrow are in {@link #get}. */
public final class HourFigures extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public HourFigures(JsonObject object) {
        super(object);
    }

    /**
     * The hour of the day, in the zone Asia/Tehran.
     *
     * @return null when it did not come as what it should be
     */
    public Long hour() {
        return longValue("hour");
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
