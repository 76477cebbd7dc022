package com.irandargah;

import java.time.Duration;

/** What may be set for one call. An idempotency key is one of these, so that no two calls can share it by accident. */
public final class CallOptions {
    private static final CallOptions NONE = new CallOptions(null, null, null);

    final String idempotencyKey;
    final Duration timeout;
    final Integer retries;

    private CallOptions(String idempotencyKey, Duration timeout, Integer retries) {
        this.idempotencyKey = idempotencyKey;
        this.timeout = timeout;
        this.retries = retries;
    }

    /**
     * Nothing out of the ordinary.
     *
     * @return options to begin with
     */
    public static CallOptions none() {
        return NONE;
    }

    /**
     * Your own name for this logical request; without it each call makes a fresh random one.
     *
     * @param key printable ASCII without blanks; store it with your order before you call
     * @return the same options with it
     * @throws IllegalArgumentException for any other
     */
    public CallOptions idempotencyKey(String key) {
        // The header holds ASCII alone: whatever else would become the same question marks for every order.
        if (key == null || !key.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException(
                "The idempotency key has to be 1 to 255 characters of printable ASCII without blanks, or left out.");
        }
        return new CallOptions(key, timeout, retries);
    }

    /**
     * How long one attempt may take.
     *
     * @param limit more than nothing
     * @return the same options with it
     * @throws IllegalArgumentException for any other
     */
    public CallOptions timeout(Duration limit) {
        return new CallOptions(idempotencyKey, Options.positive("timeout", limit), retries);
    }

    /**
     * How often an attempt that failed on the way is repeated, where that is safe.
     *
     * @param times zero or more
     * @return the same options with it
     * @throws IllegalArgumentException for any other
     */
    public CallOptions retries(int times) {
        return new CallOptions(idempotencyKey, timeout, Options.notNegative("retries", times));
    }

    CallOptions withoutKey() {
        return new CallOptions(null, timeout, retries);
    }
}
