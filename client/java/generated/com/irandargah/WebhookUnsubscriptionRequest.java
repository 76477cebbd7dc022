// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The body of {@code unsubscribeWebhook}. */
public final class WebhookUnsubscriptionRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param webhookId Identifier of a webhook, from the answer of subscribeWebhook.
     * @throws IllegalArgumentException when one of them is null
     */
    public WebhookUnsubscriptionRequest(String webhookId) {
        put("webhook_id", webhookId);
    }
}
