# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""What the client knows of the contract at run time."""

from typing import Any, Mapping, Tuple

from ..contract import KnownError, Operation

# The version of the contract, which is that of this package.
VERSION: str = "3.0.0"

# Base addresses by environment.
SERVERS: Mapping[str, str] = {
    "production": "https://ipg.irandargah.com",
    "sandbox": "https://sandbox.irandargah.com",
}

# The form of a token.
TOKEN_PATTERN: str = "^idg_(live|test)_[A-Za-z0-9]+$"

# How a token begins, by environment.
TOKEN_PREFIXES: Mapping[str, str] = {
    "production": "idg_live_",
    "sandbox": "idg_test_",
}

# How requests, responses and webhooks are signed; times in seconds.
SIGNING: Any = {
    "tolerance_seconds": 300,
    "request": {
        "parts": (
            "METHOD",
            "endpoint",
            "body",
            "timestamp",
        ),
        "separator": ":",
        "signature_header": "X-Signature",
        "timestamp_header": "X-Timestamp",
        "endpoint_prefix": "/v2/",
    },
    "response": {
        "parts": (
            "body",
            "timestamp",
        ),
        "separator": ":",
        "signature_header": "X-Response-Signature",
        "timestamp_header": "X-Response-Timestamp",
    },
    "webhook": {
        "signature_header": "X-Webhook-Signature",
        "timestamp_header": "X-Webhook-Timestamp",
    },
}

# Names of headers on the wire, by their purpose.
HEADERS: Mapping[str, str] = {
    "idempotencyKey": "Idempotency-Key",
    "idempotencyKeyAlias": "X-Idempotency-Key",
    "apiToken": "X-API-Token",
    "tokenDeprecated": "X-Token-Deprecated",
    "tokenDeprecatedExpiresAt": "X-Token-Deprecated-Expires-At",
    "retryAfter": "Retry-After",
    "rateLimitReset": "X-RateLimit-Reset",
    "webhookEvent": "X-Webhook-Event",
    "webhookId": "X-Webhook-ID",
}

# Every operation that answers in JSON, by its id.
OPERATIONS: Mapping[str, Operation] = {
    "createPayment": Operation(
        method="POST",
        path="/v2/payments",
        token=True,
        signed=True,
        idempotency_key=True,
        success_status=200,
        data={
            "transaction": "object",
        },
        errors=(
            "ErrorMalformedBody",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
            "ErrorBankUnavailable",
        ),
    ),
    "getPayment": Operation(
        method="GET",
        path="/v2/payments/{authority}",
        token=True,
        signed=True,
        success_status=200,
        data={
            "transaction": "object",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "cancelPayment": Operation(
        method="POST",
        path="/v2/payments/{authority}/cancel",
        token=True,
        signed=True,
        success_status=200,
        data={
            "transaction": "object",
        },
        errors=(
            "ErrorStateForbids",
            "ErrorAlreadyVerified",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "createVerification": Operation(
        method="POST",
        path="/v2/verifications",
        token=True,
        signed=True,
        idempotency_key=True,
        success_status=200,
        data={
            "verification": "object",
        },
        errors=(
            "ErrorMalformedBody",
            "ErrorStateForbids",
            "ErrorAlreadyVerified",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
            "ErrorBankUnavailable",
        ),
    ),
    "getVerification": Operation(
        method="GET",
        path="/v2/verifications/{authority}",
        token=True,
        signed=True,
        success_status=200,
        data={
            "verification": "object",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "retryVerification": Operation(
        method="POST",
        path="/v2/verifications/{authority}/retry",
        token=True,
        signed=True,
        success_status=200,
        data={
            "verification": "object",
        },
        errors=(
            "ErrorStateForbids",
            "ErrorAlreadyVerified",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
            "ErrorBankUnavailable",
        ),
    ),
    "listTransactions": Operation(
        method="GET",
        path="/v2/transactions",
        token=True,
        signed=True,
        success_status=200,
        data={
            "transactions": "array",
            "pagination": "object",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "getTransaction": Operation(
        method="GET",
        path="/v2/transactions/{authority}",
        token=True,
        signed=True,
        success_status=200,
        data={
            "transaction": "object",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "createRefund": Operation(
        method="POST",
        path="/v2/refunds",
        token=True,
        signed=True,
        idempotency_key=True,
        undocumented=True,
        success_status=200,
        data={},
        errors=(
            "ErrorMalformedBody",
            "ErrorStateForbids",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorTransactionNotFound",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
            "ErrorBankUnavailable",
        ),
    ),
    "getDailyReport": Operation(
        method="GET",
        path="/v2/reports/daily",
        token=True,
        signed=True,
        success_status=200,
        data={
            "report_date": "value",
            "summary": "object",
            "hourly_breakdown": "array",
            "payment_methods": "array",
            "status_breakdown": "array",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "getMonthlyReport": Operation(
        method="GET",
        path="/v2/reports/monthly",
        token=True,
        signed=True,
        success_status=200,
        data={
            "report_month": "value",
            "period": "object",
            "summary": "object",
            "daily_breakdown": "array",
            "payment_methods": "array",
            "psp_breakdown": "array",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "subscribeWebhook": Operation(
        method="POST",
        path="/v2/webhooks/subscribe",
        token=True,
        signed=True,
        success_status=201,
        data={
            "webhook": "object",
        },
        errors=(
            "ErrorMalformedBody",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "listWebhookEvents": Operation(
        method="GET",
        path="/v2/webhooks/events",
        token=True,
        signed=True,
        success_status=200,
        data={
            "events": "object",
            "webhook_requirements": "object",
        },
        errors=(
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "unsubscribeWebhook": Operation(
        method="POST",
        path="/v2/webhooks/unsubscribe",
        token=True,
        signed=True,
        success_status=200,
        data={
            "webhook_id": "value",
            "status": "value",
        },
        errors=(
            "ErrorMalformedBody",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "testWebhook": Operation(
        method="POST",
        path="/v2/webhooks/test",
        token=True,
        signed=True,
        success_status=200,
        data={
            "webhook_id": "value",
            "event_type": "value",
            "test_result": "object",
        },
        errors=(
            "ErrorMalformedBody",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorSignatureMissing",
            "ErrorTimestampInvalid",
            "ErrorSignatureInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "prepareRequest": Operation(
        method="POST",
        path="/api/prepare-request",
        token=True,
        success_status=200,
        errors=(
            "ErrorMalformedBody",
            "ErrorCredentialsMissing",
            "ErrorCredentialsInvalid",
            "ErrorIpNotAllowed",
            "ErrorTerminalInactive",
            "ErrorValidation",
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "getIdempotencyKey": Operation(
        method="GET",
        path="/v2/idempotency-key",
        success_status=200,
        errors=(
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
    "getHealth": Operation(
        method="GET",
        path="/health",
        success_status=200,
        errors=(
            "ErrorRateLimited",
            "ErrorInternal",
            "ErrorUnexpected",
        ),
    ),
}

# The catalogue of errors by the name of their schema, with what to do; those that the gateway itself met may pass.
ERRORS: Mapping[str, KnownError] = {
    "ErrorMalformedBody": KnownError(
        code=-2,
        type="validation_error",
        advice="Send valid JSON in UTF-8 with the header `Content-Type: application/json`.",
    ),
    "ErrorCredentialsMissing": KnownError(
        code=-50,
        type="authentication_error",
        advice="Send the header `Authorization: Bearer idg_…`.",
    ),
    "ErrorCredentialsInvalid": KnownError(
        code=-51,
        type="authentication_error",
        advice="Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox.",
    ),
    "ErrorSignatureMissing": KnownError(
        code=-101,
        type="authentication_error",
        advice="Sign the request with the terminal's secret key and send both headers.",
    ),
    "ErrorTimestampInvalid": KnownError(
        code=-102,
        type="authentication_error",
        advice="Set your server's clock by NTP and sign each request anew, just before it is sent.",
    ),
    "ErrorSignatureInvalid": KnownError(
        code=-103,
        type="authentication_error",
        advice="Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key.",
    ),
    "ErrorIpNotAllowed": KnownError(
        code=-52,
        type="authorization_error",
        advice="Add the address of your server to the list in the panel, or send from an address that is on it.",
    ),
    "ErrorTerminalInactive": KnownError(
        code=-53,
        type="authorization_error",
        advice="Look at the terminal in the panel and ask the support to activate it.",
    ),
    "ErrorValidation": KnownError(
        code=-2,
        type="validation_error",
        advice="Read `fields`, mend the named fields and send the request again.",
    ),
    "ErrorRateLimited": KnownError(
        code=-54,
        type="rate_limit_error",
        advice="Wait the seconds that `Retry-After` names, then send the same request again.",
    ),
    "ErrorInternal": KnownError(
        code=-31,
        type="server_error",
        may_have_acted=True,
        advice="Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.",
    ),
    "ErrorUnexpected": KnownError(
        code=-500,
        type="server_error",
        may_have_acted=True,
        advice="Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.",
    ),
    "ErrorBankUnavailable": KnownError(
        code=996,
        type="gateway_error",
        may_have_acted=True,
        advice="Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost.",
    ),
    "ErrorTransactionNotFound": KnownError(
        code=-33,
        type="business_logic_error",
        advice="Compare the authority with the one you stored, and the environment and the token with those that created it.",
    ),
    "ErrorStateForbids": KnownError(
        code=-2,
        type="business_logic_error",
        advice="Read `details['reason']`, load the payment and decide by its status. Do not deliver the goods.",
    ),
    "ErrorAlreadyVerified": KnownError(
        code=-21,
        type="business_logic_error",
        advice="Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time.",
    ),
}

# The fields of the callback.
CALLBACK_FIELDS: Tuple[str, ...] = (
    "authority",
    "status_code",
    "message",
    "amount",
    "order_id",
    "ref_id",
    "card_pan",
)

# The fields that the data of each event must have.
EVENT_FIELDS: Mapping[str, Tuple[str, ...]] = {
    "payment.created": (
        "authority",
        "amount",
        "status",
        "created_at",
    ),
    "payment.completed": (
        "authority",
        "amount",
        "order_id",
        "ref_code",
        "pan",
        "verified_at",
    ),
    "payment.failed": (
        "authority",
        "amount",
        "status",
        "message",
    ),
    "payment.cancelled": (
        "authority",
        "amount",
        "status",
        "message",
    ),
    "payment.reversed": (),
    "verification.completed": (
        "authority",
        "amount",
        "order_id",
        "ref_code",
        "pan",
        "verified_at",
    ),
    "verification.failed": (
        "authority",
        "amount",
        "status",
        "message",
    ),
    "refund.created": (
        "refund_code",
        "authority",
        "amount",
        "status",
        "reason",
        "created_at",
    ),
    "refund.completed": (
        "refund_code",
        "authority",
        "amount",
        "status",
        "completed_at",
    ),
    "settlement.created": (
        "settlement_code",
        "amount",
        "status",
        "period",
    ),
    "settlement.completed": (
        "settlement_code",
        "amount",
        "status",
        "period",
    ),
    "settlement.failed": (
        "settlement_code",
        "amount",
        "status",
        "period",
    ),
}

# Fields that hold an amount of money.
AMOUNT_FIELDS: Tuple[str, ...] = (
    "amount",
    "successful_amount",
    "total_amount",
    "total_fees",
)

# Fields that hold a reference of the bank.
REFERENCE_FIELDS: Tuple[str, ...] = (
    "ref_code",
    "ref_id",
)

# Fields and headers, in lower case, that must be redacted in every log.
SENSITIVE_NAMES: Tuple[str, ...] = (
    "authorization",
    "card_number",
    "card_pan",
    "mobile",
    "pan",
    "secret",
    "x-api-token",
    "x-response-signature",
    "x-signature",
    "x-webhook-signature",
)

# How many rials one toman is.
RIALS_PER_TOMAN: int = 10

# The zone of all Jalali times.
ZONE: str = "Asia/Tehran"
