using System;
using System.Collections.Generic;
using System.Globalization;

namespace IranDargah.Signing
{
    /// <summary>Signs requests with the secret key of the terminal (documentation, lines 2514-2592; decision 8).</summary>
    public sealed class RequestSigner
    {
        private readonly string secretKey;

        public RequestSigner(string secretKey)
        {
            this.secretKey = secretKey ?? throw new ArgumentNullException(nameof(secretKey));
        }

        /// <summary>The signature headers of a request.</summary>
        /// <param name="method">The HTTP method.</param>
        /// <param name="path">The path as it travels, such as /v2/payments; a query is not signed.</param>
        /// <param name="body">The very bytes that are sent; empty when there is no body.</param>
        /// <param name="at">The time of signing.</param>
        public IDictionary<string, string> Headers(string method, string path, byte[] body, DateTimeOffset at)
        {
            var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return new Dictionary<string, string>
            {
                { SigningFacts.RequestTimestampHeader, timestamp },
                { SigningFacts.RequestSignatureHeader, Sign(method, path, body, timestamp) },
            };
        }

        /// <summary>Judges a signed request as the gateway does; for tests of code that signs.</summary>
        /// <exception cref="SignatureRefusedException">The gateway would refuse it.</exception>
        public void Verify(
            string method, string path, byte[] body, string signature, string timestamp, DateTimeOffset now)
        {
            Signature.CheckHeaders(signature, timestamp, now);
            Signature.Check(signature, Sign(method, path, body, timestamp));
        }

        private string Sign(string method, string path, byte[] body, string timestamp)
        {
            var before = method.ToUpperInvariant() + ":" + Endpoint(path) + ":";
            return Signature.Of(secretKey, Signature.Join(before, body, ":" + timestamp));
        }

        /// <summary>/v2/payments/A/cancel?x=1 becomes payments/A/cancel; an endpoint stays as it is.</summary>
        private static string Endpoint(string path)
        {
            var endpoint = path.Split('?')[0];
            if (endpoint.StartsWith(SigningFacts.EndpointPrefix, StringComparison.Ordinal))
            {
                endpoint = endpoint.Substring(SigningFacts.EndpointPrefix.Length);
            }
            return endpoint.Trim('/');
        }
    }
}
