// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What {@code getDailyReport} may be asked for. */
public final class GetDailyReportQuery extends Request {
    /** With nothing in it. */
    public GetDailyReportQuery() {
    }

    /**
     * Sets {@code date}.
     *
     * @param date The day, Jalali. Today when it is missing. It cannot lie in the future.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public GetDailyReportQuery date(String date) {
        put("date", date);
        return this;
    }
}
