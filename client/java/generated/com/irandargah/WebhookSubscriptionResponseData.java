// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The webhook. Fields of tomorrow are in {@link #get}. */
public final class WebhookSubscriptionResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookSubscriptionResponseData(JsonObject object) {
        super(object);
    }

    /**
     * A registered webhook.
     *
     * @return null when it did not come as what it should be
     */
    public Webhook webhook() {
        return object("webhook", Webhook::new);
    }
}
