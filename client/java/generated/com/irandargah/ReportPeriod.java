// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The first and the last day of the report, both included. Fields of tomorrow are in {@link #get}. */
public final class ReportPeriod extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public ReportPeriod(JsonObject object) {
        super(object);
    }

    /**
     * A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD}.
     *
     * @return null when it did not come as what it should be
     */
    public String from() {
        return text("from");
    }

    /**
     * A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD}.
     *
     * @return null when it did not come as what it should be
     */
    public String to() {
        return text("to");
    }
}
