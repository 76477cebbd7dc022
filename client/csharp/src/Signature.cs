using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IranDargah.Signing
{
    /// <summary>The one place that makes and compares signatures.</summary>
    internal static class Signature
    {
        private static readonly Regex Seconds = new Regex(@"\A[0-9]{1,18}\z", RegexOptions.CultureInvariant);
        private static readonly Regex Digits = new Regex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant);

        /// <summary>HMAC-SHA256 as 64 lower-case hexadecimal digits.</summary>
        public static string Of(string secret, byte[] message)
        {
            using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))
            {
                return BitConverter.ToString(hmac.ComputeHash(message)).Replace("-", "").ToLowerInvariant();
            }
        }

        /// <summary>The bytes of texts and bodies one after the other.</summary>
        public static byte[] Join(string before, byte[] body, string after)
        {
            var first = Encoding.UTF8.GetBytes(before);
            var last = Encoding.UTF8.GetBytes(after);
            var joined = new byte[first.Length + body.Length + last.Length];
            first.CopyTo(joined, 0);
            body.CopyTo(joined, first.Length);
            last.CopyTo(joined, first.Length + body.Length);
            return joined;
        }

        /// <summary>Judges the two headers by themselves, before any bytes are looked at.</summary>
        /// <exception cref="SignatureRefusedException">One is missing or malformed, or the time is too far away.</exception>
        public static void CheckHeaders(string signature, string timestamp, DateTimeOffset now)
        {
            if (string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(timestamp))
            {
                throw new SignatureRefusedException(Reason.HeadersMissing);
            }
            if (!Seconds.IsMatch(timestamp)) throw new SignatureRefusedException(Reason.TimestampMalformed);
            var off = now.ToUnixTimeSeconds() - long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
            if (Math.Abs(off) > SigningFacts.ToleranceSeconds)
            {
                throw new SignatureRefusedException(Reason.TimestampOutsideTolerance);
            }
            if (!Digits.IsMatch(signature)) throw new SignatureRefusedException(Reason.SignatureMalformed);
        }

        /// <summary>Compares in constant time.</summary>
        public static bool AreEqual(string signature, string expected)
        {
            // .NET Standard 2.0 has no FixedTimeEquals. The length is no secret.
            var difference = signature.Length ^ expected.Length;
            for (var index = 0; index < signature.Length && index < expected.Length; index++)
            {
                difference |= signature[index] ^ expected[index];
            }
            return difference == 0;
        }

        /// <summary>Compares in constant time.</summary>
        /// <exception cref="SignatureRefusedException">They differ.</exception>
        public static void Check(string signature, string expected)
        {
            if (!AreEqual(signature, expected)) throw new SignatureRefusedException(Reason.SignatureMismatch);
        }
    }
}
