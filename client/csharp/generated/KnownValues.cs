// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

namespace IranDargah
{
    /// <summary>The family of an error. Known today: `validation_error`, `authentication_error`, `authorization_error`, `business_logic_error`, `rate_limit_error`, `server_error`, `gateway_error`; others may come.</summary>
    public static class ErrorType
    {
        public const string ValidationError = "validation_error";
        public const string AuthenticationError = "authentication_error";
        public const string AuthorizationError = "authorization_error";
        public const string BusinessLogicError = "business_logic_error";
        public const string RateLimitError = "rate_limit_error";
        public const string ServerError = "server_error";
        public const string GatewayError = "gateway_error";
    }

    /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
    public static class PaymentStatus
    {
        public const string Pending = "pending";
        public const string Completed = "completed";
        public const string Failed = "failed";
        public const string Timeout = "timeout";
        public const string Cancelled = "cancelled";
        public const string Unknown = "unknown";
    }

    /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
    public static class RefundStatus
    {
        public const string Pending = "pending";
        public const string Completed = "completed";
        public const string Failed = "failed";
    }

    /// <summary>An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.</summary>
    public static class ReceivedTestableEventType
    {
        public const string PaymentCreated = "payment.created";
        public const string PaymentCompleted = "payment.completed";
        public const string PaymentFailed = "payment.failed";
        public const string PaymentCancelled = "payment.cancelled";
        public const string RefundCreated = "refund.created";
        public const string RefundCompleted = "refund.completed";
        public const string VerificationCompleted = "verification.completed";
    }
}
