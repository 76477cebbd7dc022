// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The headers to send with the request. Fields of tomorrow are in {@link #get}. */
public final class PreparedRequestResponse extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public PreparedRequestResponse(JsonObject object) {
        super(object);
    }

    /**
     * Always true in a success.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean success() {
        return booleanValue("success");
    }

    /**
     * A fresh idempotency key.
     *
     * @return null when it did not come as what it should be
     */
    public String idempotencyKey() {
        return text("idempotency_key");
    }

    /**
     * Whether your terminal demands signed requests.
     *
     * @return null when it did not come as what it should be
     */
    public Boolean signatureRequired() {
        return booleanValue("signature_required");
    }

    /**
     * The value for {@code X-Signature}; null when your terminal has no secret key.
     *
     * @return null when it did not come as what it should be
     */
    public String signature() {
        return text("signature");
    }

    /**
     * The value for {@code X-Timestamp}, in Unix seconds.
     *
     * @return null when it did not come as what it should be
     */
    public String timestamp() {
        return text("timestamp");
    }

    /**
     * How the signature is made. Known today: {@code HMAC-SHA256}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String algorithm() {
        return text("algorithm");
    }

    /**
     * The headers to send, by name.
     *
     * @return null when it did not come as what it should be
     */
    public PreparedHeaders headers() {
        return object("headers", PreparedHeaders::new);
    }

    /**
     * When the signature stops being valid, ISO 8601 in UTC.
     *
     * @return null when it did not come as what it should be
     */
    public String expiresAt() {
        return text("expires_at");
    }
}
