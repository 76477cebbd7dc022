using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace IranDargah.Signing
{
    /// <summary>Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48, 49 and 90).</summary>
    public sealed class WebhookVerifier
    {
        private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);
        private readonly string secret;

        public WebhookVerifier(string secret)
        {
            this.secret = secret ?? throw new ArgumentNullException(nameof(secret));
        }

        /// <summary>Verifies an event and decodes it; answer 401 when it throws.</summary>
        /// <param name="body">The raw bytes, never a decoded and encoded text.</param>
        /// <param name="header">Gives all values of a header: <c>name => request.Headers[name]</c> in ASP.NET Core.</param>
        /// <param name="now">The receiver's clock.</param>
        /// <exception cref="SignatureRefusedException">The event must not be believed.</exception>
        public WebhookEvent Verify(byte[] body, Func<string, IEnumerable<string>> header, DateTimeOffset now)
        {
            var signature = Joined(header, SigningFacts.WebhookSignatureHeader);
            Signature.CheckHeaders(signature, Joined(header, SigningFacts.WebhookTimestampHeader), now);
            var fields = Decode(body);
            CompactJson.Field data = null;
            if (fields == null || !fields.TryGetValue("data", out data) || data.Slice[0] != '{')
            {
                throw new SignatureRefusedException(Reason.DataMissing);
            }
            if (!Signature.AreEqual(signature, Signature.Of(secret, Encoding.UTF8.GetBytes(data.Slice))))
            {
                // Something between the gateway and here may have laid out the body anew.
                Signature.Check(signature, Signature.Of(secret, Encoding.UTF8.GetBytes(data.Compact)));
            }
            var inBody = Compact(fields, "signature");
            if (inBody != null && inBody != "null" && CompactJson.Text(inBody) != signature)
            {
                throw new SignatureRefusedException(Reason.BodySignatureMismatch);
            }
            var name = CompactJson.Text(Compact(fields, "event"));
            if (name == null || name != Joined(header, SigningFacts.WebhookEventHeader))
            {
                throw new SignatureRefusedException(Reason.EventMismatch);
            }
            return new WebhookEvent(Joined(header, SigningFacts.WebhookIdHeader), name, CompactJson.Plain(data.Compact));
        }

        private static string Compact(IDictionary<string, CompactJson.Field> fields, string name)
        {
            CompactJson.Field field;
            return fields.TryGetValue(name, out field) ? field.Compact : null;
        }

        private static IDictionary<string, CompactJson.Field> Decode(byte[] body)
        {
            try
            {
                return CompactJson.Fields(StrictUtf8.GetString(body));
            }
            catch (Exception malformed) when (malformed is FormatException || malformed is DecoderFallbackException)
            {
                throw new SignatureRefusedException(Reason.BodyMalformed);
            }
        }

        /// <summary>All values of a header, so that a doubled one is refused as malformed; null when there is none.</summary>
        private static string Joined(Func<string, IEnumerable<string>> header, string name)
        {
            var values = (header(name) ?? Enumerable.Empty<string>()).ToList();
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }
}
