// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** A new key. Fields of tomorrow are in {@link #get}. */
public final class IdempotencyKeyResponse extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public IdempotencyKeyResponse(JsonObject object) {
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
     * The key, for the header {@code Idempotency-Key}.
     *
     * @return null when it did not come as what it should be
     */
    public String idempotencyKey() {
        return text("idempotency_key");
    }

    /**
     * How long the key is remembered, in seconds; see {@code x-idempotency}.
     *
     * @return null when it did not come as what it should be
     */
    public Long expiresIn() {
        return longValue("expires_in");
    }

    /**
     * An English hint on how to use the key.
     *
     * @return null when it did not come as what it should be
     */
    public String usage() {
        return text("usage");
    }
}
