// Verifies a delivered event and gives its data a type; what the signature does not cover is checked as far as it can be.
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Text;

namespace IranDargah
{
    /// <summary>A delivered event. Only its data was signed: treat it as a hint, and ask for the payment before you deliver.</summary>
    public sealed class WebhookEvent
    {
        /// <summary>What Event is when this version does not know the event, or its signed data does not fit its unsigned
        /// name: log it and answer 200.</summary>
        public const string UnknownEvent = "unknown";

        /// <summary>One of EventName, or UnknownEvent.</summary>
        public string Event { get; internal set; }

        /// <summary>The name as it was delivered.</summary>
        public string Name { get; internal set; }

        /// <summary>X-Webhook-ID: the same at every attempt to deliver this event.</summary>
        public string Id { get; internal set; }

        /// <summary>Names this event and its signed data, which somebody who replays it cannot change.</summary>
        public string Fingerprint { get; internal set; }

        /// <summary>When it happened, ISO 8601; not signed, and may be null.</summary>
        public string Timestamp { get; internal set; }

        /// <summary>May be null.</summary>
        public string MerchantCode { get; internal set; }

        /// <summary>What was signed: SettledPaymentData, for example, by the event. A whole number has the digits that came.</summary>
        public GatewayData Data { get; internal set; }

        internal WebhookEvent() { }

        /// <summary>For a log: without the payer's data.</summary>
        public override string ToString() => Event + " " + Id + " " + Data;
    }

    /// <summary>Verifies deliveries, and handles each event once.</summary>
    public static partial class Webhooks
    {
        private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);

        /// <summary>The event to which a status of signed data belongs; a status of tomorrow belongs to any.</summary>
        private static readonly Dictionary<string, string> EventByStatus = new Dictionary<string, string>
        {
            { "pending", EventName.PaymentCreated },
            { "failed", EventName.PaymentFailed },
            { "timeout", EventName.PaymentFailed },
            { "cancelled", EventName.PaymentCancelled },
        };

        /// <summary>Verifies a delivery (documentation, lines 1705-1807; decisions 9, 48, 49 and 90).</summary>
        /// <param name="body">The raw bytes, before any framework has parsed them.</param>
        /// <param name="headers">Those of the request: of ASP.NET Core, OWIN, HttpClient, or any dictionary of texts or lists
        /// of texts; also as CGI variables (HTTP_X_WEBHOOK_ID).</param>
        /// <param name="secret">That of the webhook.</param>
        /// <exception cref="WebhookException">With the reason, whatever was sent: answer 401.</exception>
        public static WebhookEvent VerifyWebhook<TValue>(
            byte[] body, IEnumerable<KeyValuePair<string, TValue>> headers, string secret)
        {
            return Verify(body, Pairs.Of(headers), new[] { secret }, DateTimeOffset.UtcNow);
        }

        /// <summary>The same with several secrets, while you change it.</summary>
        /// <param name="now">The system's clock unless a test gives another.</param>
        /// <exception cref="WebhookException">With the reason, whatever was sent: answer 401.</exception>
        public static WebhookEvent VerifyWebhook<TValue>(
            byte[] body, IEnumerable<KeyValuePair<string, TValue>> headers, IEnumerable<string> secrets,
            DateTimeOffset? now = null)
        {
            return Verify(body, Pairs.Of(headers), secrets, now ?? DateTimeOffset.UtcNow);
        }

        /// <summary>The same with the headers of HttpListener or System.Web.</summary>
        /// <exception cref="WebhookException">With the reason, whatever was sent: answer 401.</exception>
        public static WebhookEvent VerifyWebhook(byte[] body, NameValueCollection headers, params string[] secrets)
        {
            return Verify(body, Pairs.Of(headers), secrets, DateTimeOffset.UtcNow);
        }

        private static WebhookEvent Verify(
            byte[] body, IEnumerable<KeyValuePair<string, string>> headers, IEnumerable<string> secrets, DateTimeOffset now)
        {
            if (body == null) throw new ConfigurationException("There is no body: give VerifyWebhook the raw bytes.");
            var keys = secrets?.ToList() ?? new List<string>();
            if (keys.Count == 0) throw new ConfigurationException("There is no secret: give that of the webhook.");
            var given = headers.ToList();
            var signature = Header(given, Facts.WebhookSignatureHeader);
            if (string.IsNullOrEmpty(signature)) throw new WebhookException("signature_missing");
            Refuse(Signatures.FaultOfTime(Header(given, Facts.WebhookTimestampHeader), now));
            var said = Parse(body, out var reader);
            var data = said.GetObject("data");
            if (data == null) throw new WebhookException("data_missing");
            // First the very bytes; then what they are if something on the way has laid out the body anew.
            var signed = new[] { reader.DataSlice, reader.DataCompact }.Select(text => Encoding.UTF8.GetBytes(text)).ToList();
            var fault = "signature_mismatch";
            foreach (var key in keys)
            {
                foreach (var message in signed) fault = fault == null ? null : Signatures.Fault(key, signature, message);
            }
            Refuse(fault);
            var inBody = said.Get("signature");
            var isGiven = inBody != null && !"".Equals(inBody) && !false.Equals(inBody);
            if (isGiven && !signature.Equals(inBody)) throw new WebhookException("signature_mismatch");
            var id = Header(given, Facts.WebhookIdHeader);
            if (string.IsNullOrEmpty(id)) throw new WebhookException("id_missing");
            var name = said.Get("event") as string;
            if (name == null || name != Header(given, Facts.WebhookEventHeader)) throw new WebhookException("event_differs");
            // Renamed by somebody who has seen its data, or newer than this version: true, but not what it is called.
            var known = Fits(name, data) ? name : WebhookEvent.UnknownEvent;
            return new WebhookEvent
            {
                Event = known,
                Name = name,
                Id = id,
                Fingerprint = name + ":" + signature,
                Timestamp = said.GetText("timestamp"),
                MerchantCode = said.GetText("merchant_code"),
                Data = EventData.Of(known, data),
            };
        }

        private static void Refuse(string reason)
        {
            if (reason != null) throw new WebhookException(reason);
        }

        private static JsonObject Parse(byte[] body, out JsonReader reader)
        {
            try
            {
                var said = JsonReader.ReadStrictly(StrictUtf8.GetString(body), out reader);
                if (said == null) throw new WebhookException("body_malformed");
                return said as JsonObject ?? throw new WebhookException("data_missing");
            }
            catch (Exception malformed) when (malformed is FormatException || malformed is ArgumentException)
            {
                throw new WebhookException("body_malformed");
            }
        }

        /// <summary>X-Webhook-ID and HTTP_X_WEBHOOK_ID are one header.</summary>
        private static string Folded(string name)
        {
            var folded = (name ?? "").Replace('_', '-').ToLowerInvariant();
            return folded.StartsWith("http-", StringComparison.Ordinal) ? folded.Substring("http-".Length) : folded;
        }

        private static string Header(List<KeyValuePair<string, string>> headers, string name)
        {
            var found = headers.Where(one => Folded(one.Key) == name.ToLowerInvariant()).ToList();
            if (found.Count > 1) throw new WebhookException("header_doubled");
            return found.Count == 0 ? null : found[0].Value;
        }

        /// <summary>Whether the name of an event, which is not signed, can be the name of this signed data.</summary>
        private static bool Fits(string name, JsonObject data)
        {
            if (!Facts.EventFields.TryGetValue(name, out var fields)) return false;
            string other = null;
            var status = data.Get("status") as string;
            var isOther = status != null && EventByStatus.TryGetValue(status, out other) && other != name;
            return fields.All(data.ContainsKey) && !(isOther && EventByStatus.ContainsValue(name));
        }
    }
}
