package com.irandargah;

import java.util.Map;

/** A delivery that is not proven to come from the gateway: answer 401. A real one comes again, which does no harm. */
public final class WebhookException extends RuntimeException {
    /** Where to look when it is not a stranger's delivery but a genuine one. */
    private static final Map<String, String> LOOK_AT = Map.of(
        "signature_mismatch", " If all are refused, look at the secret of this webhook, and that the body is as it came.",
        "timestamp_outside_tolerance", " If all are refused, look at the clock of this server.");

    /** Why it was refused. */
    private final String reason;

    WebhookException(String reason) {
        super("The webhook is refused: " + reason + ". Answer 401 and do nothing with it."
            + LOOK_AT.getOrDefault(reason, ""));
        this.reason = reason;
    }

    /**
     * Why it was refused: signature_missing, signature_malformed, signature_mismatch, timestamp_missing,
     * timestamp_malformed, timestamp_outside_tolerance, header_doubled, id_missing, body_malformed, data_missing or
     * event_differs.
     *
     * @return one of these words
     */
    public String reason() {
        return reason;
    }
}
