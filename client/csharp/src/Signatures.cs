// HMAC-SHA256 signatures of requests, answers and webhooks.
using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IranDargah
{
    /// <summary>The one place that makes and compares signatures; the client and VerifyWebhook call it for you.</summary>
    public static class Signatures
    {
        private static readonly Regex Seconds = new Regex(@"\A[0-9]{1,15}\z", RegexOptions.CultureInvariant);
        private static readonly Regex Digits = new Regex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant);

        /// <summary>The signature of a request for the header X-Signature (documentation, lines 2514-2592; decision 8).</summary>
        /// <param name="secretKey">Text, never decoded, even if it looks like hexadecimal.</param>
        /// <param name="method">In capital letters.</param>
        /// <param name="path">As it travels, /v2/payments for example; a query is cut off.</param>
        /// <param name="body">The very bytes that are sent; empty when there is none.</param>
        /// <param name="timestamp">Whole Unix seconds, the value of X-Timestamp.</param>
        public static string OfRequest(string secretKey, string method, string path, byte[] body, string timestamp)
        {
            var endpoint = path.Split('?')[0];
            if (endpoint.StartsWith(Facts.EndpointPrefix, StringComparison.Ordinal))
            {
                endpoint = endpoint.Substring(Facts.EndpointPrefix.Length);
            }
            return Of(secretKey, Joined(method + ":" + endpoint + ":", body, ":" + timestamp));
        }

        /// <summary>Why an answer cannot be trusted; null when it can (documentation, lines 2749-2811; decision 10).</summary>
        /// <param name="body">The very bytes that came.</param>
        public static string FaultOfResponse(
            string secretKey, string signature, string timestamp, byte[] body, DateTimeOffset now)
        {
            if (string.IsNullOrEmpty(signature)) return "signature_missing";
            return FaultOfTime(timestamp, now) ?? Fault(secretKey, signature, Joined("", body, ":" + timestamp));
        }

        /// <summary>Whether a header's Unix time is near enough, in both directions.</summary>
        internal static string FaultOfTime(string timestamp, DateTimeOffset now)
        {
            if (string.IsNullOrEmpty(timestamp)) return "timestamp_missing";
            if (!Seconds.IsMatch(timestamp)) return "timestamp_malformed";
            var off = now.ToUnixTimeSeconds() - long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
            return Math.Abs(off) > Facts.ToleranceSeconds ? "timestamp_outside_tolerance" : null;
        }

        /// <summary>Compares in constant time; any other form than 64 lower-case hexadecimal digits is refused.</summary>
        internal static string Fault(string secret, string signature, byte[] message)
        {
            if (!Digits.IsMatch(signature)) return "signature_malformed";
            var expected = Of(secret, message);
            // .NET Standard 2.0 has no FixedTimeEquals. Both have the same length.
            var difference = 0;
            for (var index = 0; index < expected.Length; index++) difference |= signature[index] ^ expected[index];
            return difference == 0 ? null : "signature_mismatch";
        }

        private static string Of(string secret, byte[] message)
        {
            // Everybody knows that secret.
            if (string.IsNullOrEmpty(secret)) throw new ConfigurationException("A secret is empty: set it, or leave it out.");
            using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))
            {
                return BitConverter.ToString(hmac.ComputeHash(message)).Replace("-", "").ToLowerInvariant();
            }
        }

        private static byte[] Joined(string before, byte[] body, string after)
        {
            var first = Encoding.UTF8.GetBytes(before);
            var last = Encoding.UTF8.GetBytes(after);
            var joined = new byte[first.Length + body.Length + last.Length];
            first.CopyTo(joined, 0);
            body.CopyTo(joined, first.Length);
            last.CopyTo(joined, first.Length + body.Length);
            return joined;
        }
    }
}
