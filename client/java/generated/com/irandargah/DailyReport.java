// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** One Jalali day in figures. Fields of tomorrow are in {@link #get}. */
public final class DailyReport extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public DailyReport(JsonObject object) {
        super(object);
    }

    /**
     * A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD}.
     *
     * @return null when it did not come as what it should be
     */
    public String reportDate() {
        return text("report_date");
    }

    /**
     * The totals of the day.
     *
     * @return null when it did not come as what it should be
     */
    public DailySummary summary() {
        return object("summary", DailySummary::new);
    }

    /**
     * The hours in which there were transactions.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<HourFigures> hourlyBreakdown() {
        return objects("hourly_breakdown", HourFigures::new);
    }

    /**
     * The figures of each payment method.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<PaymentMethodFigures> paymentMethods() {
        return objects("payment_methods", PaymentMethodFigures::new);
    }

    /**
     * How many transactions have each status.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<StatusFigures> statusBreakdown() {
        return objects("status_breakdown", StatusFigures::new);
    }
}
