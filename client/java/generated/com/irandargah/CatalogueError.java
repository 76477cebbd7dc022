// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The catalogue of errors: what each is, and what to do about it. */
enum CatalogueError {
    MALFORMED_BODY("ErrorMalformedBody", -2, "validation_error", false, "Send valid JSON in UTF-8 with the header `Content-Type: application/json`."),
    CREDENTIALS_MISSING("ErrorCredentialsMissing", -50, "authentication_error", false, "Send the header `Authorization: Bearer idg_…`."),
    CREDENTIALS_INVALID("ErrorCredentialsInvalid", -51, "authentication_error", false, "Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox."),
    SIGNATURE_MISSING("ErrorSignatureMissing", -101, "authentication_error", false, "Sign the request with the terminal's secret key and send both headers."),
    TIMESTAMP_INVALID("ErrorTimestampInvalid", -102, "authentication_error", false, "Set your server's clock by NTP and sign each request anew, just before it is sent."),
    SIGNATURE_INVALID("ErrorSignatureInvalid", -103, "authentication_error", false, "Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key."),
    IP_NOT_ALLOWED("ErrorIpNotAllowed", -52, "authorization_error", false, "Add the address of your server to the list in the panel, or send from an address that is on it."),
    TERMINAL_INACTIVE("ErrorTerminalInactive", -53, "authorization_error", false, "Look at the terminal in the panel and ask the support to activate it."),
    VALIDATION("ErrorValidation", -2, "validation_error", false, "Read `fields()`, mend the named fields and send the request again."),
    RATE_LIMITED("ErrorRateLimited", -54, "rate_limit_error", false, "Wait the seconds that `Retry-After` names, then send the same request again."),
    INTERNAL("ErrorInternal", -31, "server_error", true, "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."),
    UNEXPECTED("ErrorUnexpected", -500, "server_error", true, "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."),
    BANK_UNAVAILABLE("ErrorBankUnavailable", 996, "gateway_error", true, "Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost."),
    TRANSACTION_NOT_FOUND("ErrorTransactionNotFound", -33, "business_logic_error", false, "Compare the authority with the one you stored, and the environment and the token with those that created it."),
    STATE_FORBIDS("ErrorStateForbids", -2, "business_logic_error", false, "Read `reason()`, load the payment and decide by its status. Do not deliver the goods."),
    ALREADY_VERIFIED("ErrorAlreadyVerified", -21, "business_logic_error", false, "Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time.");

    final String label;
    final long code;
    final String type;
    /** Whether the gateway itself, or its bank, broke down: it may have acted, and it may pass. */
    final boolean mayHaveActed;
    final String advice;

    CatalogueError(String label, long code, String type, boolean mayHaveActed, String advice) {
        this.label = label;
        this.code = code;
        this.type = type;
        this.mayHaveActed = mayHaveActed;
        this.advice = advice;
    }
}
