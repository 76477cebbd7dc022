// One attempt: signs the request, sends its exact bytes, waits no longer than it may, and verifies the answer.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    internal sealed class Transport : IDisposable
    {
        private static readonly string[] CodesBeforeTheTerminalIsKnown =
        {
            ErrorCode.CredentialsMissing, ErrorCode.CredentialsInvalid, ErrorCode.RateLimited,
        };

        private readonly ClientOptions options;
        private readonly HttpClient http;

        public Transport(ClientOptions options)
        {
            this.options = options;
            // Each attempt has a time of its own, which includes reading.
            http = new HttpClient(options.Handler ?? ClientOptions.CreateHandler(), options.Handler == null)
            {
                Timeout = Timeout.InfiniteTimeSpan,
            };
        }

        public void Dispose() => http.Dispose();

        /// <summary>Makes one attempt.</summary>
        /// <returns>An answer that can be trusted to come from the gateway, or to be none of it.</returns>
        /// <exception cref="IranDargahException">None came, or none that can be trusted.</exception>
        public async Task<RawAnswer> SendAsync(Question question, CancellationToken cancellationToken)
        {
            var isSigned = question.Operation.Signed && options.SecretKey != null;
            RawAnswer answer;
            using (var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
            {
                timer.CancelAfter(options.Timeout);
                try
                {
                    var work = ExchangeAsync(question, isSigned, timer.Token);
                    // Not every handler ends when it is told to.
                    var first = await Task.WhenAny(work, Task.Delay(Timeout.Infinite, timer.Token)).ConfigureAwait(false);
                    if (first != work)
                    {
                        Forget(work);
                        throw new OperationCanceledException(timer.Token);
                    }
                    answer = await work.ConfigureAwait(false);
                }
                catch (Exception cause) when (!(cause is IranDargahException))
                {
                    var late = timer.IsCancellationRequested ? ErrorCode.Timeout : ErrorCode.Network;
                    var code = cancellationToken.IsCancellationRequested ? ErrorCode.Aborted : late;
                    throw IranDargahException.OnTheWay(question, code, cause);
                }
                finally
                {
                    timer.Cancel();
                }
            }
            var text = Encoding.UTF8.GetString(answer.Bytes);
            // A byte order mark would have been signed.
            answer.Body = JsonReader.Read(isSigned ? text : text.TrimStart('\uFEFF'));
            var fault = isSigned
                ? Signatures.FaultOfResponse(
                    options.SecretKey, answer.Header(Facts.ResponseSignatureHeader),
                    answer.Header(Facts.ResponseTimestampHeader), answer.Bytes, DateTimeOffset.UtcNow)
                : null;
            if (fault != null && !(fault == "signature_missing" && MayBeUnsigned(answer.Body)))
            {
                throw IranDargahException.Unusable(question, ErrorCode.Untrusted, fault, answer.Status);
            }
            return answer;
        }

        /// <summary>Whether an answer needs no signature: an early refusal (docs/decisions/0010), or no answer of the gateway
        /// at all.</summary>
        private static bool MayBeUnsigned(JsonObject body)
        {
            var code = body == null ? null : Answers.CodeOf(body)?.ToString(CultureInfo.InvariantCulture);
            return body == null || CodesBeforeTheTerminalIsKnown.Contains(code);
        }

        private static void Forget(Task work)
        {
            work.ContinueWith(ended => ended.Exception, TaskContinuationOptions.OnlyOnFaulted);
        }

        private HttpRequestMessage RequestOf(Question question, bool isSigned)
        {
            var operation = question.Operation;
            var request = new HttpRequestMessage(new HttpMethod(operation.Method), options.BaseUrl + question.Path);
            Action<string, string> add = (name, value) => request.Headers.TryAddWithoutValidation(name, value);
            if (question.Fields != null)
            {
                request.Content = new ByteArrayContent(question.Bytes);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            request.Headers.ExpectContinue = false;
            if (operation.Token) add("Authorization", "Bearer " + options.Token);
            if (operation == Facts.PrepareRequest) add(Facts.ApiTokenHeader, options.Token);
            if (question.IdempotencyKey != null) add(Facts.IdempotencyKeyHeader, question.IdempotencyKey);
            if (isSigned)
            {
                var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                add(Facts.RequestTimestampHeader, timestamp);
                add(
                    Facts.RequestSignatureHeader,
                    Signatures.OfRequest(options.SecretKey, operation.Method, question.Path, question.Bytes, timestamp));
            }
            return request;
        }

        private async Task<RawAnswer> ExchangeAsync(Question question, bool isSigned, CancellationToken token)
        {
            using (var request = RequestOf(question, isSigned))
            using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false))
            // Where a read does not look at the token, its stream is taken away.
            using (token.Register(response.Dispose))
            {
                var status = (int)response.StatusCode;
                var headers = response.Headers.Concat(response.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                    .ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);
                var bytes = response.Content == null ? new byte[0] : await ReadAsync(response.Content, token).ConfigureAwait(false);
                if (bytes == null) throw IranDargahException.Unusable(question, ErrorCode.Unreadable, "too_large", status);
                return new RawAnswer
                {
                    Status = status,
                    Bytes = bytes,
                    Header = name => headers.TryGetValue(name, out var value) ? value : "",
                };
            }
        }

        /// <summary>The bytes of an answer; null when there are more than the limit, and the rest is never fetched.</summary>
        private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken token)
        {
            var isPlain = content.Headers.ContentEncoding.Count == 0;
            var promised = isPlain ? content.Headers.ContentLength : null;
            var buffer = new byte[16384];
            using (var stream = await content.ReadAsStreamAsync().ConfigureAwait(false))
            using (var read = new MemoryStream())
            {
                for (var size = 1; size > 0;)
                {
                    size = await stream.ReadAsync(buffer, 0, buffer.Length, token).ConfigureAwait(false);
                    read.Write(buffer, 0, size);
                    if (read.Length > options.MaxAnswerBytes) return null;
                }
                token.ThrowIfCancellationRequested();
                if (promised > read.Length) throw new EndOfStreamException("The answer broke off.");
                return read.ToArray();
            }
        }
    }
}
