using System;

namespace IranDargah.Signing
{
    /// <summary>Verifies the answers of the gateway (documentation, lines 2749-2811; decision 10).</summary>
    public sealed class ResponseVerifier
    {
        private readonly string secretKey;

        public ResponseVerifier(string secretKey)
        {
            this.secretKey = secretKey ?? throw new ArgumentNullException(nameof(secretKey));
        }

        /// <summary>
        /// Verify first, decode afterwards. The signature covers neither the status nor the path: compare authority
        /// and amount of the body with your own record all the same.
        /// </summary>
        /// <param name="body">The very bytes that came.</param>
        /// <param name="signature">The value of X-Response-Signature, or null.</param>
        /// <param name="timestamp">The value of X-Response-Timestamp, or null.</param>
        /// <param name="now">The receiver's clock.</param>
        /// <exception cref="SignatureRefusedException">The answer must not be believed.</exception>
        public void Verify(byte[] body, string signature, string timestamp, DateTimeOffset now)
        {
            Signature.CheckHeaders(signature, timestamp, now);
            Signature.Check(signature, Signature.Of(secretKey, Signature.Join("", body, ":" + timestamp)));
        }

        /// <summary>
        /// Whether an answer without a signature must be refused. The gateway signs every answer once it knows the
        /// terminal, so what may come unsigned is only what changes no order: 401, 429 and failures of servers.
        /// </summary>
        public static bool MustBeSigned(string path, int status)
        {
            return path.StartsWith(SigningFacts.SignedAnswersPrefix, StringComparison.Ordinal)
                && status != 401 && status != 429 && status < 500;
        }
    }
}
