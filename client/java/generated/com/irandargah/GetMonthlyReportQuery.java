// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What {@code getMonthlyReport} may be asked for. */
public final class GetMonthlyReportQuery extends Request {
    /** With nothing in it. */
    public GetMonthlyReportQuery() {
    }

    /**
     * Sets {@code month}.
     *
     * @param month The month, Jalali. The current one when it is missing. It cannot lie in the future.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public GetMonthlyReportQuery month(String month) {
        put("month", month);
        return this;
    }
}
