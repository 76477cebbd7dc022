// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** What {@link IranDargahException#code()} can be: the codes of the catalogue, and words for all else. */
public final class ErrorCode {
    /** Send valid JSON in UTF-8 with the header {@code Content-Type: application/json}. */
    public static final String MALFORMED_BODY = "-2";
    /** Send the header {@code Authorization: Bearer idg_…}. */
    public static final String CREDENTIALS_MISSING = "-50";
    /** Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox. */
    public static final String CREDENTIALS_INVALID = "-51";
    /** Sign the request with the terminal's secret key and send both headers. */
    public static final String SIGNATURE_MISSING = "-101";
    /** Set your server's clock by NTP and sign each request anew, just before it is sent. */
    public static final String TIMESTAMP_INVALID = "-102";
    /** Sign the very bytes that you send, with the endpoint without {@code /v2/}, and check the secret key. */
    public static final String SIGNATURE_INVALID = "-103";
    /** Add the address of your server to the list in the panel, or send from an address that is on it. */
    public static final String IP_NOT_ALLOWED = "-52";
    /** Look at the terminal in the panel and ask the support to activate it. */
    public static final String TERMINAL_INACTIVE = "-53";
    /** Read {@code fields()}, mend the named fields and send the request again. */
    public static final String VALIDATION = "-2";
    /** Wait the seconds that {@code Retry-After} names, then send the same request again. */
    public static final String RATE_LIMITED = "-54";
    /** Send the same request again later with the same idempotency key; then ask the support with {@code meta.request_id}. */
    public static final String INTERNAL = "-31";
    /** Send the same request again later with the same idempotency key; then ask the support with {@code meta.request_id}. */
    public static final String UNEXPECTED = "-500";
    /** Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost. */
    public static final String BANK_UNAVAILABLE = "996";
    /** Compare the authority with the one you stored, and the environment and the token with those that created it. */
    public static final String TRANSACTION_NOT_FOUND = "-33";
    /** Read {@code reason()}, load the payment and decide by its status. Do not deliver the goods. */
    public static final String STATE_FORBIDS = "-2";
    /** Ask getVerification: the payment is proven by your amount, a {@code ref_id} and a {@code verified_at}. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time. */
    public static final String ALREADY_VERIFIED = "-21";
    /** No answer came. */
    public static final String NETWORK = "network";
    /** No answer came in time. */
    public static final String TIMEOUT = "timeout";
    /** The thread was interrupted. */
    public static final String ABORTED = "aborted";
    /** The answer is no JSON object, or too large. */
    public static final String UNREADABLE = "unreadable";
    /** The signature of the answer fails. */
    public static final String UNTRUSTED = "untrusted";
    /** The answer cannot be what it claims to be. */
    public static final String UNEXPECTED_ANSWER = "unexpected";
    /** The gateway gave a code that the operation does not document. */
    public static final String UNKNOWN_CODE = "unknown_code";

    private ErrorCode() {}
}
