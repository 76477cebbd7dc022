// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** Which webhook was deactivated. Fields of tomorrow are in {@link #get}. */
public final class WebhookUnsubscriptionResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookUnsubscriptionResponseData(JsonObject object) {
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
     * Says that no more events are sent to it. Known today: {@code unsubscribed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }
}
