// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

using System.Collections.Generic;

namespace IranDargah
{
    /// <summary>Where a terminal belongs: real money, or none.</summary>
    public enum GatewayEnvironment
    {
        Production,
        Sandbox,
    }

    /// <summary>What the code of an IranDargahException may be: a number of the gateway's catalogue, or a word for
    /// everything that is in no catalogue.</summary>
    public static partial class ErrorCode
    {
        public const string MalformedBody = "-2";
        public const string CredentialsMissing = "-50";
        public const string CredentialsInvalid = "-51";
        public const string SignatureMissing = "-101";
        public const string TimestampInvalid = "-102";
        public const string SignatureInvalid = "-103";
        public const string IpNotAllowed = "-52";
        public const string TerminalInactive = "-53";
        public const string Validation = "-2";
        public const string RateLimited = "-54";
        public const string Internal = "-31";
        public const string Unexpected = "-500";
        public const string BankUnavailable = "996";
        public const string TransactionNotFound = "-33";
        public const string StateForbids = "-2";
        public const string AlreadyVerified = "-21";
    }

    /// <summary>What the package knows of the contract.</summary>
    internal static class Facts
    {
        public const string TokenPattern = "^idg_(live|test)_[A-Za-z0-9]+$";
        public const long RialsPerToman = 10;
        public const long ToleranceSeconds = 300;
        public const string EndpointPrefix = "/v2/";
        public const string RequestSignatureHeader = "X-Signature";
        public const string RequestTimestampHeader = "X-Timestamp";
        public const string ResponseSignatureHeader = "X-Response-Signature";
        public const string ResponseTimestampHeader = "X-Response-Timestamp";
        public const string WebhookSignatureHeader = "X-Webhook-Signature";
        public const string WebhookTimestampHeader = "X-Webhook-Timestamp";
        public const string IdempotencyKeyHeader = "Idempotency-Key";
        public const string IdempotencyKeyAliasHeader = "X-Idempotency-Key";
        public const string ApiTokenHeader = "X-API-Token";
        public const string TokenDeprecatedHeader = "X-Token-Deprecated";
        public const string TokenDeprecatedExpiresAtHeader = "X-Token-Deprecated-Expires-At";
        public const string RetryAfterHeader = "Retry-After";
        public const string RateLimitResetHeader = "X-RateLimit-Reset";
        public const string WebhookEventHeader = "X-Webhook-Event";
        public const string WebhookIdHeader = "X-Webhook-ID";

        public static readonly Dictionary<GatewayEnvironment, string> Servers =
            new Dictionary<GatewayEnvironment, string> { { GatewayEnvironment.Production, "https://ipg.irandargah.com" }, { GatewayEnvironment.Sandbox, "https://sandbox.irandargah.com" } };

        public static readonly Dictionary<GatewayEnvironment, string> TokenPrefixes =
            new Dictionary<GatewayEnvironment, string> { { GatewayEnvironment.Production, "idg_live_" }, { GatewayEnvironment.Sandbox, "idg_test_" } };

        public static readonly HashSet<string> CallbackFields = new HashSet<string> { "authority", "status_code", "message", "amount", "order_id", "ref_id", "card_pan" };

        public static readonly HashSet<string> AmountFields = new HashSet<string> { "amount", "successful_amount", "total_amount", "total_fees" };

        public static readonly HashSet<string> ReferenceFields = new HashSet<string> { "ref_code", "ref_id" };

        public static readonly HashSet<string> SensitiveNames = new HashSet<string> { "authorization", "card_number", "card_pan", "mobile", "pan", "secret", "x-api-token", "x-response-signature", "x-signature", "x-webhook-signature" };

        public static readonly Dictionary<string, string[]> EventFields = new Dictionary<string, string[]>
        {
            { "payment.created", new string[] { "authority", "amount", "status", "created_at" } },
            { "payment.completed", new string[] { "authority", "amount", "order_id", "ref_code", "pan", "verified_at" } },
            { "payment.failed", new string[] { "authority", "amount", "status", "message" } },
            { "payment.cancelled", new string[] { "authority", "amount", "status", "message" } },
            { "payment.reversed", new string[] { } },
            { "verification.completed", new string[] { "authority", "amount", "order_id", "ref_code", "pan", "verified_at" } },
            { "verification.failed", new string[] { "authority", "amount", "status", "message" } },
            { "refund.created", new string[] { "refund_code", "authority", "amount", "status", "reason", "created_at" } },
            { "refund.completed", new string[] { "refund_code", "authority", "amount", "status", "completed_at" } },
            { "settlement.created", new string[] { "settlement_code", "amount", "status", "period" } },
            { "settlement.completed", new string[] { "settlement_code", "amount", "status", "period" } },
            { "settlement.failed", new string[] { "settlement_code", "amount", "status", "period" } },
        };

        public static readonly ErrorFact[] Errors =
        {
            new ErrorFact("ErrorMalformedBody", -2, "validation_error", false, "Send valid JSON in UTF-8 with the header `Content-Type: application/json`."),
            new ErrorFact("ErrorCredentialsMissing", -50, "authentication_error", false, "Send the header `Authorization: Bearer idg_…`."),
            new ErrorFact("ErrorCredentialsInvalid", -51, "authentication_error", false, "Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox."),
            new ErrorFact("ErrorSignatureMissing", -101, "authentication_error", false, "Sign the request with the terminal's secret key and send both headers."),
            new ErrorFact("ErrorTimestampInvalid", -102, "authentication_error", false, "Set your server's clock by NTP and sign each request anew, just before it is sent."),
            new ErrorFact("ErrorSignatureInvalid", -103, "authentication_error", false, "Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key."),
            new ErrorFact("ErrorIpNotAllowed", -52, "authorization_error", false, "Add the address of your server to the list in the panel, or send from an address that is on it."),
            new ErrorFact("ErrorTerminalInactive", -53, "authorization_error", false, "Look at the terminal in the panel and ask the support to activate it."),
            new ErrorFact("ErrorValidation", -2, "validation_error", false, "Read `Fields`, mend the named fields and send the request again."),
            new ErrorFact("ErrorRateLimited", -54, "rate_limit_error", false, "Wait the seconds that `Retry-After` names, then send the same request again."),
            new ErrorFact("ErrorInternal", -31, "server_error", true, "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."),
            new ErrorFact("ErrorUnexpected", -500, "server_error", true, "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`."),
            new ErrorFact("ErrorBankUnavailable", 996, "gateway_error", true, "Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost."),
            new ErrorFact("ErrorTransactionNotFound", -33, "business_logic_error", false, "Compare the authority with the one you stored, and the environment and the token with those that created it."),
            new ErrorFact("ErrorStateForbids", -2, "business_logic_error", false, "Read `Reason`, load the payment and decide by its status. Do not deliver the goods."),
            new ErrorFact("ErrorAlreadyVerified", -21, "business_logic_error", false, "Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time."),
        };

        public static readonly Operation CreatePayment = new Operation(
            "createPayment", "POST", "/v2/payments", 200, "token signed idempotencyKey",
            new Dictionary<string, string> { { "transaction", "object" } },
            new[] { "ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable" });

        public static readonly Operation GetPayment = new Operation(
            "getPayment", "GET", "/v2/payments/{authority}", 200, "token signed",
            new Dictionary<string, string> { { "transaction", "object" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation CancelPayment = new Operation(
            "cancelPayment", "POST", "/v2/payments/{authority}/cancel", 200, "token signed",
            new Dictionary<string, string> { { "transaction", "object" } },
            new[] { "ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation CreateVerification = new Operation(
            "createVerification", "POST", "/v2/verifications", 200, "token signed idempotencyKey",
            new Dictionary<string, string> { { "verification", "object" } },
            new[] { "ErrorMalformedBody", "ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable" });

        public static readonly Operation GetVerification = new Operation(
            "getVerification", "GET", "/v2/verifications/{authority}", 200, "token signed",
            new Dictionary<string, string> { { "verification", "object" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation RetryVerification = new Operation(
            "retryVerification", "POST", "/v2/verifications/{authority}/retry", 200, "token signed",
            new Dictionary<string, string> { { "verification", "object" } },
            new[] { "ErrorStateForbids", "ErrorAlreadyVerified", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable" });

        public static readonly Operation ListTransactions = new Operation(
            "listTransactions", "GET", "/v2/transactions", 200, "token signed",
            new Dictionary<string, string> { { "transactions", "array" }, { "pagination", "object" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation GetTransaction = new Operation(
            "getTransaction", "GET", "/v2/transactions/{authority}", 200, "token signed",
            new Dictionary<string, string> { { "transaction", "object" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation CreateRefund = new Operation(
            "createRefund", "POST", "/v2/refunds", 200, "token signed idempotencyKey undocumented",
            new Dictionary<string, string> { },
            new[] { "ErrorMalformedBody", "ErrorStateForbids", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorTransactionNotFound", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected", "ErrorBankUnavailable" });

        public static readonly Operation GetDailyReport = new Operation(
            "getDailyReport", "GET", "/v2/reports/daily", 200, "token signed",
            new Dictionary<string, string> { { "report_date", "value" }, { "summary", "object" }, { "hourly_breakdown", "array" }, { "payment_methods", "array" }, { "status_breakdown", "array" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation GetMonthlyReport = new Operation(
            "getMonthlyReport", "GET", "/v2/reports/monthly", 200, "token signed",
            new Dictionary<string, string> { { "report_month", "value" }, { "period", "object" }, { "summary", "object" }, { "daily_breakdown", "array" }, { "payment_methods", "array" }, { "psp_breakdown", "array" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation SubscribeWebhook = new Operation(
            "subscribeWebhook", "POST", "/v2/webhooks/subscribe", 201, "token signed",
            new Dictionary<string, string> { { "webhook", "object" } },
            new[] { "ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation ListWebhookEvents = new Operation(
            "listWebhookEvents", "GET", "/v2/webhooks/events", 200, "token signed",
            new Dictionary<string, string> { { "events", "object" }, { "webhook_requirements", "object" } },
            new[] { "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation UnsubscribeWebhook = new Operation(
            "unsubscribeWebhook", "POST", "/v2/webhooks/unsubscribe", 200, "token signed",
            new Dictionary<string, string> { { "webhook_id", "value" }, { "status", "value" } },
            new[] { "ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation TestWebhook = new Operation(
            "testWebhook", "POST", "/v2/webhooks/test", 200, "token signed",
            new Dictionary<string, string> { { "webhook_id", "value" }, { "event_type", "value" }, { "test_result", "object" } },
            new[] { "ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorSignatureMissing", "ErrorTimestampInvalid", "ErrorSignatureInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation PrepareRequest = new Operation(
            "prepareRequest", "POST", "/api/prepare-request", 200, "token",
            null,
            new[] { "ErrorMalformedBody", "ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorIpNotAllowed", "ErrorTerminalInactive", "ErrorValidation", "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation GetIdempotencyKey = new Operation(
            "getIdempotencyKey", "GET", "/v2/idempotency-key", 200, "",
            null,
            new[] { "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });

        public static readonly Operation GetHealth = new Operation(
            "getHealth", "GET", "/health", 200, "",
            null,
            new[] { "ErrorRateLimited", "ErrorInternal", "ErrorUnexpected" });
    }
}
