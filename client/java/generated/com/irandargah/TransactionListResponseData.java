// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** The transactions and where this page stands among all. Fields of tomorrow are in {@link #get}. */
public final class TransactionListResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public TransactionListResponseData(JsonObject object) {
        super(object);
    }

    /**
     * The transactions of this page, newest first.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<TransactionSummary> transactions() {
        return objects("transactions", TransactionSummary::new);
    }

    /**
     * Where a page stands among all.
     *
     * @return null when it did not come as what it should be
     */
    public Pagination pagination() {
        return object("pagination", Pagination::new);
    }
}
