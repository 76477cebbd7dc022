// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The figures of one day. Fields of tomorrow are in {@link #get}. */
public final class DayFigures extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public DayFigures(JsonObject object) {
        super(object);
    }

    /**
     * A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD}.
     *
     * @return null when it did not come as what it should be
     */
    public String date() {
        return text("date");
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
