// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** The body of {@code subscribeWebhook}. */
public final class WebhookSubscriptionRequest extends Request {
    /**
     * With what is demanded.
     *
     * @param url The HTTPS address that receives the events.
     * @param events The events to send to it, at least one.
     * @throws IllegalArgumentException when one of them is null
     */
    public WebhookSubscriptionRequest(String url, List<String> events) {
        put("url", url);
        put("events", events);
    }

    /**
     * Sets {@code secret}.
     *
     * @param secret Key of the signatures, shared between you and the gateway. When it is missing, the gateway makes one of 64 hexadecimal digits.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public WebhookSubscriptionRequest secret(String secret) {
        put("secret", secret);
        return this;
    }

    /**
     * Sets {@code description}.
     *
     * @param description A short text by which you recognise this webhook.
     * @return this
     * @throws IllegalArgumentException when it is null
     */
    public WebhookSubscriptionRequest description(String description) {
        put("description", description);
        return this;
    }
}
