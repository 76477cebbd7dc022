// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Where a page stands among all. Fields of tomorrow are in {@link #get}. */
public final class Pagination extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public Pagination(JsonObject object) {
        super(object);
    }

    /**
     * The number of this page.
     *
     * @return null when it did not come as what it should be
     */
    public Long currentPage() {
        return longValue("current_page");
    }

    /**
     * How many transactions a page holds.
     *
     * @return null when it did not come as what it should be
     */
    public Long perPage() {
        return longValue("per_page");
    }

    /**
     * A number of transactions.
     *
     * @return null when it did not come as what it should be
     */
    public Long total() {
        return longValue("total");
    }

    /**
     * The number of the last page; one when there is nothing.
     *
     * @return null when it did not come as what it should be
     */
    public Long lastPage() {
        return longValue("last_page");
    }
}
