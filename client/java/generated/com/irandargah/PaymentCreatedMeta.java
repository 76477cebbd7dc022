// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Facts about this answer. The sandbox adds {@code environment} and {@code test_mode}, always both. Fields of tomorrow are in {@link #get}. */
public final class PaymentCreatedMeta extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PaymentCreatedMeta(JsonObject object) {
        super(object);
    }

    /**
     * A string of your choice that names one logical request; printable ASCII without blanks.
     *
     * @return null when it did not come as what it should be
     */
    public String idempotencyKey() {
        return text("idempotency_key");
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

    /**
     * Says that the sandbox answered. Known today: {@code sandbox}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String environment() {
        return text("environment");
    }

    /**
     * Says that no real money moves.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean testMode() {
        return booleanValue("test_mode");
    }
}
