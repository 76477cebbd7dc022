// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The totals of the day. Fields of tomorrow are in {@link #get}. */
public final class DailySummary extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public DailySummary(JsonObject object) {
        super(object);
    }

    /**
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long totalTransactions() {
        return longValue("total_transactions");
    }

    /**
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long successfulTransactions() {
        return longValue("successful_transactions");
    }

    /**
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long failedTransactions() {
        return longValue("failed_transactions");
    }

    /**
     * A sum of amounts in rials.
     *
     * @return null when it did not come as what it should be
     */
    public Rials totalAmount() {
        return rials("total_amount");
    }

    /**
     * A sum of amounts in rials.
     *
     * @return null when it did not come as what it should be
     */
    public Rials successfulAmount() {
        return rials("successful_amount");
    }

    /**
     * Successful transactions in percent of all; 0 when there were none.
     *
     * @return null when it did not come as what it should be
     */
    public Double successRate() {
        return doubleValue("success_rate");
    }

    /**
     * A sum of amounts in rials.
     *
     * @return null when it did not come as what it should be
     */
    public Rials totalFees() {
        return rials("total_fees");
    }
}
