// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class VerificationMeta extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public VerificationMeta(JsonObject object) {
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
     * How long the gateway worked on the answer, in milliseconds.
     *
     * @return null when it did not come as what it should be
     */
    public Long processingTimeMs() {
        return longValue("processing_time_ms");
    }
}
