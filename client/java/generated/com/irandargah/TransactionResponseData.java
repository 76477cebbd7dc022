// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The transaction. Fields of tomorrow are in {@link #get}. */
public final class TransactionResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public TransactionResponseData(JsonObject object) {
        super(object);
    }

    /**
     * Everything the gateway tells of a transaction.
     *
     * @return null when it did not come as what it should be
     */
    public Transaction transaction() {
        return object("transaction", Transaction::new);
    }
}
