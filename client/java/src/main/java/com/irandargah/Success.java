package com.irandargah;

/** What a call brought. */
final class Success {
    /** The useful part: {@code data} of the body, or the body itself where it has none. */
    final JsonObject data;
    final String idempotencyKey;

    Success(JsonObject data, String idempotencyKey) {
        this.data = data;
        this.idempotencyKey = idempotencyKey;
    }
}
