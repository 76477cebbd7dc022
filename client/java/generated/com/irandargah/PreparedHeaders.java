// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The headers to send, by name. Fields of tomorrow are in {@link #get}. */
public final class PreparedHeaders extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PreparedHeaders(JsonObject object) {
        super(object);
    }

    /**
     * A string of your choice that names one logical request; printable ASCII without blanks.
     *
     * @return null when it did not come as what it should be
     */
    public String xIdempotencyKey() {
        return text("X-Idempotency-Key");
    }

    /**
     * An HMAC-SHA256 as 64 lower-case hexadecimal digits.
     *
     * @return null when it did not come as what it should be
     */
    public String xSignature() {
        return text("X-Signature");
    }

    /**
     * Unix seconds.
     *
     * @return null when it did not come as what it should be
     */
    public String xTimestamp() {
        return text("X-Timestamp");
    }

    /**
     * The type of the body. Known today: {@code application/json}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String contentType() {
        return text("Content-Type");
    }
}
