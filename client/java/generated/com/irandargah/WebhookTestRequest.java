// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The body of {@code testWebhook}. */
public final class WebhookTestRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param webhookId Identifier of a webhook, from the answer of subscribeWebhook.
     * @param eventType An event of which a sample can be sent.
     * @throws IllegalArgumentException when one of them is null
     */
    public WebhookTestRequest(String webhookId, String eventType) {
        put("webhook_id", webhookId);
        put("event_type", eventType);
    }
}
