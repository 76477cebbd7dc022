// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The health of the API. Fields of tomorrow are in {@link #get}. */
public final class HealthResponse extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public HealthResponse(JsonObject object) {
        super(object);
    }

    /**
     * Says that the API is up. Known today: {@code ok}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }

    /**
     * A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, {@code YYYY-MM-DD HH:mm:ss}.
     *
     * @return null when it did not come as what it should be
     */
    public String timestamp() {
        return text("timestamp");
    }

    /**
     * Version of the API.
     *
     * @return null when it did not come as what it should be
     */
    public String version() {
        return text("version");
    }
}
