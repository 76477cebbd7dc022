// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class PaymentMeta extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PaymentMeta(JsonObject object) {
        super(object);
    }

    /**
     * Identifier of this request at the gateway. Quote it when you ask the support about an answer.
     *
     * @return null when it did not come as what it should be
     */
    public String requestId() {
        return text("request_id");
    }

    /**
     * Whether the answer comes from a cache.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean cached() {
        return booleanValue("cached");
    }
}
