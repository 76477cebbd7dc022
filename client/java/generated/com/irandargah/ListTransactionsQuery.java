// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What {@code listTransactions} may be asked for. */
public final class ListTransactionsQuery extends Request {
    /** With nothing in it. */
    public ListTransactionsQuery() {
    }

    /**
     * Sets {@code from_date}.
     *
     * @param fromDate First day of the range, Jalali. It cannot lie in the future.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public ListTransactionsQuery fromDate(String fromDate) {
        put("from_date", fromDate);
        return this;
    }

    /**
     * Sets {@code to_date}.
     *
     * @param toDate Last day of the range, Jalali. It cannot lie before {@code from_date}.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public ListTransactionsQuery toDate(String toDate) {
        put("to_date", toDate);
        return this;
    }

    /**
     * Sets {@code page}.
     *
     * @param page Number of the page, from one.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public ListTransactionsQuery page(long page) {
        put("page", page);
        return this;
    }

    /**
     * Sets {@code per_page}.
     *
     * @param perPage How many transactions a page holds.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public ListTransactionsQuery perPage(long perPage) {
        put("per_page", perPage);
        return this;
    }

    /**
     * Sets {@code status}.
     *
     * @param status Only transactions with this status.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public ListTransactionsQuery status(String status) {
        put("status", status);
        return this;
    }
}
