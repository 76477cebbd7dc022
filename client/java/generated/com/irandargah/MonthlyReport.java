// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** One Jalali month in figures. Fields of tomorrow are in {@link #get}. */
public final class MonthlyReport extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public MonthlyReport(JsonObject object) {
        super(object);
    }

    /**
     * A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM}.
     *
     * @return null when it did not come as what it should be
     */
    public String reportMonth() {
        return text("report_month");
    }

    /**
     * The first and the last day of the report, both included.
     *
     * @return null when it did not come as what it should be
     */
    public ReportPeriod period() {
        return object("period", ReportPeriod::new);
    }

    /**
     * The totals of the month. {@code successful_amount} and {@code total_fees} may be missing.
     *
     * @return null when it did not come as what it should be
     */
    public MonthlySummary summary() {
        return object("summary", MonthlySummary::new);
    }

    /**
     * The days on which there were transactions.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<DayFigures> dailyBreakdown() {
        return objects("daily_breakdown", DayFigures::new);
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
     * The figures of each payment service provider (PSP).
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<PspFigures> pspBreakdown() {
        return objects("psp_breakdown", PspFigures::new);
    }
}
