using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace IranDargah.Signing
{
    /// <summary>Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48 and 49).</summary>
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
            string data = null;
            if (fields == null || !fields.TryGetValue("data", out data) || data[0] != '{')
            {
                throw new SignatureRefusedException(Reason.DataMissing);
            }
            Signature.Check(signature, Signature.Of(secret, Encoding.UTF8.GetBytes(data)));
            string inBody;
            if (fields.TryGetValue("signature", out inBody) && inBody != "null" && CompactJson.Text(inBody) != signature)
            {
                throw new SignatureRefusedException(Reason.BodySignatureMismatch);
            }
            string name;
            fields.TryGetValue("event", out name);
            name = CompactJson.Text(name);
            if (name == null || name != Joined(header, SigningFacts.WebhookEventHeader))
            {
                throw new SignatureRefusedException(Reason.EventMismatch);
            }
            return new WebhookEvent(Joined(header, SigningFacts.WebhookIdHeader), name, data);
        }

        private static IDictionary<string, string> Decode(byte[] body)
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
