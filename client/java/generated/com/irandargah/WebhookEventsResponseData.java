// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The events and the requirements. Fields of tomorrow are in {@link #get}. */
public final class WebhookEventsResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookEventsResponseData(JsonObject object) {
        super(object);
    }

    /**
     * The events by name, each with a short English description. The twelve of today are always among them; the gateway may add others. Known today: {@code payment.created}, {@code payment.completed}, {@code payment.failed}, {@code payment.cancelled}, {@code payment.reversed}, {@code verification.completed}, {@code verification.failed}, {@code refund.created}, {@code refund.completed}, {@code settlement.created}, {@code settlement.completed}, {@code settlement.failed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public JsonObject events() {
        return object("events");
    }

    /**
     * What the gateway expects of an endpoint, in English sentences.
     *
     * @return null when it did not come as what it should be
     */
    public WebhookRequirements webhookRequirements() {
        return object("webhook_requirements", WebhookRequirements::new);
    }
}
