// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package irandargah;

/** How requests, answers and webhooks are signed. */
public final class SigningFacts {
    /** Header of a request with its signature. */
    public static final String REQUEST_SIGNATURE_HEADER = "X-Signature";
    /** Header of a request with the time of signing. */
    public static final String REQUEST_TIMESTAMP_HEADER = "X-Timestamp";
    /** Header of an answer with its signature. */
    public static final String RESPONSE_SIGNATURE_HEADER = "X-Response-Signature";
    /** Header of an answer with the time of signing. */
    public static final String RESPONSE_TIMESTAMP_HEADER = "X-Response-Timestamp";
    /** Header of a webhook with its signature. */
    public static final String WEBHOOK_SIGNATURE_HEADER = "X-Webhook-Signature";
    /** Header of a webhook with the time of this attempt. */
    public static final String WEBHOOK_TIMESTAMP_HEADER = "X-Webhook-Timestamp";
    /** Header of a webhook with its event. */
    public static final String WEBHOOK_EVENT_HEADER = "X-Webhook-Event";
    /** Header of a webhook with its identifier. */
    public static final String WEBHOOK_ID_HEADER = "X-Webhook-ID";
    /** What is cut from a path to get the signed endpoint. */
    public static final String ENDPOINT_PREFIX = "/v2/";
    /** Answers to paths that begin so are signed. */
    public static final String SIGNED_ANSWERS_PREFIX = "/v2/";
    /** How far a timestamp may lie off, in both directions. */
    public static final long TOLERANCE_SECONDS = 300;

    private SigningFacts() {}
}
