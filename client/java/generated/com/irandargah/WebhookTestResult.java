// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** How your endpoint received the sample. Fields of tomorrow are in {@link #get}. */
public final class WebhookTestResult extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookTestResult(JsonObject object) {
        super(object);
    }

    /**
     * Whether your endpoint answered with 2xx in time. Known today: {@code success}, {@code failed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }

    /**
     * The HTTP status of your endpoint; null when it did not answer.
     *
     * @return null when it did not come as what it should be
     */
    public Long responseCode() {
        return longValue("response_code");
    }

    /**
     * How long your endpoint took, in milliseconds; null when it was not measured.
     *
     * @return null when it did not come as what it should be
     */
    public Double responseTime() {
        return doubleValue("response_time");
    }

    /**
     * Why it failed; null when it did not.
     *
     * @return null when it did not come as what it should be
     */
    public String error() {
        return text("error");
    }
}
