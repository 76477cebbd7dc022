// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;

namespace IranDargah
{
    /// <summary>Base addresses by environment.</summary>
    public static class Servers
    {
        /// <summary>Production, with real money.</summary>
        public const string Production = "https://ipg.irandargah.com";
        /// <summary>The sandbox, with test cards and no real money.</summary>
        public const string Sandbox = "https://sandbox.irandargah.com";
    }

    /// <summary>An answer that is not a success.</summary>
    public sealed class GatewayException : Exception
    {
        /// <summary>The HTTP status.</summary>
        public int Status { get; }

        /// <summary>The error; null when the body is not one of the gateway's.</summary>
        public ErrorResponse Answer { get; }

        public GatewayException(int status, ErrorResponse answer)
            : base("The gateway answered with HTTP " + status + (answer?.Error == null ? "." : ", code " + answer.Error.Code + "."))
        {
            Status = status;
            Answer = answer;
        }
    }

    /// <summary>The API; one method for each operation. Put a SigningHandler into the HttpClient to sign.</summary>
    public sealed class GatewayClient
    {
        private readonly HttpClient http;
        private readonly string token;
        private readonly string server;

        /// <param name="http">Sends the requests; its own base address is not used.</param>
        /// <param name="token">The token of the terminal.</param>
        /// <param name="server">One of Servers.</param>
        public GatewayClient(HttpClient http, string token, string server)
        {
            this.http = http ?? throw new ArgumentNullException(nameof(http));
            this.token = token ?? throw new ArgumentNullException(nameof(token));
            this.server = server ?? throw new ArgumentNullException(nameof(server));
        }

        /// <summary>Create a payment. Registers a payment and returns its authority and the address of the payer's page. Store the authority with your order before you send the payer on. After a lost answer, repeat the request with the same `Idempotency-Key` and the same body: you get the same payment, not a second one.</summary>
        public Task<PaymentCreatedResponse> CreatePaymentAsync(PaymentRequest body, string idempotencyKey, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/payments", true);
            call.Headers.Add("Idempotency-Key", idempotencyKey);
            call.Body = Json.Write(body);
            return SendAsync<PaymentCreatedResponse>(call, cancellationToken);
        }

        /// <summary>Get a payment. Returns a payment of your terminal with its public status. Poll it when a callback has not come; a missing callback does not mean that the payer has not paid.</summary>
        public Task<PaymentResponse> GetPaymentAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/payments/" + Uri.EscapeDataString(authority), true);
            return SendAsync<PaymentResponse>(call, cancellationToken);
        }

        /// <summary>Cancel a payment. Cancels a pending payment, so that its page can no longer be paid. A payment that has been paid, has failed, has expired or is cancelled already is not changed. The request has no body.</summary>
        public Task<PaymentCancelledResponse> CancelPaymentAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/payments/" + Uri.EscapeDataString(authority) + "/cancel", true);
            return SendAsync<PaymentCancelledResponse>(call, cancellationToken);
        }

        /// <summary>Verify a payment. Confirms a paid payment with the bank, once. Send the authority and the amount from your own record, never those that a callback brought. Without a verification the money is not yours; we assume that it goes back to the payer. Of several concurrent verifications exactly one succeeds; the others get the code -21.</summary>
        public Task<VerificationCreatedResponse> CreateVerificationAsync(VerificationRequest body, string idempotencyKey = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/verifications", true);
            call.Headers.Add("Idempotency-Key", idempotencyKey);
            call.Body = Json.Write(body);
            return SendAsync<VerificationCreatedResponse>(call, cancellationToken);
        }

        /// <summary>Get the state of a verification. Tells whether and when a payment was verified. For a payment that exists but is not verified, `ref_id` and `verified_at` are null.</summary>
        public Task<VerificationResponse> GetVerificationAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/verifications/" + Uri.EscapeDataString(authority), true);
            return SendAsync<VerificationResponse>(call, cancellationToken);
        }

        /// <summary>Retry a verification. Repeats a verification that failed, because the bank could not be reached for example. It uses the amount of the payment itself, so compare that with your own record first. The request has no body.</summary>
        public Task<VerificationRetriedResponse> RetryVerificationAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/verifications/" + Uri.EscapeDataString(authority) + "/retry", true);
            return SendAsync<VerificationRetriedResponse>(call, cancellationToken);
        }

        /// <summary>List transactions. Lists the transactions of your terminal, newest first. The dates are days of the Jalali calendar in the zone Asia/Tehran and both belong to the range.</summary>
        public Task<TransactionListResponse> ListTransactionsAsync(string fromDate = null, string toDate = null, long? page = null, long? perPage = null, string status = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/transactions", true);
            call.Query.Add("from_date", fromDate);
            call.Query.Add("to_date", toDate);
            call.Query.Add("page", page);
            call.Query.Add("per_page", perPage);
            call.Query.Add("status", status);
            return SendAsync<TransactionListResponse>(call, cancellationToken);
        }

        /// <summary>Get a transaction. Returns a transaction with its details: the internal state for debugging, its expiry, and whether it can be verified now.</summary>
        public Task<TransactionResponse> GetTransactionAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/transactions/" + Uri.EscapeDataString(authority), true);
            return SendAsync<TransactionResponse>(call, cancellationToken);
        }

        /// <summary>Refund a payment. Asks for the money of a verified payment to be returned to the payer. The documentation names this operation by its rate limit and its events only: treat every field as an assumption until the gateway confirms it.</summary>
        public Task<RefundCreatedResponse> CreateRefundAsync(RefundRequest body, string idempotencyKey = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/refunds", true);
            call.Headers.Add("Idempotency-Key", idempotencyKey);
            call.Body = Json.Write(body);
            return SendAsync<RefundCreatedResponse>(call, cancellationToken);
        }

        /// <summary>Get the report of a day. Sums up the transactions that were created on a Jalali day in the zone Asia/Tehran: totals, and by hour, payment method and status.</summary>
        public Task<DailyReportResponse> GetDailyReportAsync(string date = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/reports/daily", true);
            call.Query.Add("date", date);
            return SendAsync<DailyReportResponse>(call, cancellationToken);
        }

        /// <summary>Get the report of a month. Sums up the transactions that were created in a Jalali month in the zone Asia/Tehran: totals, and by day, payment method and payment service provider (PSP).</summary>
        public Task<MonthlyReportResponse> GetMonthlyReportAsync(string month = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/reports/monthly", true);
            call.Query.Add("month", month);
            return SendAsync<MonthlyReportResponse>(call, cancellationToken);
        }

        /// <summary>Subscribe a webhook. Registers an HTTPS address for one or more events. When you send no secret, the gateway makes one of 64 hexadecimal digits, which stands in this one answer only; a secret of your own comes back masked.</summary>
        public Task<WebhookSubscriptionResponse> SubscribeWebhookAsync(WebhookSubscriptionRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/webhooks/subscribe", true);
            call.Body = Json.Write(body);
            return SendAsync<WebhookSubscriptionResponse>(call, cancellationToken);
        }

        /// <summary>List the events. Returns the events that can be subscribed, each with a short English description, and what the gateway expects of your endpoint.</summary>
        public Task<WebhookEventsResponse> ListWebhookEventsAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/webhooks/events", true);
            return SendAsync<WebhookEventsResponse>(call, cancellationToken);
        }

        /// <summary>Unsubscribe a webhook. Deactivates a webhook. Its record is kept, but no event is sent to it any more.</summary>
        public Task<WebhookUnsubscriptionResponse> UnsubscribeWebhookAsync(WebhookUnsubscriptionRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/webhooks/unsubscribe", true);
            call.Body = Json.Write(body);
            return SendAsync<WebhookUnsubscriptionResponse>(call, cancellationToken);
        }

        /// <summary>Test a webhook. Sends a sample of the event to the address of the webhook at once and tells how it answered, so that you can try your endpoint before real money depends on it.</summary>
        public Task<WebhookTestResponse> TestWebhookAsync(WebhookTestRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/v2/webhooks/test", true);
            call.Body = Json.Write(body);
            return SendAsync<WebhookTestResponse>(call, cancellationToken);
        }

        /// <summary>Have a request signed. Returns the signature headers and an idempotency key for a request that you are about to send. The signature covers the compact JSON of `data` (no blanks, slashes and Unicode not escaped, the order of the keys kept) and is valid for the signing tolerance. Send exactly those bytes.</summary>
        public Task<PreparedRequestResponse> PrepareRequestAsync(PrepareRequest body, string xAPIToken = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Post, "/api/prepare-request", true);
            call.Headers.Add("X-API-Token", xAPIToken);
            call.Body = Json.Write(body);
            return SendAsync<PreparedRequestResponse>(call, cancellationToken);
        }

        /// <summary>Get an idempotency key. Returns a new unique key for the header `Idempotency-Key`. A random UUID of your own serves as well and saves the round trip. No token is needed.</summary>
        public Task<IdempotencyKeyResponse> GetIdempotencyKeyAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/v2/idempotency-key", false);
            return SendAsync<IdempotencyKeyResponse>(call, cancellationToken);
        }

        /// <summary>Check the health. Tells whether the API is up, with its version. No token is needed.</summary>
        public Task<HealthResponse> GetHealthAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            var call = new Call(HttpMethod.Get, "/health", false);
            return SendAsync<HealthResponse>(call, cancellationToken);
        }

        private async Task<T> SendAsync<T>(Call call, CancellationToken cancellationToken) where T : class
        {
            using (var request = call.ToRequest(server, token))
            using (var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false))
            {
                var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                // An answer whose success is false is an error whatever its status, and so is one that is no JSON.
                var answer = response.IsSuccessStatusCode && !Json.SaysFailure(bytes) ? Json.Read<T>(bytes) : null;
                return answer ?? throw new GatewayException((int)response.StatusCode, Json.Read<ErrorResponse>(bytes));
            }
        }
    }

    /// <summary>One call on its way to becoming a request; values that are null are not sent.</summary>
    internal sealed class Call
    {
        private readonly HttpMethod method;
        private readonly string path;
        private readonly bool needsToken;

        public Dictionary<string, object> Query { get; } = new Dictionary<string, object>();
        public Dictionary<string, object> Headers { get; } = new Dictionary<string, object>();
        public byte[] Body { get; set; }

        public Call(HttpMethod method, string path, bool needsToken)
        {
            this.method = method;
            this.path = path;
            this.needsToken = needsToken;
        }

        public HttpRequestMessage ToRequest(string server, string token)
        {
            var address = new StringBuilder(server.TrimEnd('/')).Append(path);
            var separator = '?';
            foreach (var pair in Query)
            {
                if (pair.Value == null) continue;
                address.Append(separator).Append(pair.Key).Append('=').Append(Uri.EscapeDataString(Text(pair.Value)));
                separator = '&';
            }
            var request = new HttpRequestMessage(method, address.ToString());
            if (needsToken) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            foreach (var pair in Headers)
            {
                if (pair.Value != null) request.Headers.Add(pair.Key, Text(pair.Value));
            }
            if (Body != null)
            {
                request.Content = new ByteArrayContent(Body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            return request;
        }

        private static string Text(object value)
        {
            return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>JSON by the data contracts below: writes what is sent, and reads whatever the gateway sends.</summary>
    public static class Json
    {
        private static readonly DataContractJsonSerializerSettings Settings =
            new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };

        /// <summary>An object as JSON in UTF-8.</summary>
        public static byte[] Write<T>(T value)
        {
            using (var stream = new MemoryStream())
            {
                new DataContractJsonSerializer(typeof(T), Settings).WriteObject(stream, value);
                return stream.ToArray();
            }
        }

        /// <summary>Reads JSON, whatever the gateway sent: unknown fields are passed over, a number does for a text and
        /// digits for a number. What cannot be read is left out, as if it had not been sent; never an exception, because
        /// the money may have moved. Null when the text is no JSON object.</summary>
        public static T Read<T>(byte[] json) where T : class
        {
            var document = Parse(json);
            if (document == null || !Fit(document.DocumentElement, typeof(T))) return null;
            using (var stream = new MemoryStream())
            {
                using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Encoding.UTF8, false))
                {
                    document.DocumentElement.WriteTo(writer);
                }
                stream.Position = 0;
                return (T)new DataContractJsonSerializer(typeof(T), Settings).ReadObject(stream);
            }
        }

        /// <summary>Whether an answer is a success by its own words.</summary>
        internal static bool SaysFailure(byte[] json)
        {
            var success = Parse(json)?.DocumentElement["success"];
            return success != null && success.InnerText == "false";
        }

        private static XmlDocument Parse(byte[] json)
        {
            var document = new XmlDocument();
            try
            {
                using (var reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max))
                {
                    document.Load(reader);
                }
            }
            catch (Exception broken) when (broken is XmlException || broken is FormatException || broken is ArgumentException)
            {
                return null;
            }
            return document.DocumentElement == null ? null : document;
        }

        /// <summary>Gives a value the form that a type can hold; false when there is none.</summary>
        private static bool Fit(XmlElement value, Type type)
        {
            var kind = value.GetAttribute("type");
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (kind == "null") return false;
            if (type == typeof(object)) return true;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            {
                return kind == "array" && FitAll(value, name => type.GetGenericArguments()[0], false);
            }
            if (type.IsGenericType) return kind == "object" && FitAll(value, name => type.GetGenericArguments()[1], true);
            if (Attribute.IsDefined(type, typeof(DataContractAttribute)))
            {
                var members = type.GetProperties().ToDictionary(
                    property => property.GetCustomAttribute<DataMemberAttribute>().Name,
                    property => property.PropertyType);
                return kind == "object" && FitAll(value, name => members.TryGetValue(name, out var member) ? member : null, true);
            }
            return kind != "array" && kind != "object" && FitScalar(value, type);
        }

        /// <summary>Keeps of a list or an object what fits, each name once.</summary>
        private static bool FitAll(XmlElement value, Func<string, Type> typeOf, bool named)
        {
            var names = new HashSet<string>();
            foreach (var child in value.ChildNodes.OfType<XmlElement>().ToList())
            {
                var name = child.HasAttribute("item") ? child.GetAttribute("item") : child.LocalName;
                var type = typeOf(name);
                if (type == null || !Fit(child, type) || (named && !names.Add(name))) value.RemoveChild(child);
            }
            return true;
        }

        private static bool FitScalar(XmlElement value, Type type)
        {
            var culture = System.Globalization.CultureInfo.InvariantCulture;
            var text = value.InnerText.Trim();
            if (type == typeof(string))
            {
                value.SetAttribute("type", "string");
                return true;
            }
            if (type == typeof(bool))
            {
                value.SetAttribute("type", "boolean");
                value.InnerText = text;
                return text == "true" || text == "false";
            }
            if (!decimal.TryParse(text, System.Globalization.NumberStyles.Float, culture, out var number)) return false;
            if (type == typeof(long) && (number != decimal.Truncate(number) || Math.Abs(number) > long.MaxValue)) return false;
            value.SetAttribute("type", "number");
            value.InnerText = type == typeof(long) ? ((long)number).ToString(culture) : number.ToString(culture);
            return true;
        }
    }

    /// <summary>A payment that has just been created.</summary>
    [DataContract]
    public sealed class PaymentCreatedResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The payment and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public PaymentCreatedResponseData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The payment has been created; the payer can be sent to its `gateway_url`. Known today: `100`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The payment and facts about this answer.</summary>
    [DataContract]
    public sealed class PaymentCreatedResponseData
    {
        /// <summary>The new payment.</summary>
        [DataMember(Name = "transaction")]
        public CreatedTransaction Transaction { get; set; }

        /// <summary>Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.</summary>
        [DataMember(Name = "meta")]
        public PaymentCreatedMeta Meta { get; set; }
    }

    /// <summary>The new payment.</summary>
    [DataContract]
    public sealed class CreatedTransaction
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>The page to which you send the payer.</summary>
        [DataMember(Name = "gateway_url")]
        public string GatewayUrl { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "expires_at")]
        public string ExpiresAt { get; set; }
    }

    /// <summary>Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.</summary>
    [DataContract]
    public sealed class PaymentCreatedMeta
    {
        /// <summary>A string of your choice that names one logical request; printable ASCII without blanks.</summary>
        [DataMember(Name = "idempotency_key", EmitDefaultValue = false)]
        public string IdempotencyKey { get; set; }

        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        [DataMember(Name = "request_id", EmitDefaultValue = false)]
        public string RequestId { get; set; }

        /// <summary>How long the gateway worked on the answer, in milliseconds.</summary>
        [DataMember(Name = "processing_time_ms", EmitDefaultValue = false)]
        public long? ProcessingTimeMs { get; set; }

        /// <summary>Says that the sandbox answered. Known today: `sandbox`; others may come.</summary>
        [DataMember(Name = "environment", EmitDefaultValue = false)]
        public string Environment { get; set; }

        /// <summary>Says that no real money moves.</summary>
        [DataMember(Name = "test_mode", EmitDefaultValue = false)]
        public bool? TestMode { get; set; }
    }

    /// <summary>The payment to create.</summary>
    [DataContract]
    public sealed class PaymentRequest
    {
        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        [DataMember(Name = "order_id")]
        public string OrderId { get; set; }

        /// <summary>The address in your shop to which the payer returns after paying.</summary>
        [DataMember(Name = "callback_url")]
        public string CallbackUrl { get; set; }

        /// <summary>The payer's mobile number: `09…`, `9…`, `989…`, `+989…` or `00989…`, each with the nine digits that follow.</summary>
        [DataMember(Name = "mobile", EmitDefaultValue = false)]
        public string Mobile { get; set; }

        /// <summary>Free text about the payment. The characters &lt; and &gt; are refused, so that it can never carry HTML.</summary>
        [DataMember(Name = "description", EmitDefaultValue = false)]
        public string Description { get; set; }

        /// <summary>The only card that may pay: all sixteen digits, or the first six, six asterisks and the last four.</summary>
        [DataMember(Name = "card_number", EmitDefaultValue = false)]
        public string CardNumber { get; set; }

        /// <summary>The HTTP method by which the payer returns to `callback_url`.</summary>
        [DataMember(Name = "action", EmitDefaultValue = false)]
        public string Action { get; set; }

        /// <summary>Code of an affiliate.</summary>
        [DataMember(Name = "affiliate_code", EmitDefaultValue = false)]
        public string AffiliateCode { get; set; }

        /// <summary>Verify the payment without a call of createVerification. The callback then carries the status code 100 instead of 201.</summary>
        [DataMember(Name = "direct_verify", EmitDefaultValue = false)]
        public bool? DirectVerify { get; set; }
    }

    /// <summary>A payment.</summary>
    [DataContract]
    public sealed class PaymentResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The payment and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public PaymentData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The payment and facts about this answer.</summary>
    [DataContract]
    public sealed class PaymentData
    {
        /// <summary>A payment with its public status.</summary>
        [DataMember(Name = "transaction")]
        public Payment Transaction { get; set; }

        /// <summary>Facts about this answer.</summary>
        [DataMember(Name = "meta")]
        public PaymentMeta Meta { get; set; }
    }

    /// <summary>A payment with its public status.</summary>
    [DataContract]
    public sealed class Payment
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        [DataMember(Name = "ref_id", EmitDefaultValue = false)]
        public string RefId { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "updated_at")]
        public string UpdatedAt { get; set; }
    }

    /// <summary>Facts about this answer.</summary>
    [DataContract]
    public sealed class PaymentMeta
    {
        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        [DataMember(Name = "request_id", EmitDefaultValue = false)]
        public string RequestId { get; set; }

        /// <summary>Whether the answer comes from a cache.</summary>
        [DataMember(Name = "cached", EmitDefaultValue = false)]
        public bool? Cached { get; set; }
    }

    /// <summary>A payment that has just been cancelled.</summary>
    [DataContract]
    public sealed class PaymentCancelledResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The payment and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public PaymentData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>A payment that has just been verified.</summary>
    [DataContract]
    public sealed class VerificationCreatedResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The verification and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public VerifiedData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The verification and facts about this answer.</summary>
    [DataContract]
    public sealed class VerifiedData
    {
        /// <summary>A verification that has succeeded.</summary>
        [DataMember(Name = "verification")]
        public Verification Verification { get; set; }

        /// <summary>Facts about this answer.</summary>
        [DataMember(Name = "meta")]
        public VerificationMeta Meta { get; set; }
    }

    /// <summary>A verification that has succeeded.</summary>
    [DataContract]
    public sealed class Verification
    {
        /// <summary>Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.</summary>
        [DataMember(Name = "ref_id")]
        public string RefId { get; set; }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "verified_at")]
        public string VerifiedAt { get; set; }
    }

    /// <summary>Facts about this answer.</summary>
    [DataContract]
    public sealed class VerificationMeta
    {
        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        [DataMember(Name = "request_id", EmitDefaultValue = false)]
        public string RequestId { get; set; }

        /// <summary>How long the gateway worked on the answer, in milliseconds.</summary>
        [DataMember(Name = "processing_time_ms", EmitDefaultValue = false)]
        public long? ProcessingTimeMs { get; set; }
    }

    /// <summary>The payment to verify, from your own record.</summary>
    [DataContract]
    public sealed class VerificationRequest
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        [DataMember(Name = "order_id", EmitDefaultValue = false)]
        public string OrderId { get; set; }
    }

    /// <summary>The state of a verification.</summary>
    [DataContract]
    public sealed class VerificationResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The verification and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public VerificationResponseData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The verification and facts about this answer.</summary>
    [DataContract]
    public sealed class VerificationResponseData
    {
        /// <summary>Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.</summary>
        [DataMember(Name = "verification")]
        public VerificationState Verification { get; set; }

        /// <summary>Facts about this answer.</summary>
        [DataMember(Name = "meta")]
        public VerificationStateMeta Meta { get; set; }
    }

    /// <summary>Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.</summary>
    [DataContract]
    public sealed class VerificationState
    {
        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        [DataMember(Name = "ref_id", EmitDefaultValue = false)]
        public string RefId { get; set; }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>A Jalali moment as in JalaliDateTime; null as long as it has not come.</summary>
        [DataMember(Name = "verified_at", EmitDefaultValue = false)]
        public string VerifiedAt { get; set; }
    }

    /// <summary>Facts about this answer.</summary>
    [DataContract]
    public sealed class VerificationStateMeta
    {
        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        [DataMember(Name = "request_id", EmitDefaultValue = false)]
        public string RequestId { get; set; }
    }

    /// <summary>A payment that has been verified at a further try.</summary>
    [DataContract]
    public sealed class VerificationRetriedResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The verification and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public VerifiedData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>A page of transactions.</summary>
    [DataContract]
    public sealed class TransactionListResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The transactions and where this page stands among all.</summary>
        [DataMember(Name = "data")]
        public TransactionListResponseData Data { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The transactions and where this page stands among all.</summary>
    [DataContract]
    public sealed class TransactionListResponseData
    {
        /// <summary>The transactions of this page, newest first.</summary>
        [DataMember(Name = "transactions")]
        public List<TransactionSummary> Transactions { get; set; }

        /// <summary>Where a page stands among all.</summary>
        [DataMember(Name = "pagination")]
        public Pagination Pagination { get; set; }
    }

    /// <summary>A transaction in a list.</summary>
    [DataContract]
    public sealed class TransactionSummary
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        [DataMember(Name = "order_id")]
        public string OrderId { get; set; }

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        [DataMember(Name = "ref_code", EmitDefaultValue = false)]
        public string RefCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }

        /// <summary>A Jalali moment as in JalaliDateTime; null as long as it has not come.</summary>
        [DataMember(Name = "verified_at", EmitDefaultValue = false)]
        public string VerifiedAt { get; set; }
    }

    /// <summary>Where a page stands among all.</summary>
    [DataContract]
    public sealed class Pagination
    {
        /// <summary>The number of this page.</summary>
        [DataMember(Name = "current_page")]
        public long CurrentPage { get; set; }

        /// <summary>How many transactions a page holds.</summary>
        [DataMember(Name = "per_page")]
        public long PerPage { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "total")]
        public long Total { get; set; }

        /// <summary>The number of the last page; one when there is nothing.</summary>
        [DataMember(Name = "last_page")]
        public long LastPage { get; set; }
    }

    /// <summary>A transaction in detail.</summary>
    [DataContract]
    public sealed class TransactionResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The transaction.</summary>
        [DataMember(Name = "data")]
        public TransactionResponseData Data { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The transaction.</summary>
    [DataContract]
    public sealed class TransactionResponseData
    {
        /// <summary>Everything the gateway tells of a transaction.</summary>
        [DataMember(Name = "transaction")]
        public Transaction Transaction { get; set; }
    }

    /// <summary>Everything the gateway tells of a transaction.</summary>
    [DataContract]
    public sealed class Transaction
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        [DataMember(Name = "order_id")]
        public string OrderId { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>The state inside the gateway, for debugging only. Do not build logic on it.</summary>
        [DataMember(Name = "workflow_state")]
        public string WorkflowState { get; set; }

        /// <summary>The description given at creation, or null.</summary>
        [DataMember(Name = "description", EmitDefaultValue = false)]
        public string Description { get; set; }

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        [DataMember(Name = "ref_code", EmitDefaultValue = false)]
        public string RefCode { get; set; }

        /// <summary>The address in your shop to which the payer returns after paying.</summary>
        [DataMember(Name = "callback_url")]
        public string CallbackUrl { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "updated_at")]
        public string UpdatedAt { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "expires_at")]
        public string ExpiresAt { get; set; }

        /// <summary>Whether the payment ran out of time.</summary>
        [DataMember(Name = "is_expired")]
        public bool IsExpired { get; set; }

        /// <summary>Whether createVerification would be accepted now.</summary>
        [DataMember(Name = "can_be_verified")]
        public bool CanBeVerified { get; set; }

        /// <summary>200 when verified; null as long as it is not. No other number is documented.</summary>
        [DataMember(Name = "verification_status", EmitDefaultValue = false)]
        public long? VerificationStatus { get; set; }
    }

    /// <summary>A refund that has just been registered.</summary>
    [DataContract]
    public sealed class RefundCreatedResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The refund and facts about this answer.</summary>
        [DataMember(Name = "data")]
        public RefundCreatedResponseData Data { get; set; }

        /// <summary>Says in Persian that it worked.</summary>
        [DataMember(Name = "message", EmitDefaultValue = false)]
        public string Message { get; set; }

        /// <summary>The operation has succeeded; after a verification it means that the money is yours. Known today: `200`; others may come.</summary>
        [DataMember(Name = "status_code", EmitDefaultValue = false)]
        public long? StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp", EmitDefaultValue = false)]
        public string Timestamp { get; set; }
    }

    /// <summary>The refund and facts about this answer.</summary>
    [DataContract]
    public sealed class RefundCreatedResponseData
    {
        /// <summary>A refund.</summary>
        [DataMember(Name = "refund", EmitDefaultValue = false)]
        public Refund Refund { get; set; }

        /// <summary>Facts about this answer.</summary>
        [DataMember(Name = "meta", EmitDefaultValue = false)]
        public VerificationMeta Meta { get; set; }
    }

    /// <summary>A refund.</summary>
    [DataContract]
    public sealed class Refund
    {
        /// <summary>Identifier of a refund.</summary>
        [DataMember(Name = "refund_code", EmitDefaultValue = false)]
        public string RefundCode { get; set; }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority", EmitDefaultValue = false)]
        public string Authority { get; set; }

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        [DataMember(Name = "amount", EmitDefaultValue = false)]
        public long? Amount { get; set; }

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        [DataMember(Name = "status", EmitDefaultValue = false)]
        public string Status { get; set; }

        /// <summary>The reason given with the request, or null.</summary>
        [DataMember(Name = "reason", EmitDefaultValue = false)]
        public string Reason { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at", EmitDefaultValue = false)]
        public string CreatedAt { get; set; }
    }

    /// <summary>The payment to refund.</summary>
    [DataContract]
    public sealed class RefundRequest
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        [DataMember(Name = "amount", EmitDefaultValue = false)]
        public long? Amount { get; set; }

        /// <summary>Why the money goes back.</summary>
        [DataMember(Name = "reason", EmitDefaultValue = false)]
        public string Reason { get; set; }
    }

    /// <summary>The report of a day.</summary>
    [DataContract]
    public sealed class DailyReportResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>One Jalali day in figures.</summary>
        [DataMember(Name = "data")]
        public DailyReport Data { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>One Jalali day in figures.</summary>
    [DataContract]
    public sealed class DailyReport
    {
        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        [DataMember(Name = "report_date")]
        public string ReportDate { get; set; }

        /// <summary>The totals of the day.</summary>
        [DataMember(Name = "summary")]
        public DailySummary Summary { get; set; }

        /// <summary>The hours in which there were transactions.</summary>
        [DataMember(Name = "hourly_breakdown")]
        public List<HourFigures> HourlyBreakdown { get; set; }

        /// <summary>The figures of each payment method.</summary>
        [DataMember(Name = "payment_methods")]
        public List<PaymentMethodFigures> PaymentMethods { get; set; }

        /// <summary>How many transactions have each status.</summary>
        [DataMember(Name = "status_breakdown")]
        public List<StatusFigures> StatusBreakdown { get; set; }
    }

    /// <summary>The totals of the day.</summary>
    [DataContract]
    public sealed class DailySummary
    {
        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "total_transactions")]
        public long TotalTransactions { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "successful_transactions")]
        public long SuccessfulTransactions { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "failed_transactions")]
        public long FailedTransactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "total_amount")]
        public long TotalAmount { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "successful_amount")]
        public long SuccessfulAmount { get; set; }

        /// <summary>Successful transactions in percent of all; 0 when there were none.</summary>
        [DataMember(Name = "success_rate")]
        public double SuccessRate { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "total_fees")]
        public long TotalFees { get; set; }
    }

    /// <summary>The figures of one hour.</summary>
    [DataContract]
    public sealed class HourFigures
    {
        /// <summary>The hour of the day, in the zone Asia/Tehran.</summary>
        [DataMember(Name = "hour")]
        public long Hour { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "transactions")]
        public long Transactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }
    }

    /// <summary>The figures of one payment method.</summary>
    [DataContract]
    public sealed class PaymentMethodFigures
    {
        /// <summary>The payment method, `card` for example.</summary>
        [DataMember(Name = "method")]
        public string Method { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "transactions")]
        public long Transactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }
    }

    /// <summary>How many transactions have one status.</summary>
    [DataContract]
    public sealed class StatusFigures
    {
        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "count")]
        public long Count { get; set; }
    }

    /// <summary>The report of a month.</summary>
    [DataContract]
    public sealed class MonthlyReportResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>One Jalali month in figures.</summary>
        [DataMember(Name = "data")]
        public MonthlyReport Data { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>One Jalali month in figures.</summary>
    [DataContract]
    public sealed class MonthlyReport
    {
        /// <summary>A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM`.</summary>
        [DataMember(Name = "report_month")]
        public string ReportMonth { get; set; }

        /// <summary>The first and the last day of the report, both included.</summary>
        [DataMember(Name = "period")]
        public ReportPeriod Period { get; set; }

        /// <summary>The totals of the month. `successful_amount` and `total_fees` may be missing.</summary>
        [DataMember(Name = "summary")]
        public MonthlySummary Summary { get; set; }

        /// <summary>The days on which there were transactions.</summary>
        [DataMember(Name = "daily_breakdown")]
        public List<DayFigures> DailyBreakdown { get; set; }

        /// <summary>The figures of each payment method.</summary>
        [DataMember(Name = "payment_methods")]
        public List<PaymentMethodFigures> PaymentMethods { get; set; }

        /// <summary>The figures of each payment service provider (PSP).</summary>
        [DataMember(Name = "psp_breakdown")]
        public List<PspFigures> PspBreakdown { get; set; }
    }

    /// <summary>The first and the last day of the report, both included.</summary>
    [DataContract]
    public sealed class ReportPeriod
    {
        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        [DataMember(Name = "from")]
        public string From { get; set; }

        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        [DataMember(Name = "to")]
        public string To { get; set; }
    }

    /// <summary>The totals of the month. `successful_amount` and `total_fees` may be missing.</summary>
    [DataContract]
    public sealed class MonthlySummary
    {
        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "total_transactions", EmitDefaultValue = false)]
        public long? TotalTransactions { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "successful_transactions", EmitDefaultValue = false)]
        public long? SuccessfulTransactions { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "failed_transactions", EmitDefaultValue = false)]
        public long? FailedTransactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "total_amount", EmitDefaultValue = false)]
        public long? TotalAmount { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "successful_amount", EmitDefaultValue = false)]
        public long? SuccessfulAmount { get; set; }

        /// <summary>Successful transactions in percent of all; 0 when there were none.</summary>
        [DataMember(Name = "success_rate", EmitDefaultValue = false)]
        public double? SuccessRate { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "total_fees", EmitDefaultValue = false)]
        public long? TotalFees { get; set; }
    }

    /// <summary>The figures of one day.</summary>
    [DataContract]
    public sealed class DayFigures
    {
        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        [DataMember(Name = "date")]
        public string Date { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "transactions")]
        public long Transactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }
    }

    /// <summary>The figures of one payment service provider (PSP).</summary>
    [DataContract]
    public sealed class PspFigures
    {
        /// <summary>The provider, `mellat` for example.</summary>
        [DataMember(Name = "psp")]
        public string Psp { get; set; }

        /// <summary>A number of transactions.</summary>
        [DataMember(Name = "transactions")]
        public long Transactions { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }
    }

    /// <summary>A webhook that has just been registered.</summary>
    [DataContract]
    public sealed class WebhookSubscriptionResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The webhook.</summary>
        [DataMember(Name = "data")]
        public WebhookSubscriptionResponseData Data { get; set; }

        /// <summary>Says in English that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The webhook.</summary>
    [DataContract]
    public sealed class WebhookSubscriptionResponseData
    {
        /// <summary>A registered webhook.</summary>
        [DataMember(Name = "webhook")]
        public Webhook Webhook { get; set; }
    }

    /// <summary>A registered webhook.</summary>
    [DataContract]
    public sealed class Webhook
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        [DataMember(Name = "id")]
        public string Id { get; set; }

        /// <summary>The HTTPS address that receives the events.</summary>
        [DataMember(Name = "url")]
        public string Url { get; set; }

        /// <summary>The events that are sent to it.</summary>
        [DataMember(Name = "events")]
        public List<string> Events { get; set; }

        /// <summary>Masked when you chose the secret yourself; the secret itself when the gateway made it. Store it now, it is not shown again.</summary>
        [DataMember(Name = "secret")]
        public string Secret { get; set; }

        /// <summary>Whether events are sent to it.</summary>
        [DataMember(Name = "is_active")]
        public bool IsActive { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }
    }

    /// <summary>The address and its events.</summary>
    [DataContract]
    public sealed class WebhookSubscriptionRequest
    {
        /// <summary>The HTTPS address that receives the events.</summary>
        [DataMember(Name = "url")]
        public string Url { get; set; }

        /// <summary>The events to send to it, at least one.</summary>
        [DataMember(Name = "events")]
        public List<string> Events { get; set; }

        /// <summary>Key of the signatures, shared between you and the gateway. When it is missing, the gateway makes one of 64 hexadecimal digits.</summary>
        [DataMember(Name = "secret", EmitDefaultValue = false)]
        public string Secret { get; set; }

        /// <summary>A short text by which you recognise this webhook.</summary>
        [DataMember(Name = "description", EmitDefaultValue = false)]
        public string Description { get; set; }
    }

    /// <summary>The events and what the gateway expects of an endpoint.</summary>
    [DataContract]
    public sealed class WebhookEventsResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The events and the requirements.</summary>
        [DataMember(Name = "data")]
        public WebhookEventsResponseData Data { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>The events and the requirements.</summary>
    [DataContract]
    public sealed class WebhookEventsResponseData
    {
        /// <summary>The events by name, each with a short English description. The twelve of today are always among them; the gateway may add others. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `payment.reversed`, `verification.completed`, `verification.failed`, `refund.created`, `refund.completed`, `settlement.created`, `settlement.completed`, `settlement.failed`; others may come.</summary>
        [DataMember(Name = "events")]
        public Dictionary<string, string> Events { get; set; }

        /// <summary>What the gateway expects of an endpoint, in English sentences.</summary>
        [DataMember(Name = "webhook_requirements")]
        public WebhookRequirements WebhookRequirements { get; set; }
    }

    /// <summary>What the gateway expects of an endpoint, in English sentences.</summary>
    [DataContract]
    public sealed class WebhookRequirements
    {
        /// <summary>The kind of address.</summary>
        [DataMember(Name = "url")]
        public string Url { get; set; }

        /// <summary>How long the gateway waits for an answer.</summary>
        [DataMember(Name = "response_timeout")]
        public string ResponseTimeout { get; set; }

        /// <summary>How often it tries again.</summary>
        [DataMember(Name = "retry_attempts")]
        public string RetryAttempts { get; set; }

        /// <summary>Which answers count as received.</summary>
        [DataMember(Name = "expected_response")]
        public string ExpectedResponse { get; set; }

        /// <summary>Where the signature stands.</summary>
        [DataMember(Name = "signature_header")]
        public string SignatureHeader { get; set; }
    }

    /// <summary>A webhook that has just been deactivated.</summary>
    [DataContract]
    public sealed class WebhookUnsubscriptionResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>Which webhook was deactivated.</summary>
        [DataMember(Name = "data")]
        public WebhookUnsubscriptionResponseData Data { get; set; }

        /// <summary>Says in English that it worked.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>Which webhook was deactivated.</summary>
    [DataContract]
    public sealed class WebhookUnsubscriptionResponseData
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        [DataMember(Name = "webhook_id")]
        public string WebhookId { get; set; }

        /// <summary>Says that no more events are sent to it. Known today: `unsubscribed`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }
    }

    /// <summary>The webhook to deactivate.</summary>
    [DataContract]
    public sealed class WebhookUnsubscriptionRequest
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        [DataMember(Name = "webhook_id")]
        public string WebhookId { get; set; }
    }

    /// <summary>How a test went.</summary>
    [DataContract]
    public sealed class WebhookTestResponse
    {
        /// <summary>True when the sample was sent, however it was received.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>What was sent and how it was received.</summary>
        [DataMember(Name = "data")]
        public WebhookTestResponseData Data { get; set; }

        /// <summary>Says in English that the test is over.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }
    }

    /// <summary>What was sent and how it was received.</summary>
    [DataContract]
    public sealed class WebhookTestResponseData
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        [DataMember(Name = "webhook_id")]
        public string WebhookId { get; set; }

        /// <summary>An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.</summary>
        [DataMember(Name = "event_type")]
        public string EventType { get; set; }

        /// <summary>How your endpoint received the sample.</summary>
        [DataMember(Name = "test_result")]
        public WebhookTestResult TestResult { get; set; }
    }

    /// <summary>How your endpoint received the sample.</summary>
    [DataContract]
    public sealed class WebhookTestResult
    {
        /// <summary>Whether your endpoint answered with 2xx in time. Known today: `success`, `failed`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>The HTTP status of your endpoint; null when it did not answer.</summary>
        [DataMember(Name = "response_code")]
        public long? ResponseCode { get; set; }

        /// <summary>How long your endpoint took, in milliseconds; null when it was not measured.</summary>
        [DataMember(Name = "response_time")]
        public double? ResponseTime { get; set; }

        /// <summary>Why it failed; null when it did not.</summary>
        [DataMember(Name = "error")]
        public string Error { get; set; }
    }

    /// <summary>The webhook and the event to send.</summary>
    [DataContract]
    public sealed class WebhookTestRequest
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        [DataMember(Name = "webhook_id")]
        public string WebhookId { get; set; }

        /// <summary>An event of which a sample can be sent.</summary>
        [DataMember(Name = "event_type")]
        public string EventType { get; set; }
    }

    /// <summary>The headers to send with the request.</summary>
    [DataContract]
    public sealed class PreparedRequestResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>A fresh idempotency key.</summary>
        [DataMember(Name = "idempotency_key")]
        public string IdempotencyKey { get; set; }

        /// <summary>Whether your terminal demands signed requests.</summary>
        [DataMember(Name = "signature_required")]
        public bool SignatureRequired { get; set; }

        /// <summary>The value for `X-Signature`; null when your terminal has no secret key.</summary>
        [DataMember(Name = "signature")]
        public string Signature { get; set; }

        /// <summary>The value for `X-Timestamp`, in Unix seconds.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>How the signature is made. Known today: `HMAC-SHA256`; others may come.</summary>
        [DataMember(Name = "algorithm")]
        public string Algorithm { get; set; }

        /// <summary>The headers to send, by name.</summary>
        [DataMember(Name = "headers")]
        public PreparedHeaders Headers { get; set; }

        /// <summary>When the signature stops being valid, ISO 8601 in UTC.</summary>
        [DataMember(Name = "expires_at")]
        public string ExpiresAt { get; set; }
    }

    /// <summary>The headers to send, by name.</summary>
    [DataContract]
    public sealed class PreparedHeaders
    {
        /// <summary>A string of your choice that names one logical request; printable ASCII without blanks.</summary>
        [DataMember(Name = "X-Idempotency-Key")]
        public string XIdempotencyKey { get; set; }

        /// <summary>An HMAC-SHA256 as 64 lower-case hexadecimal digits.</summary>
        [DataMember(Name = "X-Signature", EmitDefaultValue = false)]
        public string XSignature { get; set; }

        /// <summary>Unix seconds.</summary>
        [DataMember(Name = "X-Timestamp", EmitDefaultValue = false)]
        public string XTimestamp { get; set; }

        /// <summary>The type of the body. Known today: `application/json`; others may come.</summary>
        [DataMember(Name = "Content-Type")]
        public string ContentType { get; set; }
    }

    /// <summary>The request that you are about to send.</summary>
    [DataContract]
    public sealed class PrepareRequest
    {
        /// <summary>Its HTTP method.</summary>
        [DataMember(Name = "method")]
        public string Method { get; set; }

        /// <summary>Its path after `/v2/`, without the query; `payments` for example.</summary>
        [DataMember(Name = "endpoint")]
        public string Endpoint { get; set; }

        /// <summary>Its body; leave it out for a request without one.</summary>
        [DataMember(Name = "data", EmitDefaultValue = false)]
        public Dictionary<string, object> Data { get; set; }
    }

    /// <summary>A new key.</summary>
    [DataContract]
    public sealed class IdempotencyKeyResponse
    {
        /// <summary>Always true in a success.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>The key, for the header `Idempotency-Key`.</summary>
        [DataMember(Name = "idempotency_key")]
        public string IdempotencyKey { get; set; }

        /// <summary>How long the key is remembered, in seconds; see `x-idempotency`.</summary>
        [DataMember(Name = "expires_in")]
        public long ExpiresIn { get; set; }

        /// <summary>An English hint on how to use the key.</summary>
        [DataMember(Name = "usage")]
        public string Usage { get; set; }
    }

    /// <summary>The health of the API.</summary>
    [DataContract]
    public sealed class HealthResponse
    {
        /// <summary>Says that the API is up. Known today: `ok`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Version of the API.</summary>
        [DataMember(Name = "version")]
        public string Version { get; set; }
    }

    /// <summary>The envelope of every error. `status_code` repeats `error.code`.</summary>
    [DataContract]
    public sealed class ErrorResponse
    {
        /// <summary>Always false in an error.</summary>
        [DataMember(Name = "success")]
        public bool Success { get; set; }

        /// <summary>What went wrong.</summary>
        [DataMember(Name = "error")]
        public ErrorResponseError Error { get; set; }

        /// <summary>The gateway's code of an error. Known today: `-2`, `-21`, `-31`, `-33`, `-50`, `-51`, `-52`, `-53`, `-54`, `-101`, `-102`, `-103`, `-500`, `996`; others may come.</summary>
        [DataMember(Name = "status_code")]
        public long StatusCode { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Facts about the request that failed. Some answers come without it.</summary>
        [DataMember(Name = "meta", EmitDefaultValue = false)]
        public ErrorMeta Meta { get; set; }
    }

    /// <summary>What went wrong.</summary>
    [DataContract]
    public sealed class ErrorResponseError
    {
        /// <summary>The error in Persian, fit to be shown to a person.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }

        /// <summary>The gateway's code of an error. Known today: `-2`, `-21`, `-31`, `-33`, `-50`, `-51`, `-52`, `-53`, `-54`, `-101`, `-102`, `-103`, `-500`, `996`; others may come.</summary>
        [DataMember(Name = "code")]
        public long Code { get; set; }

        /// <summary>The family of an error. Known today: `validation_error`, `authentication_error`, `authorization_error`, `business_logic_error`, `rate_limit_error`, `server_error`, `gateway_error`; others may come.</summary>
        [DataMember(Name = "type", EmitDefaultValue = false)]
        public string Type { get; set; }

        /// <summary>More about the error: `validation` when fields of the request are wrong, `reason` when the state of the payment forbids what was asked.</summary>
        [DataMember(Name = "details", EmitDefaultValue = false)]
        public ErrorDetails Details { get; set; }
    }

    /// <summary>More about the error: `validation` when fields of the request are wrong, `reason` when the state of the payment forbids what was asked.</summary>
    [DataContract]
    public sealed class ErrorDetails
    {
        /// <summary>The faulty fields by name, each with its messages in Persian.</summary>
        [DataMember(Name = "validation", EmitDefaultValue = false)]
        public Dictionary<string, List<string>> Validation { get; set; }

        /// <summary>Why the state of the payment does not allow it, as a short English word. Known today: `payment_unpaid`, `payment_failed`, `payment_expired`, `payment_cancelled`, `payment_paid`, `payment_not_verified`, `refund_exceeds_payment`; others may come.</summary>
        [DataMember(Name = "reason", EmitDefaultValue = false)]
        public string Reason { get; set; }
    }

    /// <summary>Facts about the request that failed. Some answers come without it.</summary>
    [DataContract]
    public sealed class ErrorMeta
    {
        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        [DataMember(Name = "request_id", EmitDefaultValue = false)]
        public string RequestId { get; set; }
    }

    /// <summary>The event `payment.created`.</summary>
    [DataContract]
    public sealed class PaymentCreatedEvent
    {
        /// <summary>The kind of the event. Known today: `payment.created`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that was created.</summary>
        [DataMember(Name = "data")]
        public PaymentCreatedData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The payment that was created.</summary>
    [DataContract]
    public sealed class PaymentCreatedData
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }
    }

    /// <summary>The event `payment.completed`.</summary>
    [DataContract]
    public sealed class PaymentCompletedEvent
    {
        /// <summary>The kind of the event. Known today: `payment.completed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that was completed or verified.</summary>
        [DataMember(Name = "data")]
        public SettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The payment that was completed or verified.</summary>
    [DataContract]
    public sealed class SettledPaymentData
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        [DataMember(Name = "order_id")]
        public string OrderId { get; set; }

        /// <summary>Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.</summary>
        [DataMember(Name = "ref_code")]
        public string RefCode { get; set; }

        /// <summary>The payer's card number with its first six and last four digits.</summary>
        [DataMember(Name = "pan")]
        public string Pan { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "verified_at")]
        public string VerifiedAt { get; set; }
    }

    /// <summary>The event `payment.failed`.</summary>
    [DataContract]
    public sealed class PaymentFailedEvent
    {
        /// <summary>The kind of the event. Known today: `payment.failed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that brought no money.</summary>
        [DataMember(Name = "data")]
        public UnsettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The payment that brought no money.</summary>
    [DataContract]
    public sealed class UnsettledPaymentData
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>What happened, in Persian.</summary>
        [DataMember(Name = "message")]
        public string Message { get; set; }
    }

    /// <summary>The event `payment.cancelled`.</summary>
    [DataContract]
    public sealed class PaymentCancelledEvent
    {
        /// <summary>The kind of the event. Known today: `payment.cancelled`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that brought no money.</summary>
        [DataMember(Name = "data")]
        public UnsettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The event `payment.reversed`.</summary>
    [DataContract]
    public sealed class PaymentReversedEvent
    {
        /// <summary>The kind of the event. Known today: `payment.reversed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that brought no money.</summary>
        [DataMember(Name = "data")]
        public UnsettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The event `verification.completed`.</summary>
    [DataContract]
    public sealed class VerificationCompletedEvent
    {
        /// <summary>The kind of the event. Known today: `verification.completed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that was completed or verified.</summary>
        [DataMember(Name = "data")]
        public SettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The event `verification.failed`.</summary>
    [DataContract]
    public sealed class VerificationFailedEvent
    {
        /// <summary>The kind of the event. Known today: `verification.failed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The payment that brought no money.</summary>
        [DataMember(Name = "data")]
        public UnsettledPaymentData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The event `refund.created`.</summary>
    [DataContract]
    public sealed class RefundCreatedEvent
    {
        /// <summary>The kind of the event. Known today: `refund.created`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The refund that was registered.</summary>
        [DataMember(Name = "data")]
        public RefundCreatedData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The refund that was registered.</summary>
    [DataContract]
    public sealed class RefundCreatedData
    {
        /// <summary>Identifier of a refund.</summary>
        [DataMember(Name = "refund_code")]
        public string RefundCode { get; set; }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>The reason given with the request, or null.</summary>
        [DataMember(Name = "reason")]
        public string Reason { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "created_at")]
        public string CreatedAt { get; set; }
    }

    /// <summary>The event `refund.completed`.</summary>
    [DataContract]
    public sealed class RefundCompletedEvent
    {
        /// <summary>The kind of the event. Known today: `refund.completed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The refund that was paid out.</summary>
        [DataMember(Name = "data")]
        public RefundCompletedData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The refund that was paid out.</summary>
    [DataContract]
    public sealed class RefundCompletedData
    {
        /// <summary>Identifier of a refund.</summary>
        [DataMember(Name = "refund_code")]
        public string RefundCode { get; set; }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        [DataMember(Name = "authority")]
        public string Authority { get; set; }

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        [DataMember(Name = "completed_at")]
        public string CompletedAt { get; set; }
    }

    /// <summary>The event `settlement.created`.</summary>
    [DataContract]
    public sealed class SettlementCreatedEvent
    {
        /// <summary>The kind of the event. Known today: `settlement.created`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The batch that is transferred to your account.</summary>
        [DataMember(Name = "data")]
        public SettlementData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The batch that is transferred to your account.</summary>
    [DataContract]
    public sealed class SettlementData
    {
        /// <summary>Identifier of the settlement.</summary>
        [DataMember(Name = "settlement_code")]
        public string SettlementCode { get; set; }

        /// <summary>A sum of amounts in rials.</summary>
        [DataMember(Name = "amount")]
        public long Amount { get; set; }

        /// <summary>Status of the settlement. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        [DataMember(Name = "status")]
        public string Status { get; set; }

        /// <summary>The days that the settlement covers. Its form is not documented; keep it as text.</summary>
        [DataMember(Name = "period")]
        public string Period { get; set; }
    }

    /// <summary>The event `settlement.completed`.</summary>
    [DataContract]
    public sealed class SettlementCompletedEvent
    {
        /// <summary>The kind of the event. Known today: `settlement.completed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The batch that is transferred to your account.</summary>
        [DataMember(Name = "data")]
        public SettlementData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The event `settlement.failed`.</summary>
    [DataContract]
    public sealed class SettlementFailedEvent
    {
        /// <summary>The kind of the event. Known today: `settlement.failed`; others may come.</summary>
        [DataMember(Name = "event")]
        public string Event { get; set; }

        /// <summary>When it happened, ISO 8601 with the offset of Tehran.</summary>
        [DataMember(Name = "timestamp")]
        public string Timestamp { get; set; }

        /// <summary>Your merchant code at the gateway.</summary>
        [DataMember(Name = "merchant_code")]
        public string MerchantCode { get; set; }

        /// <summary>The batch that is transferred to your account.</summary>
        [DataMember(Name = "data")]
        public SettlementData Data { get; set; }

        /// <summary>HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret.</summary>
        [DataMember(Name = "signature", EmitDefaultValue = false)]
        public string Signature { get; set; }
    }

    /// <summary>The family of an error. Known today: `validation_error`, `authentication_error`, `authorization_error`, `business_logic_error`, `rate_limit_error`, `server_error`, `gateway_error`; others may come.</summary>
    public static class ErrorType
    {
        public const string ValidationError = "validation_error";
        public const string AuthenticationError = "authentication_error";
        public const string AuthorizationError = "authorization_error";
        public const string BusinessLogicError = "business_logic_error";
        public const string RateLimitError = "rate_limit_error";
        public const string ServerError = "server_error";
        public const string GatewayError = "gateway_error";
    }

    /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
    public static class PaymentStatus
    {
        public const string Pending = "pending";
        public const string Completed = "completed";
        public const string Failed = "failed";
        public const string Timeout = "timeout";
        public const string Cancelled = "cancelled";
        public const string Unknown = "unknown";
    }

    /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
    public static class RefundStatus
    {
        public const string Pending = "pending";
        public const string Completed = "completed";
        public const string Failed = "failed";
    }

    /// <summary>An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.</summary>
    public static class ReceivedTestableEventType
    {
        public const string PaymentCreated = "payment.created";
        public const string PaymentCompleted = "payment.completed";
        public const string PaymentFailed = "payment.failed";
        public const string PaymentCancelled = "payment.cancelled";
        public const string RefundCreated = "refund.created";
        public const string RefundCompleted = "refund.completed";
        public const string VerificationCompleted = "verification.completed";
    }

    /// <summary>The gateway's code of an error. Known today: `-2`, `-21`, `-31`, `-33`, `-50`, `-51`, `-52`, `-53`, `-54`, `-101`, `-102`, `-103`, `-500`, `996`; others may come.</summary>
    public static class ErrorCode
    {
        public const long MalformedBody = -2;
        public const long CredentialsMissing = -50;
        public const long CredentialsInvalid = -51;
        public const long SignatureMissing = -101;
        public const long TimestampInvalid = -102;
        public const long SignatureInvalid = -103;
        public const long IpNotAllowed = -52;
        public const long TerminalInactive = -53;
        public const long Validation = -2;
        public const long RateLimited = -54;
        public const long Internal = -31;
        public const long Unexpected = -500;
        public const long BankUnavailable = 996;
        public const long TransactionNotFound = -33;
        public const long StateForbids = -2;
        public const long AlreadyVerified = -21;
    }
}
