using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah.Signing
{
    /// <summary>
    /// Signs each request and verifies its answer before anybody decodes it: a part of the HttpClient's chain, which
    /// throws SignatureRefusedException when an answer must not be believed.
    /// </summary>
    public sealed class SigningHandler : DelegatingHandler
    {
        private readonly RequestSigner signer;
        private readonly ResponseVerifier verifier;

        public SigningHandler(string secretKey, HttpMessageHandler inner) : base(inner)
        {
            signer = new RequestSigner(secretKey);
            verifier = new ResponseVerifier(secretKey);
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri.AbsolutePath;
            if (!path.StartsWith(SigningFacts.EndpointPrefix, StringComparison.Ordinal))
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            var body = request.Content == null
                ? new byte[0]
                : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            foreach (var header in signer.Headers(request.Method.Method, path, body, DateTimeOffset.UtcNow))
            {
                request.Headers.Remove(header.Key);
                request.Headers.Add(header.Key, header.Value);
            }
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var signature = Value(response, SigningFacts.ResponseSignatureHeader);
            if (signature != null || ResponseVerifier.MustBeSigned(path, (int)response.StatusCode))
            {
                var answer = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                var timestamp = Value(response, SigningFacts.ResponseTimestampHeader);
                verifier.Verify(answer, signature, timestamp, DateTimeOffset.UtcNow);
            }
            return response;
        }

        private static string Value(HttpResponseMessage response, string name)
        {
            IEnumerable<string> values;
            return response.Headers.TryGetValues(name, out values) ? string.Join(", ", values.ToList()) : null;
        }
    }
}
