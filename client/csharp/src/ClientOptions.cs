// What a client is made of, checked before anything is sent.
using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace IranDargah
{
    /// <summary>The options of an IranDargahClient. Token and Environment are needed, and SecretKey if your terminal has one.</summary>
    public sealed class ClientOptions
    {
        /// <summary>The token of your terminal; keep it on your server.</summary>
        public string Token { get; set; }

        /// <summary>Signs every request and verifies every answer, if your terminal has one.</summary>
        public string SecretKey { get; set; }

        /// <summary>Must fit the token: idg_live_ is production, idg_test_ the sandbox.</summary>
        public GatewayEnvironment Environment { get; set; }

        /// <summary>Another address than the environment's own: a sandbox on your machine, for example.</summary>
        public string BaseUrl { get; set; }

        /// <summary>How long one attempt may take, to the last byte of its answer.</summary>
        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

        /// <summary>How often an attempt that failed on the way is repeated, where that is safe.</summary>
        public int Retries { get; set; } = 2;

        /// <summary>The longest pause before a retry.</summary>
        public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>The largest answer that is read, in bytes after unpacking.</summary>
        public long MaxAnswerBytes { get; set; } = 10000000;

        /// <summary>
        /// Your chain of handlers, a DelegatingHandler for example; it ends in one of CreateHandler. Null takes that alone.
        /// The client does not dispose of it.
        /// </summary>
        public HttpMessageHandler Handler { get; set; }

        /// <summary>Called once each with what deserves a look.</summary>
        public Action<string> OnWarning { get; set; }

        /// <summary>A handler as the client needs it: one that follows no redirect, which would carry the token elsewhere.</summary>
        public static HttpClientHandler CreateHandler()
        {
            var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
            if (handler.SupportsAutomaticDecompression)
            {
                handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
            }
            return handler;
        }

        /// <summary>Prints no secret.</summary>
        public override string ToString() => "ClientOptions of " + Environment;

        /// <summary>A copy with everything filled in, which nobody can change any more.</summary>
        /// <exception cref="ConfigurationException">Says what is wrong and what to do; the token never appears in it.</exception>
        internal ClientOptions Checked()
        {
            if (!Enum.IsDefined(typeof(GatewayEnvironment), Environment))
            {
                throw new ConfigurationException("Set Environment to Production or Sandbox.");
            }
            var prefix = Facts.TokenPrefixes[Environment];
            if ((Token ?? "").Any(IsInvisible) || (SecretKey != null && SecretKey.Trim() != SecretKey))
            {
                throw new ConfigurationException("There is a blank or a line break in Token or SecretKey: take that one out.");
            }
            if (Token == null || !Token.StartsWith(prefix, StringComparison.Ordinal) || !Regex.IsMatch(Token, Facts.TokenPattern))
            {
                throw new ConfigurationException(
                    "For " + Environment + " the token begins with " + prefix + ": take that one, or change Environment.");
            }
            if (SecretKey == "") throw new ConfigurationException("A secret is empty: set it, or leave it out.");
            var longest = TimeSpan.FromDays(1);
            if (Timeout <= TimeSpan.Zero || Timeout > longest || MaxRetryDelay < TimeSpan.Zero || MaxRetryDelay > longest)
            {
                throw new ConfigurationException("Timeout and MaxRetryDelay have to be times of at most a day.");
            }
            if (Retries < 0 || MaxAnswerBytes <= 0)
            {
                throw new ConfigurationException("MaxAnswerBytes has to be above zero, and Retries not below.");
            }
            for (var inner = Handler; inner != null; inner = (inner as DelegatingHandler)?.InnerHandler)
            {
                // By name, since SocketsHttpHandler and its like are no part of .NET Standard 2.0.
                var redirects = inner.GetType().GetProperty("AllowAutoRedirect")?.GetValue(inner, null);
                if (true.Equals(redirects))
                {
                    throw new ConfigurationException(
                        "Handler follows redirects, which would carry the token elsewhere: let it end in CreateHandler().");
                }
            }
            var copy = (ClientOptions)MemberwiseClone();
            copy.BaseUrl = CheckedAddress();
            return copy;
        }

        private string CheckedAddress()
        {
            var isLive = Environment == GatewayEnvironment.Production;
            var other = isLive ? GatewayEnvironment.Sandbox : GatewayEnvironment.Production;
            var isAddress = Uri.TryCreate(BaseUrl ?? Facts.Servers[Environment], UriKind.Absolute, out var address);
            var text = isAddress ? address.AbsoluteUri.TrimEnd('/') : "";
            if (!text.StartsWith("http", StringComparison.Ordinal)
                || text.StartsWith(Facts.Servers[other], StringComparison.Ordinal)
                || (isLive && address.Scheme != "https"))
            {
                throw new ConfigurationException(
                    "BaseUrl does not fit " + Environment + ": leave it out, or give an https:// address of your own.");
            }
            return text;
        }

        /// <summary>Blanks, line breaks, and the marks that come along with copied Persian text.</summary>
        private static bool IsInvisible(char character)
        {
            return char.IsWhiteSpace(character)
                || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
        }
    }
}
