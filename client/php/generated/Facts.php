<?php

// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

declare(strict_types=1);

namespace IranDargah\Generated;

/** What the client knows of the API at run time. @internal */
final class Facts
{
    /** Base addresses by environment. */
    public const SERVERS = [
        'production' => 'https://ipg.irandargah.com',
        'sandbox' => 'https://sandbox.irandargah.com',
    ];

    /** The form of a token. */
    public const TOKEN_PATTERN = '^idg_(live|test)_[A-Za-z0-9]+$';

    /** How a token begins, by environment. */
    public const TOKEN_PREFIXES = [
        'production' => 'idg_live_',
        'sandbox' => 'idg_test_',
    ];

    /** How requests, responses and webhooks are signed; times in seconds. */
    public const SIGNING = [
        'tolerance_seconds' => 300,
        'request' => [
            'parts' => [
                'METHOD',
                'endpoint',
                'body',
                'timestamp',
            ],
            'separator' => ':',
            'signature_header' => 'X-Signature',
            'timestamp_header' => 'X-Timestamp',
            'endpoint_prefix' => '/v2/',
        ],
        'response' => [
            'parts' => [
                'body',
                'timestamp',
            ],
            'separator' => ':',
            'signature_header' => 'X-Response-Signature',
            'timestamp_header' => 'X-Response-Timestamp',
        ],
        'webhook' => [
            'signature_header' => 'X-Webhook-Signature',
            'timestamp_header' => 'X-Webhook-Timestamp',
        ],
    ];

    /** Names of headers on the wire, by their purpose. */
    public const HEADERS = [
        'idempotencyKey' => 'Idempotency-Key',
        'idempotencyKeyAlias' => 'X-Idempotency-Key',
        'apiToken' => 'X-API-Token',
        'tokenDeprecated' => 'X-Token-Deprecated',
        'tokenDeprecatedExpiresAt' => 'X-Token-Deprecated-Expires-At',
        'retryAfter' => 'Retry-After',
        'rateLimitReset' => 'X-RateLimit-Reset',
        'webhookEvent' => 'X-Webhook-Event',
        'webhookId' => 'X-Webhook-ID',
    ];

    /** Every operation that answers in JSON, by its id. */
    public const OPERATIONS = [
        'createPayment' => [
            'method' => 'POST',
            'path' => '/v2/payments',
            'token' => true,
            'signed' => true,
            'idempotencyKey' => true,
            'successStatus' => 200,
            'data' => [
                'transaction' => 'object',
            ],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
                'ErrorBankUnavailable',
            ],
        ],
        'getPayment' => [
            'method' => 'GET',
            'path' => '/v2/payments/{authority}',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'transaction' => 'object',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'cancelPayment' => [
            'method' => 'POST',
            'path' => '/v2/payments/{authority}/cancel',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'transaction' => 'object',
            ],
            'errors' => [
                'ErrorStateForbids',
                'ErrorAlreadyVerified',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'createVerification' => [
            'method' => 'POST',
            'path' => '/v2/verifications',
            'token' => true,
            'signed' => true,
            'idempotencyKey' => true,
            'successStatus' => 200,
            'data' => [
                'verification' => 'object',
            ],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorStateForbids',
                'ErrorAlreadyVerified',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
                'ErrorBankUnavailable',
            ],
        ],
        'getVerification' => [
            'method' => 'GET',
            'path' => '/v2/verifications/{authority}',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'verification' => 'object',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'retryVerification' => [
            'method' => 'POST',
            'path' => '/v2/verifications/{authority}/retry',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'verification' => 'object',
            ],
            'errors' => [
                'ErrorStateForbids',
                'ErrorAlreadyVerified',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
                'ErrorBankUnavailable',
            ],
        ],
        'listTransactions' => [
            'method' => 'GET',
            'path' => '/v2/transactions',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'transactions' => 'array',
                'pagination' => 'object',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'getTransaction' => [
            'method' => 'GET',
            'path' => '/v2/transactions/{authority}',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'transaction' => 'object',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'createRefund' => [
            'method' => 'POST',
            'path' => '/v2/refunds',
            'token' => true,
            'signed' => true,
            'idempotencyKey' => true,
            'undocumented' => true,
            'successStatus' => 200,
            'data' => [],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorStateForbids',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorTransactionNotFound',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
                'ErrorBankUnavailable',
            ],
        ],
        'getDailyReport' => [
            'method' => 'GET',
            'path' => '/v2/reports/daily',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'report_date' => 'value',
                'summary' => 'object',
                'hourly_breakdown' => 'array',
                'payment_methods' => 'array',
                'status_breakdown' => 'array',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'getMonthlyReport' => [
            'method' => 'GET',
            'path' => '/v2/reports/monthly',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'report_month' => 'value',
                'period' => 'object',
                'summary' => 'object',
                'daily_breakdown' => 'array',
                'payment_methods' => 'array',
                'psp_breakdown' => 'array',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'subscribeWebhook' => [
            'method' => 'POST',
            'path' => '/v2/webhooks/subscribe',
            'token' => true,
            'signed' => true,
            'successStatus' => 201,
            'data' => [
                'webhook' => 'object',
            ],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'listWebhookEvents' => [
            'method' => 'GET',
            'path' => '/v2/webhooks/events',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'events' => 'object',
                'webhook_requirements' => 'object',
            ],
            'errors' => [
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'unsubscribeWebhook' => [
            'method' => 'POST',
            'path' => '/v2/webhooks/unsubscribe',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'webhook_id' => 'value',
                'status' => 'value',
            ],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'testWebhook' => [
            'method' => 'POST',
            'path' => '/v2/webhooks/test',
            'token' => true,
            'signed' => true,
            'successStatus' => 200,
            'data' => [
                'webhook_id' => 'value',
                'event_type' => 'value',
                'test_result' => 'object',
            ],
            'errors' => [
                'ErrorMalformedBody',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorSignatureMissing',
                'ErrorTimestampInvalid',
                'ErrorSignatureInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'prepareRequest' => [
            'method' => 'POST',
            'path' => '/api/prepare-request',
            'token' => true,
            'successStatus' => 200,
            'errors' => [
                'ErrorMalformedBody',
                'ErrorCredentialsMissing',
                'ErrorCredentialsInvalid',
                'ErrorIpNotAllowed',
                'ErrorTerminalInactive',
                'ErrorValidation',
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'getIdempotencyKey' => [
            'method' => 'GET',
            'path' => '/v2/idempotency-key',
            'successStatus' => 200,
            'errors' => [
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
        'getHealth' => [
            'method' => 'GET',
            'path' => '/health',
            'successStatus' => 200,
            'errors' => [
                'ErrorRateLimited',
                'ErrorInternal',
                'ErrorUnexpected',
            ],
        ],
    ];

    /** The catalogue of errors by the name of their schema, with what to do; those that the gateway itself met may pass. */
    public const ERRORS = [
        'ErrorMalformedBody' => [
            'code' => -2,
            'type' => 'validation_error',
            'advice' => 'Send valid JSON in UTF-8 with the header `Content-Type: application/json`.',
        ],
        'ErrorCredentialsMissing' => [
            'code' => -50,
            'type' => 'authentication_error',
            'advice' => 'Send the header `Authorization: Bearer idg_…`.',
        ],
        'ErrorCredentialsInvalid' => [
            'code' => -51,
            'type' => 'authentication_error',
            'advice' => 'Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox.',
        ],
        'ErrorSignatureMissing' => [
            'code' => -101,
            'type' => 'authentication_error',
            'advice' => 'Sign the request with the terminal\'s secret key and send both headers.',
        ],
        'ErrorTimestampInvalid' => [
            'code' => -102,
            'type' => 'authentication_error',
            'advice' => 'Set your server\'s clock by NTP and sign each request anew, just before it is sent.',
        ],
        'ErrorSignatureInvalid' => [
            'code' => -103,
            'type' => 'authentication_error',
            'advice' => 'Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key.',
        ],
        'ErrorIpNotAllowed' => [
            'code' => -52,
            'type' => 'authorization_error',
            'advice' => 'Add the address of your server to the list in the panel, or send from an address that is on it.',
        ],
        'ErrorTerminalInactive' => [
            'code' => -53,
            'type' => 'authorization_error',
            'advice' => 'Look at the terminal in the panel and ask the support to activate it.',
        ],
        'ErrorValidation' => [
            'code' => -2,
            'type' => 'validation_error',
            'advice' => 'Read `fields`, mend the named fields and send the request again.',
        ],
        'ErrorRateLimited' => [
            'code' => -54,
            'type' => 'rate_limit_error',
            'advice' => 'Wait the seconds that `Retry-After` names, then send the same request again.',
        ],
        'ErrorInternal' => [
            'code' => -31,
            'type' => 'server_error',
            'mayHaveActed' => true,
            'advice' => 'Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.',
        ],
        'ErrorUnexpected' => [
            'code' => -500,
            'type' => 'server_error',
            'mayHaveActed' => true,
            'advice' => 'Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.',
        ],
        'ErrorBankUnavailable' => [
            'code' => 996,
            'type' => 'gateway_error',
            'mayHaveActed' => true,
            'advice' => 'Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost.',
        ],
        'ErrorTransactionNotFound' => [
            'code' => -33,
            'type' => 'business_logic_error',
            'advice' => 'Compare the authority with the one you stored, and the environment and the token with those that created it.',
        ],
        'ErrorStateForbids' => [
            'code' => -2,
            'type' => 'business_logic_error',
            'advice' => 'Read `stateReason`, load the payment and decide by its status. Do not deliver the goods.',
        ],
        'ErrorAlreadyVerified' => [
            'code' => -21,
            'type' => 'business_logic_error',
            'advice' => 'Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time.',
        ],
    ];

    /** The fields of the callback. */
    public const CALLBACK_FIELDS = [
        'authority',
        'status_code',
        'message',
        'amount',
        'order_id',
        'ref_id',
        'card_pan',
    ];

    /** The fields that the data of each event must have. */
    public const EVENT_FIELDS = [
        'payment.created' => [
            'authority',
            'amount',
            'status',
            'created_at',
        ],
        'payment.completed' => [
            'authority',
            'amount',
            'order_id',
            'ref_code',
            'pan',
            'verified_at',
        ],
        'payment.failed' => [
            'authority',
            'amount',
            'status',
            'message',
        ],
        'payment.cancelled' => [
            'authority',
            'amount',
            'status',
            'message',
        ],
        'payment.reversed' => [],
        'verification.completed' => [
            'authority',
            'amount',
            'order_id',
            'ref_code',
            'pan',
            'verified_at',
        ],
        'verification.failed' => [
            'authority',
            'amount',
            'status',
            'message',
        ],
        'refund.created' => [
            'refund_code',
            'authority',
            'amount',
            'status',
            'reason',
            'created_at',
        ],
        'refund.completed' => [
            'refund_code',
            'authority',
            'amount',
            'status',
            'completed_at',
        ],
        'settlement.created' => [
            'settlement_code',
            'amount',
            'status',
            'period',
        ],
        'settlement.completed' => [
            'settlement_code',
            'amount',
            'status',
            'period',
        ],
        'settlement.failed' => [
            'settlement_code',
            'amount',
            'status',
            'period',
        ],
    ];

    /** Fields that hold an amount of money. */
    public const AMOUNT_FIELDS = [
        'amount',
        'successful_amount',
        'total_amount',
        'total_fees',
    ];

    /** Fields that hold a reference of the bank. */
    public const REFERENCE_FIELDS = [
        'ref_code',
        'ref_id',
    ];

    /** Fields and headers, in lower case, that must be redacted in every log. */
    public const SENSITIVE_NAMES = [
        'authorization',
        'card_number',
        'card_pan',
        'mobile',
        'pan',
        'secret',
        'x-api-token',
        'x-response-signature',
        'x-signature',
        'x-webhook-signature',
    ];

    /** How many rials one toman is. */
    public const RIALS_PER_TOMAN = 10;

    /** The zone of all Jalali times. */
    public const ZONE = 'Asia/Tehran';
}
