// Everything that this package throws by itself.
using System;
using System.Collections.Generic;
using System.Linq;

namespace IranDargah
{
    public static partial class ErrorCode
    {
        /// <summary>A code that the operation does not document; GatewayCode has the number.</summary>
        public const string UnknownCode = "unknown_code";

        /// <summary>No answer came.</summary>
        public const string Network = "network";

        /// <summary>No answer came in time.</summary>
        public const string Timeout = "timeout";

        /// <summary>Your CancellationToken ended the call.</summary>
        public const string Aborted = "aborted";

        /// <summary>The answer is no JSON object, or too large.</summary>
        public const string Unreadable = "unreadable";

        /// <summary>The signature of the answer fails.</summary>
        public const string Untrusted = "untrusted";

        /// <summary>The answer cannot be what it claims to be.</summary>
        public const string UnexpectedAnswer = "unexpected";
    }

    /// <summary>A failed call. Decide by Code; the message says what to do, without secrets and the payer's data.</summary>
    public sealed class IranDargahException : Exception
    {
        /// <summary>One of ErrorCode: the number of a catalogued error as text, or a word.</summary>
        public string Code { get; internal set; }

        /// <summary>The family of the error.</summary>
        public string Type { get; internal set; }

        /// <summary>The operation that failed, by its name in the contract.</summary>
        public string Operation { get; }

        /// <summary>The number that the gateway gave, also one that this version does not know.</summary>
        public long? GatewayCode { get; internal set; }

        /// <summary>The HTTP status as it came; null when no answer came. What it is for a code is an assumption.</summary>
        public int? HttpStatus { get; internal set; }

        /// <summary>The gateway's own message in Persian, fit to be shown to a person.</summary>
        public string Persian { get; internal set; }

        /// <summary>What is wrong with which field.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; internal set; }

        /// <summary>Why the state of a payment forbids what was asked, in the gateway's word; not_paid has it as well.</summary>
        public string Reason { get; internal set; }

        /// <summary>Why an answer that came cannot be used: signature_mismatch, not_json or other_payment, for example.</summary>
        public string Fault { get; internal set; }

        /// <summary>Quote it when you ask the support.</summary>
        public string RequestId { get; internal set; }

        /// <summary>Repeat the call with this key and the same body: it cannot act twice.</summary>
        public string IdempotencyKey { get; }

        /// <summary>How long the gateway asks to wait.</summary>
        public TimeSpan? RetryAfter { get; internal set; }

        /// <summary>Whether the gateway may have done what was asked although the call failed.</summary>
        public bool MayHaveActed { get; }

        private IranDargahException(Question question, string label, string advice, bool acted, Exception cause)
            : base(question.Operation.Name + ": " + label + ". " + advice, cause)
        {
            Operation = question.Operation.Name;
            IdempotencyKey = question.IdempotencyKey;
            MayHaveActed = acted && question.Operation.Method != "GET";
            Fields = new Dictionary<string, IReadOnlyList<string>>();
        }

        private const string Lost =
            "No answer came: repeat it with the same idempotency key, or look up what became of it.";

        private static readonly Dictionary<string, string> Advice = new Dictionary<string, string>
        {
            { ErrorCode.Network, Lost },
            { ErrorCode.Timeout, Lost },
            { ErrorCode.Aborted, "You aborted it." },
            { ErrorCode.Unreadable, "The answer is not JSON of the gateway: look for a proxy or an error page in between." },
            { ErrorCode.Untrusted, "The signature of the answer fails: check that SecretKey is that of this terminal." },
            { ErrorCode.UnexpectedAnswer, "The answer cannot be what it claims to be: look the payment up, and ask the support." },
            // What to do about faults for which their code does not tell it.
            { "too_large", "Reading ended at MaxAnswerBytes, counted after unpacking: no answer of the gateway is as large." },
            { "timestamp_outside_tolerance", "It is too old, or the clock of this server is off: set it by NTP." },
        };

        /// <summary>A failure on the way: it says nothing about the payment.</summary>
        /// <param name="sent">False when nothing has left this machine.</param>
        internal static IranDargahException OnTheWay(Question question, string code, Exception cause, bool sent = true)
        {
            return new IranDargahException(question, code, Advice[code], sent, cause)
            {
                Code = code, Type = "transport_error",
            };
        }

        /// <summary>An answer that came and cannot be used.</summary>
        internal static IranDargahException Unusable(Question question, string code, string fault, int status)
        {
            var label = code + " (" + fault + ", HTTP " + status + ")";
            var advice = Advice.TryGetValue(fault, out var particular) ? particular : Advice[code];
            return new IranDargahException(question, label, advice, true, null)
            {
                Code = code, Type = "transport_error", Fault = fault, HttpStatus = status,
            };
        }

        /// <summary>A refusal of the gateway.</summary>
        /// <param name="known">The error of the catalogue; null for a code that the operation does not document, of which
        /// nobody knows what it did.</param>
        internal static IranDargahException Refusal(
            Question question, ErrorFact known, long code, string type, int status)
        {
            var label = known == null
                ? "unknown_code (" + code + (type == null ? "" : ", " + type) + ", HTTP " + status + ")"
                : known.Name + " (" + code + ", HTTP " + status + ")";
            var advice = known?.Advice
                ?? "This client does not know the code: look up what became of the call, and read Persian.";
            return new IranDargahException(question, label, advice, known == null || known.MayHaveActed, null)
            {
                Code = known == null ? ErrorCode.UnknownCode : code.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Type = known?.Type ?? "unknown_error",
                GatewayCode = code,
                HttpStatus = status,
            };
        }
    }

    /// <summary>Something from outside that does not prove what it claims.</summary>
    public abstract class RefusedException : Exception
    {
        /// <summary>Why, in one word; nothing more is known of it.</summary>
        public string Reason { get; }

        internal RefusedException(string name, string reason, string advice) : base(name + ": " + reason + ". " + advice)
        {
            Reason = reason;
        }
    }

    /// <summary>A callback that does not fit your record: answer 400 and log it.</summary>
    public sealed class CallbackException : RefusedException
    {
        internal CallbackException(string reason)
            : base("CallbackException", reason, "Answer 400 and change no order because of it.") { }
    }

    /// <summary>A delivery that is not proven to come from the gateway. Answer 401: a real one comes again.</summary>
    public sealed class WebhookException : RefusedException
    {
        internal WebhookException(string reason)
            : base("WebhookException", reason, "Answer 401 and do nothing with it." + LookAt(reason)) { }

        private static string LookAt(string reason)
        {
            switch (reason)
            {
                case "signature_mismatch":
                    return " If all are refused, look at the secret of this webhook, and that the body is as it came.";
                case "timestamp_outside_tolerance": return " If all are refused, look at the clock of this server.";
                default: return "";
            }
        }
    }

    /// <summary>The client was set up or used wrongly; thrown before anything is sent.</summary>
    public sealed class ConfigurationException : Exception
    {
        internal ConfigurationException(string message) : base(message) { }
    }
}
