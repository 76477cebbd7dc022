// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

import java.util.List;

/** A registered webhook. Fields of tomorrow are in {@link #get}. */
public final class Webhook extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public Webhook(JsonObject object) {
        super(object);
    }

    /**
     * Identifier of a webhook, from the answer of subscribeWebhook.
     *
     * @return null when it did not come as what it should be
     */
    public String id() {
        return text("id");
    }

    /**
     * The HTTPS address that receives the events.
     *
     * @return null when it did not come as what it should be
     */
    public String url() {
        return text("url");
    }

    /**
     * The events that are sent to it.
     *
     * @return null when it did not come as what it should be; only those that did
     */
    public List<String> events() {
        return texts("events");
    }

    /**
     * Masked when you chose the secret yourself; the secret itself when the gateway made it. Store it now, it is not shown again.
     *
     * @return null when it did not come as what it should be
     */
    public String secret() {
        return text("secret");
    }

    /**
     * Whether events are sent to it.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean isActive() {
        return booleanValue("is_active");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String createdAt() {
        return text("created_at");
    }
}
