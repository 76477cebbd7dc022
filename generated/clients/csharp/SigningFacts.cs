// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

namespace IranDargah
{
    /// <summary>How requests, answers and webhooks are signed.</summary>
    public static class SigningFacts
    {
        /// <summary>Header of a request with its signature.</summary>
        public const string RequestSignatureHeader = "X-Signature";
        /// <summary>Header of a request with the time of signing.</summary>
        public const string RequestTimestampHeader = "X-Timestamp";
        /// <summary>Header of an answer with its signature.</summary>
        public const string ResponseSignatureHeader = "X-Response-Signature";
        /// <summary>Header of an answer with the time of signing.</summary>
        public const string ResponseTimestampHeader = "X-Response-Timestamp";
        /// <summary>Header of a webhook with its signature.</summary>
        public const string WebhookSignatureHeader = "X-Webhook-Signature";
        /// <summary>Header of a webhook with the time of this attempt.</summary>
        public const string WebhookTimestampHeader = "X-Webhook-Timestamp";
        /// <summary>Header of a webhook with its event.</summary>
        public const string WebhookEventHeader = "X-Webhook-Event";
        /// <summary>Header of a webhook with its identifier.</summary>
        public const string WebhookIdHeader = "X-Webhook-ID";
        /// <summary>What is cut from a path to get the signed endpoint.</summary>
        public const string EndpointPrefix = "/v2/";
        /// <summary>Answers to paths that begin so are signed.</summary>
        public const string SignedAnswersPrefix = "/v2/";
        /// <summary>How far a timestamp may lie off, in both directions.</summary>
        public const long ToleranceSeconds = 300;
    }
}
