// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class VerificationStateMeta extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public VerificationStateMeta(JsonObject object) {
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
}
