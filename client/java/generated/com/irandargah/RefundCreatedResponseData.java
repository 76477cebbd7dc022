// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The refund and facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class RefundCreatedResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public RefundCreatedResponseData(JsonObject object) {
        super(object);
    }

    /**
     * A refund.
     *
     * @return null when it did not come as what it should be
     */
    public Refund refund() {
        return object("refund", Refund::new);
    }

    /**
     * Facts about this answer.
     *
     * @return null when it did not come as what it should be
     */
    public VerificationMeta meta() {
        return object("meta", VerificationMeta::new);
    }
}
