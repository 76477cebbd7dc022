// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What the gateway expects of an endpoint, in English sentences. Fields of tomorrow are in {@link #get}. */
public final class WebhookRequirements extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public WebhookRequirements(JsonObject object) {
        super(object);
    }

    /**
     * The kind of address.
     *
     * @return null when it did not come as what it should be
     */
    public String url() {
        return text("url");
    }

    /**
     * How long the gateway waits for an answer.
     *
     * @return null when it did not come as what it should be
     */
    public String responseTimeout() {
        return text("response_timeout");
    }

    /**
     * How often it tries again.
     *
     * @return null when it did not come as what it should be
     */
    public String retryAttempts() {
        return text("retry_attempts");
    }

    /**
     * Which answers count as received.
     *
     * @return null when it did not come as what it should be
     */
    public String expectedResponse() {
        return text("expected_response");
    }

    /**
     * Where the signature stands.
     *
     * @return null when it did not come as what it should be
     */
    public String signatureHeader() {
        return text("signature_header");
    }
}
