<?php

// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

declare(strict_types=1);

namespace IranDargah\Generated;

/** The codes of the gateway by their names. */
final class ErrorCode
{
    /** Send valid JSON in UTF-8 with the header `Content-Type: application/json`. */
    public const MALFORMED_BODY = -2;

    /** Send the header `Authorization: Bearer idg_…`. */
    public const CREDENTIALS_MISSING = -50;

    /** Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox. */
    public const CREDENTIALS_INVALID = -51;

    /** Sign the request with the terminal's secret key and send both headers. */
    public const SIGNATURE_MISSING = -101;

    /** Set your server's clock by NTP and sign each request anew, just before it is sent. */
    public const TIMESTAMP_INVALID = -102;

    /** Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key. */
    public const SIGNATURE_INVALID = -103;

    /** Add the address of your server to the list in the panel, or send from an address that is on it. */
    public const IP_NOT_ALLOWED = -52;

    /** Look at the terminal in the panel and ask the support to activate it. */
    public const TERMINAL_INACTIVE = -53;

    /** Read `fields`, mend the named fields and send the request again. */
    public const VALIDATION = -2;

    /** Wait the seconds that `Retry-After` names, then send the same request again. */
    public const RATE_LIMITED = -54;

    /** Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`. */
    public const INTERNAL = -31;

    /** Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`. */
    public const UNEXPECTED = -500;

    /** Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost. */
    public const BANK_UNAVAILABLE = 996;

    /** Compare the authority with the one you stored, and the environment and the token with those that created it. */
    public const TRANSACTION_NOT_FOUND = -33;

    /** Read `stateReason`, load the payment and decide by its status. Do not deliver the goods. */
    public const STATE_FORBIDS = -2;

    /** Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time. */
    public const ALREADY_VERIFIED = -21;
}
