// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What was sent and how it was received. Fields of tomorrow are in {@link #get}. */
public final class WebhookTestResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookTestResponseData(JsonObject object) {
        super(object);
    }

    /**
     * Identifier of a webhook, from the answer of subscribeWebhook.
     *
     * @return null when it did not come as what it should be
     */
    public String webhookId() {
        return text("webhook_id");
    }

    /**
     * An event of which a sample can be sent. Known today: {@code payment.created}, {@code payment.completed}, {@code payment.failed}, {@code payment.cancelled}, {@code refund.created}, {@code refund.completed}, {@code verification.completed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String eventType() {
        return text("event_type");
    }

    /**
     * How your endpoint received the sample.
     *
     * @return null when it did not come as what it should be
     */
    public WebhookTestResult testResult() {
        return object("test_result", WebhookTestResult::new);
    }
}
