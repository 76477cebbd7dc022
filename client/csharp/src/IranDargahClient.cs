// The client of one terminal: a call with its retries, and below it one attempt. The operations are in generated/.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    /// <summary>The client of one terminal. Make one and keep it; it may be shared by all threads.</summary>
    public sealed partial class IranDargahClient : IDisposable
    {
        private readonly ClientOptions options;
        private readonly Transport transport;
        private readonly ConcurrentDictionary<string, bool> told = new ConcurrentDictionary<string, bool>();
        private readonly Random random = new Random();

        /// <exception cref="ConfigurationException">Token, environment and address do not fit together.</exception>
        public IranDargahClient(ClientOptions options)
        {
            this.options = (options ?? throw new ConfigurationException("Options are missing.")).Checked();
            transport = new Transport(this.options);
        }

        public void Dispose() => transport.Dispose();

        /// <summary>
        /// Registers a payment. After a failed call that may have acted, repeat it with the key of the exception: there
        /// will be one payment.
        /// </summary>
        /// <param name="payment">The order; its amount carries its unit.</param>
        /// <param name="idempotencyKey">Your own name for this logical request, stored with the order; a random one is made
        /// when there is none, which protects this call alone.</param>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public async Task<CreatedPayment> CreatePaymentAsync(
            PaymentRequest payment, string idempotencyKey = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var question = ForBody(Facts.CreatePayment, payment, idempotencyKey);
            var data = await AskAsync(question, cancellationToken).ConfigureAwait(false);
            return new CreatedPayment(new PaymentCreatedResponseData(data), question.IdempotencyKey);
        }

        /// <summary>
        /// Turns a paid payment into your money, once, and tells without doubt whether it is. Only your own record comes in
        /// here. Paid needs a proof: this authority, exactly this amount, a reference and a time. Where the first answer has
        /// none, getVerification and getTransaction are asked; what is still open then is Unknown. Safe to call as often as
        /// you like (docs/decisions/0065, 0066, 0082).
        /// </summary>
        /// <returns>The outcome; a failed call is one as well, and is not thrown.</returns>
        public Task<PaymentOutcome> VerifyPaymentAsync(
            IStoredPayment payment, CancellationToken cancellationToken = default(CancellationToken))
        {
            if (payment == null) throw new ConfigurationException("VerifyPaymentAsync needs your record of the payment.");
            return new PaymentVerification(AskAsync, payment, cancellationToken).RunAsync();
        }

        internal static Question ForAuthority(Operation operation, string authority)
        {
            if (string.IsNullOrEmpty(authority)) throw new ConfigurationException(operation.Name + " needs an authority.");
            var path = operation.Path.Replace("{authority}", Uri.EscapeDataString(authority));
            return new Question { Operation = operation, Path = path, Authority = authority };
        }

        internal static Question ForBody(Operation operation, GatewayRequest body, string idempotencyKey)
        {
            if (body == null) throw new ConfigurationException(operation.Name + " needs a body.");
            if (idempotencyKey != null && (idempotencyKey == "" || idempotencyKey.Any(one => one <= ' ' || one > '~')))
            {
                throw new ConfigurationException(
                    "The idempotency key is empty, or not of printable ASCII without blanks: leave it out, or give another.");
            }
            var fields = body.ToJson();
            return new Question
            {
                Operation = operation,
                Path = operation.Path,
                Fields = fields,
                Bytes = BytesOf(operation, fields),
                Authority = fields.Get("authority") as string,
                IdempotencyKey = operation.IdempotencyKey ? idempotencyKey ?? Guid.NewGuid().ToString() : null,
            };
        }

        /// <exception cref="ConfigurationException">It has no form in JSON and UTF-8, or would be another one there.</exception>
        private static byte[] BytesOf(Operation operation, JsonObject fields)
        {
            try
            {
                return new UTF8Encoding(false, true).GetBytes(JsonWriter.Write(fields));
            }
            catch (ArgumentException mistake)
            {
                throw new ConfigurationException(operation.Name + " cannot send what it is given: " + mistake.Message);
            }
        }

        private static KeyValuePair<string, object> Asked(string name, object value)
        {
            return new KeyValuePair<string, object>(name, value);
        }

        private static Question ForQuery(Operation operation, params KeyValuePair<string, object>[] query)
        {
            var pairs = query.Where(pair => pair.Value != null).Select(
                pair => pair.Key + "=" + Uri.EscapeDataString(Convert.ToString(pair.Value, CultureInfo.InvariantCulture)));
            var text = string.Join("&", pairs);
            return new Question { Operation = operation, Path = operation.Path + (text == "" ? "" : "?" + text) };
        }

        private async Task<T> CallAsync<T>(Question question, Func<JsonObject, T> make, CancellationToken cancellationToken)
        {
            return make(await AskAsync(question, cancellationToken).ConfigureAwait(false));
        }

        /// <summary>One logical call: the same bytes and the same idempotency key over all its attempts.</summary>
        /// <returns>The data of the success, or its body where it has none.</returns>
        private async Task<JsonObject> AskAsync(Question question, CancellationToken cancellationToken)
        {
            question.IsLive = options.Environment == GatewayEnvironment.Production;
            CheckAddress(question);
            for (var attempt = 1; ; attempt++)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    throw IranDargahException.OnTheWay(question, ErrorCode.Aborted, null, attempt > 1);
                }
                TimeSpan? pause = null;
                try
                {
                    var answer = await transport.SendAsync(question, cancellationToken).ConfigureAwait(false);
                    Warn(question, answer);
                    var body = Answers.Read(question, answer, DateTimeOffset.UtcNow);
                    if (answer.Status != question.Operation.SuccessStatus)
                    {
                        Tell(question.Operation.Name + " succeeded with HTTP " + answer.Status + ", which is not documented.");
                    }
                    return body.GetObject("data") ?? body;
                }
                catch (IranDargahException error)
                {
                    pause = Retry.Pause(error, question.Operation, attempt, options, NextRandom());
                    if (pause == null) throw;
                }
                // An abort ends the pause; the next round reports it.
                await Task.WhenAny(Task.Delay(pause.Value, cancellationToken)).ConfigureAwait(false);
            }
        }

        /// <summary>What an address would change, as an authority of dots, is not what would be signed.</summary>
        private void CheckAddress(Question question)
        {
            var address = options.BaseUrl + question.Path;
            if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.AbsoluteUri == address) return;
            throw new ConfigurationException(question.Operation.Name + ": what it is given cannot be in an address.");
        }

        private double NextRandom()
        {
            lock (random) return random.NextDouble();
        }

        private void Warn(Question question, RawAnswer answer)
        {
            if (answer.Header(Facts.TokenDeprecatedHeader) == "true")
            {
                var end = answer.Header(Facts.TokenDeprecatedExpiresAtHeader);
                Tell("The token was rotated away and ends at " + (end == "" ? "an unknown time" : end) + ": use the new one.");
            }
            var callback = question.Fields?.Get("callback_url") as string;
            if (question.IsLive && callback != null && callback.StartsWith("http:", StringComparison.Ordinal))
            {
                Tell("callback_url begins with http://: the payer returns unprotected.");
            }
        }

        /// <summary>Tells each warning once. A hook must never turn a payment that was made into a failure.</summary>
        private void Tell(string warning)
        {
            if (!told.TryAdd(warning, true)) return;
            try
            {
                if (options.OnWarning != null) options.OnWarning(warning);
                else Trace.TraceWarning("IranDargah: " + warning);
            }
            catch (Exception)
            {
                // Whatever it throws is dropped.
            }
        }
    }
}
