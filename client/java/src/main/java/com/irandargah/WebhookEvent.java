package com.irandargah;

import java.util.List;
import java.util.Map;

/** A delivered event. Only its data was signed: treat it as a hint, and verify the payment before you deliver anything. */
public final class WebhookEvent {
    /** What {@link #event()} is for an event of tomorrow, and for data that does not fit its unsigned name. */
    public static final String UNKNOWN = "unknown";

    /** The event to which a status of signed data belongs; a status of tomorrow belongs to any. */
    private static final Map<String, String> EVENT_BY_STATUS = Map.of(
        "pending", WebhookEventType.PAYMENT_CREATED,
        "failed", WebhookEventType.PAYMENT_FAILED,
        "timeout", WebhookEventType.PAYMENT_FAILED,
        "cancelled", WebhookEventType.PAYMENT_CANCELLED);

    private final String id;
    private final String name;
    private final String signature;
    private final JsonObject body;
    private final JsonObject data;

    WebhookEvent(String id, String name, String signature, JsonObject body, JsonObject data) {
        this.id = id;
        this.name = name;
        this.signature = signature;
        this.body = body;
        this.data = data;
    }

    /** Whether the name, which is not signed, can be the name of this signed data. */
    private boolean fits() {
        List<String> needed = Facts.EVENT_FIELDS.get(name);
        Object status = data.get("status");
        String other = status instanceof String ? EVENT_BY_STATUS.get(status) : null;
        boolean contradicts = EVENT_BY_STATUS.containsValue(name) && other != null && !other.equals(name);
        return needed != null && needed.stream().allMatch(data::has) && !contradicts;
    }

    /**
     * What has happened.
     *
     * @return one of {@link WebhookEventType}, or {@link #UNKNOWN}: log that, and answer 200
     */
    public String event() {
        return fits() ? name : UNKNOWN;
    }

    /**
     * The event's name as it came, which nobody has signed.
     *
     * @return never null
     */
    public String name() {
        return name;
    }

    /**
     * The gateway's name of this delivery: the same at every attempt to deliver it, and not signed.
     *
     * @return never null
     */
    public String id() {
        return id;
    }

    /**
     * When it happened, ISO 8601; not signed.
     *
     * @return null when it was not told
     */
    public String timestamp() {
        return body.text("timestamp");
    }

    /**
     * Your code at the gateway; not signed.
     *
     * @return null when it was not told
     */
    public String merchantCode() {
        return body.text("merchant_code");
    }

    /**
     * What was signed: read it by the view of the event, {@code new SettledPaymentData(event.data())} for example.
     *
     * @return never null
     */
    public JsonObject data() {
        return data;
    }

    /**
     * Names this event and its signed data, which somebody who replays it cannot change.
     *
     * @return what an inbox remembers
     */
    public String fingerprint() {
        return name + ":" + signature;
    }
}
