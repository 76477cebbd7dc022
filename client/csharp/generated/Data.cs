// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

using System.Collections.Generic;

namespace IranDargah
{
    /// <summary>The new payment.</summary>
    public sealed class CreatedTransaction : GatewayData
    {
        internal CreatedTransaction(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>The page to which you send the payer.</summary>
        public string GatewayUrl => GetText("gateway_url");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string ExpiresAt => GetText("expires_at");
    }

    /// <summary>One Jalali day in figures.</summary>
    public sealed class DailyReport : GatewayData
    {
        internal DailyReport(JsonObject json) : base(json) { }

        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        public string ReportDate => GetText("report_date");

        /// <summary>The totals of the day.</summary>
        public DailySummary Summary => GetObject("summary", json => new DailySummary(json));

        /// <summary>The hours in which there were transactions.</summary>
        public IReadOnlyList<HourFigures> HourlyBreakdown => GetList("hourly_breakdown", json => new HourFigures(json));

        /// <summary>The figures of each payment method.</summary>
        public IReadOnlyList<PaymentMethodFigures> PaymentMethods => GetList("payment_methods", json => new PaymentMethodFigures(json));

        /// <summary>How many transactions have each status.</summary>
        public IReadOnlyList<StatusFigures> StatusBreakdown => GetList("status_breakdown", json => new StatusFigures(json));
    }

    /// <summary>The totals of the day.</summary>
    public sealed class DailySummary : GatewayData
    {
        internal DailySummary(JsonObject json) : base(json) { }

        /// <summary>A number of transactions.</summary>
        public long? TotalTransactions => GetWhole("total_transactions");

        /// <summary>A number of transactions.</summary>
        public long? SuccessfulTransactions => GetWhole("successful_transactions");

        /// <summary>A number of transactions.</summary>
        public long? FailedTransactions => GetWhole("failed_transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? TotalAmount => GetAmount("total_amount");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? SuccessfulAmount => GetAmount("successful_amount");

        /// <summary>Successful transactions in percent of all; 0 when there were none.</summary>
        public double? SuccessRate => GetNumber("success_rate");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? TotalFees => GetAmount("total_fees");
    }

    /// <summary>The figures of one day.</summary>
    public sealed class DayFigures : GatewayData
    {
        internal DayFigures(JsonObject json) : base(json) { }

        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        public string Date => GetText("date");

        /// <summary>A number of transactions.</summary>
        public long? Transactions => GetWhole("transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? Amount => GetAmount("amount");
    }

    /// <summary>The health of the API.</summary>
    public sealed class HealthResponse : GatewayData
    {
        internal HealthResponse(JsonObject json) : base(json) { }

        /// <summary>Says that the API is up. Known today: `ok`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string Timestamp => GetText("timestamp");

        /// <summary>Version of the API.</summary>
        public string Version => GetText("version");
    }

    /// <summary>The figures of one hour.</summary>
    public sealed class HourFigures : GatewayData
    {
        internal HourFigures(JsonObject json) : base(json) { }

        /// <summary>The hour of the day, in the zone Asia/Tehran.</summary>
        public long? Hour => GetWhole("hour");

        /// <summary>A number of transactions.</summary>
        public long? Transactions => GetWhole("transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? Amount => GetAmount("amount");
    }

    /// <summary>A new key.</summary>
    public sealed class IdempotencyKeyResponse : GatewayData
    {
        internal IdempotencyKeyResponse(JsonObject json) : base(json) { }

        /// <summary>Always true in a success.</summary>
        public bool? Success => GetFlag("success");

        /// <summary>The key, for the header `Idempotency-Key`.</summary>
        public string IdempotencyKey => GetText("idempotency_key");

        /// <summary>How long the key is remembered, in seconds; see `x-idempotency`.</summary>
        public long? ExpiresIn => GetWhole("expires_in");

        /// <summary>An English hint on how to use the key.</summary>
        public string Usage => GetText("usage");
    }

    /// <summary>One Jalali month in figures.</summary>
    public sealed class MonthlyReport : GatewayData
    {
        internal MonthlyReport(JsonObject json) : base(json) { }

        /// <summary>A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM`.</summary>
        public string ReportMonth => GetText("report_month");

        /// <summary>The first and the last day of the report, both included.</summary>
        public ReportPeriod Period => GetObject("period", json => new ReportPeriod(json));

        /// <summary>The totals of the month. `successful_amount` and `total_fees` may be missing.</summary>
        public MonthlySummary Summary => GetObject("summary", json => new MonthlySummary(json));

        /// <summary>The days on which there were transactions.</summary>
        public IReadOnlyList<DayFigures> DailyBreakdown => GetList("daily_breakdown", json => new DayFigures(json));

        /// <summary>The figures of each payment method.</summary>
        public IReadOnlyList<PaymentMethodFigures> PaymentMethods => GetList("payment_methods", json => new PaymentMethodFigures(json));

        /// <summary>The figures of each payment service provider (PSP).</summary>
        public IReadOnlyList<PspFigures> PspBreakdown => GetList("psp_breakdown", json => new PspFigures(json));
    }

    /// <summary>The totals of the month. `successful_amount` and `total_fees` may be missing.</summary>
    public sealed class MonthlySummary : GatewayData
    {
        internal MonthlySummary(JsonObject json) : base(json) { }

        /// <summary>A number of transactions.</summary>
        public long? TotalTransactions => GetWhole("total_transactions");

        /// <summary>A number of transactions.</summary>
        public long? SuccessfulTransactions => GetWhole("successful_transactions");

        /// <summary>A number of transactions.</summary>
        public long? FailedTransactions => GetWhole("failed_transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? TotalAmount => GetAmount("total_amount");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? SuccessfulAmount => GetAmount("successful_amount");

        /// <summary>Successful transactions in percent of all; 0 when there were none.</summary>
        public double? SuccessRate => GetNumber("success_rate");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? TotalFees => GetAmount("total_fees");
    }

    /// <summary>Where a page stands among all.</summary>
    public sealed class Pagination : GatewayData
    {
        internal Pagination(JsonObject json) : base(json) { }

        /// <summary>The number of this page.</summary>
        public long? CurrentPage => GetWhole("current_page");

        /// <summary>How many transactions a page holds.</summary>
        public long? PerPage => GetWhole("per_page");

        /// <summary>A number of transactions.</summary>
        public long? Total => GetWhole("total");

        /// <summary>The number of the last page; one when there is nothing.</summary>
        public long? LastPage => GetWhole("last_page");
    }

    /// <summary>A payment with its public status.</summary>
    public sealed class Payment : GatewayData
    {
        internal Payment(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        public string RefId => GetText("ref_id");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string UpdatedAt => GetText("updated_at");
    }

    /// <summary>The payment that was created.</summary>
    public sealed class PaymentCreatedData : GatewayData
    {
        internal PaymentCreatedData(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");
    }

    /// <summary>Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.</summary>
    public sealed class PaymentCreatedMeta : GatewayData
    {
        internal PaymentCreatedMeta(JsonObject json) : base(json) { }

        /// <summary>A string of your choice that names one logical request; printable ASCII without blanks.</summary>
        public string IdempotencyKey => GetText("idempotency_key");

        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        public string RequestId => GetText("request_id");

        /// <summary>How long the gateway worked on the answer, in milliseconds.</summary>
        public long? ProcessingTimeMs => GetWhole("processing_time_ms");

        /// <summary>Says that the sandbox answered. Known today: `sandbox`; others may come.</summary>
        public string Environment => GetText("environment");

        /// <summary>Says that no real money moves.</summary>
        public bool? TestMode => GetFlag("test_mode");
    }

    /// <summary>The payment and facts about this answer.</summary>
    public sealed class PaymentCreatedResponseData : GatewayData
    {
        internal PaymentCreatedResponseData(JsonObject json) : base(json) { }

        /// <summary>The new payment.</summary>
        public CreatedTransaction Transaction => GetObject("transaction", json => new CreatedTransaction(json));

        /// <summary>Facts about this answer. The sandbox adds `environment` and `test_mode`, always both.</summary>
        public PaymentCreatedMeta Meta => GetObject("meta", json => new PaymentCreatedMeta(json));
    }

    /// <summary>The payment and facts about this answer.</summary>
    public sealed class PaymentData : GatewayData
    {
        internal PaymentData(JsonObject json) : base(json) { }

        /// <summary>A payment with its public status.</summary>
        public Payment Transaction => GetObject("transaction", json => new Payment(json));

        /// <summary>Facts about this answer.</summary>
        public PaymentMeta Meta => GetObject("meta", json => new PaymentMeta(json));
    }

    /// <summary>Facts about this answer.</summary>
    public sealed class PaymentMeta : GatewayData
    {
        internal PaymentMeta(JsonObject json) : base(json) { }

        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        public string RequestId => GetText("request_id");

        /// <summary>Whether the answer comes from a cache.</summary>
        public bool? Cached => GetFlag("cached");
    }

    /// <summary>The figures of one payment method.</summary>
    public sealed class PaymentMethodFigures : GatewayData
    {
        internal PaymentMethodFigures(JsonObject json) : base(json) { }

        /// <summary>The payment method, `card` for example.</summary>
        public string Method => GetText("method");

        /// <summary>A number of transactions.</summary>
        public long? Transactions => GetWhole("transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? Amount => GetAmount("amount");
    }

    /// <summary>The payment to create.</summary>
    public sealed class PaymentRequest : GatewayRequest
    {
        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        public string OrderId { get; set; }

        /// <summary>The address in your shop to which the payer returns after paying.</summary>
        public string CallbackUrl { get; set; }

        /// <summary>The payer's mobile number: `09…`, `9…`, `989…`, `+989…` or `00989…`, each with the nine digits that follow.</summary>
        public string Mobile { get; set; }

        /// <summary>Free text about the payment. The characters &lt; and &gt; are refused, so that it can never carry HTML.</summary>
        public string Description { get; set; }

        /// <summary>The only card that may pay: all sixteen digits, or the first six, six asterisks and the last four.</summary>
        public string CardNumber { get; set; }

        /// <summary>The HTTP method by which the payer returns to `callback_url`.</summary>
        public string Action { get; set; }

        /// <summary>Code of an affiliate.</summary>
        public string AffiliateCode { get; set; }

        /// <summary>Verify the payment without a call of createVerification. The callback then carries the status code 100 instead of 201.</summary>
        public bool? DirectVerify { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "amount", Amount);
            Demand(json, "order_id", OrderId);
            Demand(json, "callback_url", CallbackUrl);
            Put(json, "mobile", Mobile);
            Put(json, "description", Description);
            Put(json, "card_number", CardNumber);
            Put(json, "action", Action);
            Put(json, "affiliate_code", AffiliateCode);
            Put(json, "direct_verify", DirectVerify);
            return json;
        }
    }

    /// <summary>The request that you are about to send.</summary>
    public sealed class PrepareRequest : GatewayRequest
    {
        /// <summary>Its HTTP method.</summary>
        public string Method { get; set; }

        /// <summary>Its path after `/v2/`, without the query; `payments` for example.</summary>
        public string Endpoint { get; set; }

        /// <summary>Its body; leave it out for a request without one.</summary>
        public IDictionary<string, object> Data { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "method", Method);
            Demand(json, "endpoint", Endpoint);
            Put(json, "data", Data);
            return json;
        }
    }

    /// <summary>The headers to send, by name.</summary>
    public sealed class PreparedHeaders : GatewayData
    {
        internal PreparedHeaders(JsonObject json) : base(json) { }

        /// <summary>A string of your choice that names one logical request; printable ASCII without blanks.</summary>
        public string XIdempotencyKey => GetText("X-Idempotency-Key");

        /// <summary>An HMAC-SHA256 as 64 lower-case hexadecimal digits.</summary>
        public string XSignature => GetText("X-Signature");

        /// <summary>Unix seconds.</summary>
        public string XTimestamp => GetText("X-Timestamp");

        /// <summary>The type of the body. Known today: `application/json`; others may come.</summary>
        public string ContentType => GetText("Content-Type");
    }

    /// <summary>The headers to send with the request.</summary>
    public sealed class PreparedRequestResponse : GatewayData
    {
        internal PreparedRequestResponse(JsonObject json) : base(json) { }

        /// <summary>Always true in a success.</summary>
        public bool? Success => GetFlag("success");

        /// <summary>A fresh idempotency key.</summary>
        public string IdempotencyKey => GetText("idempotency_key");

        /// <summary>Whether your terminal demands signed requests.</summary>
        public bool? SignatureRequired => GetFlag("signature_required");

        /// <summary>The value for `X-Signature`; null when your terminal has no secret key.</summary>
        public string Signature => GetText("signature");

        /// <summary>The value for `X-Timestamp`, in Unix seconds.</summary>
        public string Timestamp => GetText("timestamp");

        /// <summary>How the signature is made. Known today: `HMAC-SHA256`; others may come.</summary>
        public string Algorithm => GetText("algorithm");

        /// <summary>The headers to send, by name.</summary>
        public PreparedHeaders Headers => GetObject("headers", json => new PreparedHeaders(json));

        /// <summary>When the signature stops being valid, ISO 8601 in UTC.</summary>
        public string ExpiresAt => GetText("expires_at");
    }

    /// <summary>The figures of one payment service provider (PSP).</summary>
    public sealed class PspFigures : GatewayData
    {
        internal PspFigures(JsonObject json) : base(json) { }

        /// <summary>The provider, `mellat` for example.</summary>
        public string Psp => GetText("psp");

        /// <summary>A number of transactions.</summary>
        public long? Transactions => GetWhole("transactions");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? Amount => GetAmount("amount");
    }

    /// <summary>A refund.</summary>
    public sealed class Refund : GatewayData
    {
        internal Refund(JsonObject json) : base(json) { }

        /// <summary>Identifier of a refund.</summary>
        public string RefundCode => GetText("refund_code");

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>The reason given with the request, or null.</summary>
        public string Reason => GetText("reason");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");
    }

    /// <summary>The refund that was paid out.</summary>
    public sealed class RefundCompletedData : GatewayData
    {
        internal RefundCompletedData(JsonObject json) : base(json) { }

        /// <summary>Identifier of a refund.</summary>
        public string RefundCode => GetText("refund_code");

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CompletedAt => GetText("completed_at");
    }

    /// <summary>The refund that was registered.</summary>
    public sealed class RefundCreatedData : GatewayData
    {
        internal RefundCreatedData(JsonObject json) : base(json) { }

        /// <summary>Identifier of a refund.</summary>
        public string RefundCode => GetText("refund_code");

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Status of a refund. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>The reason given with the request, or null.</summary>
        public string Reason => GetText("reason");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");
    }

    /// <summary>The refund and facts about this answer.</summary>
    public sealed class RefundCreatedResponseData : GatewayData
    {
        internal RefundCreatedResponseData(JsonObject json) : base(json) { }

        /// <summary>A refund.</summary>
        public Refund Refund => GetObject("refund", json => new Refund(json));

        /// <summary>Facts about this answer.</summary>
        public VerificationMeta Meta => GetObject("meta", json => new VerificationMeta(json));
    }

    /// <summary>The payment to refund.</summary>
    public sealed class RefundRequest : GatewayRequest
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority { get; set; }

        /// <summary>Amount of a refund in rials; at most what is left of the payment.</summary>
        public Rials? Amount { get; set; }

        /// <summary>Why the money goes back.</summary>
        public string Reason { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "authority", Authority);
            Put(json, "amount", Amount);
            Put(json, "reason", Reason);
            return json;
        }
    }

    /// <summary>The first and the last day of the report, both included.</summary>
    public sealed class ReportPeriod : GatewayData
    {
        internal ReportPeriod(JsonObject json) : base(json) { }

        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        public string From => GetText("from");

        /// <summary>A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`.</summary>
        public string To => GetText("to");
    }

    /// <summary>The payment that was completed or verified.</summary>
    public sealed class SettledPaymentData : GatewayData
    {
        internal SettledPaymentData(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Your own identifier of the order.</summary>
        public string OrderId => GetText("order_id");

        /// <summary>Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.</summary>
        public string RefCode => GetText("ref_code");

        /// <summary>The payer's card number with its first six and last four digits.</summary>
        public string Pan => GetText("pan");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string VerifiedAt => GetText("verified_at");
    }

    /// <summary>The batch that is transferred to your account.</summary>
    public sealed class SettlementData : GatewayData
    {
        internal SettlementData(JsonObject json) : base(json) { }

        /// <summary>Identifier of the settlement.</summary>
        public string SettlementCode => GetText("settlement_code");

        /// <summary>A sum of amounts in rials.</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Status of the settlement. Known today: `pending`, `completed`, `failed`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>The days that the settlement covers. Its form is not documented; keep it as text.</summary>
        public string Period => GetText("period");
    }

    /// <summary>How many transactions have one status.</summary>
    public sealed class StatusFigures : GatewayData
    {
        internal StatusFigures(JsonObject json) : base(json) { }

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>A number of transactions.</summary>
        public long? Count => GetWhole("count");
    }

    /// <summary>Everything the gateway tells of a transaction.</summary>
    public sealed class Transaction : GatewayData
    {
        internal Transaction(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Your own identifier of the order.</summary>
        public string OrderId => GetText("order_id");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>The state inside the gateway, for debugging only. Do not build logic on it.</summary>
        public string WorkflowState => GetText("workflow_state");

        /// <summary>The description given at creation, or null.</summary>
        public string Description => GetText("description");

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        public string RefCode => GetText("ref_code");

        /// <summary>The address in your shop to which the payer returns after paying.</summary>
        public string CallbackUrl => GetText("callback_url");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string UpdatedAt => GetText("updated_at");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string ExpiresAt => GetText("expires_at");

        /// <summary>Whether the payment ran out of time.</summary>
        public bool? IsExpired => GetFlag("is_expired");

        /// <summary>Whether createVerification would be accepted now.</summary>
        public bool? CanBeVerified => GetFlag("can_be_verified");

        /// <summary>200 when verified; null as long as it is not. No other number is documented.</summary>
        public long? VerificationStatus => GetWhole("verification_status");
    }

    /// <summary>The transactions and where this page stands among all.</summary>
    public sealed class TransactionListResponseData : GatewayData
    {
        internal TransactionListResponseData(JsonObject json) : base(json) { }

        /// <summary>The transactions of this page, newest first.</summary>
        public IReadOnlyList<TransactionSummary> Transactions => GetList("transactions", json => new TransactionSummary(json));

        /// <summary>Where a page stands among all.</summary>
        public Pagination Pagination => GetObject("pagination", json => new Pagination(json));
    }

    /// <summary>The transaction.</summary>
    public sealed class TransactionResponseData : GatewayData
    {
        internal TransactionResponseData(JsonObject json) : base(json) { }

        /// <summary>Everything the gateway tells of a transaction.</summary>
        public Transaction Transaction => GetObject("transaction", json => new Transaction(json));
    }

    /// <summary>A transaction in a list.</summary>
    public sealed class TransactionSummary : GatewayData
    {
        internal TransactionSummary(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>Your own identifier of the order.</summary>
        public string OrderId => GetText("order_id");

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        public string RefCode => GetText("ref_code");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");

        /// <summary>A Jalali moment as in JalaliDateTime; null as long as it has not come.</summary>
        public string VerifiedAt => GetText("verified_at");
    }

    /// <summary>The payment that brought no money.</summary>
    public sealed class UnsettledPaymentData : GatewayData
    {
        internal UnsettledPaymentData(JsonObject json) : base(json) { }

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>Public status of a payment. A payment that has been paid but not yet verified is still `pending`. Known today: `pending`, `completed`, `failed`, `timeout`, `cancelled`, `unknown`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>What happened, in Persian.</summary>
        public string Message => GetText("message");
    }

    /// <summary>A verification that has succeeded.</summary>
    public sealed class Verification : GatewayData
    {
        internal Verification(JsonObject json) : base(json) { }

        /// <summary>Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it.</summary>
        public string RefId => GetText("ref_id");

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string VerifiedAt => GetText("verified_at");
    }

    /// <summary>Facts about this answer.</summary>
    public sealed class VerificationMeta : GatewayData
    {
        internal VerificationMeta(JsonObject json) : base(json) { }

        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        public string RequestId => GetText("request_id");

        /// <summary>How long the gateway worked on the answer, in milliseconds.</summary>
        public long? ProcessingTimeMs => GetWhole("processing_time_ms");
    }

    /// <summary>The payment to verify, from your own record.</summary>
    public sealed class VerificationRequest : GatewayRequest
    {
        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority { get; set; }

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount { get; set; }

        /// <summary>Your own identifier of the order.</summary>
        public string OrderId { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "authority", Authority);
            Demand(json, "amount", Amount);
            Put(json, "order_id", OrderId);
            return json;
        }
    }

    /// <summary>The verification and facts about this answer.</summary>
    public sealed class VerificationResponseData : GatewayData
    {
        internal VerificationResponseData(JsonObject json) : base(json) { }

        /// <summary>Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.</summary>
        public VerificationState Verification => GetObject("verification", json => new VerificationState(json));

        /// <summary>Facts about this answer.</summary>
        public VerificationStateMeta Meta => GetObject("meta", json => new VerificationStateMeta(json));
    }

    /// <summary>Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together.</summary>
    public sealed class VerificationState : GatewayData
    {
        internal VerificationState(JsonObject json) : base(json) { }

        /// <summary>Reference number of the bank; null as long as the payment has not been verified.</summary>
        public string RefId => GetText("ref_id");

        /// <summary>Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits.</summary>
        public string Authority => GetText("authority");

        /// <summary>Amount of a payment in rials (ten rials are one toman).</summary>
        public Rials? Amount => GetAmount("amount");

        /// <summary>A Jalali moment as in JalaliDateTime; null as long as it has not come.</summary>
        public string VerifiedAt => GetText("verified_at");
    }

    /// <summary>Facts about this answer.</summary>
    public sealed class VerificationStateMeta : GatewayData
    {
        internal VerificationStateMeta(JsonObject json) : base(json) { }

        /// <summary>Identifier of this request at the gateway. Quote it when you ask the support about an answer.</summary>
        public string RequestId => GetText("request_id");
    }

    /// <summary>The verification and facts about this answer.</summary>
    public sealed class VerifiedData : GatewayData
    {
        internal VerifiedData(JsonObject json) : base(json) { }

        /// <summary>A verification that has succeeded.</summary>
        public Verification Verification => GetObject("verification", json => new Verification(json));

        /// <summary>Facts about this answer.</summary>
        public VerificationMeta Meta => GetObject("meta", json => new VerificationMeta(json));
    }

    /// <summary>A registered webhook.</summary>
    public sealed class Webhook : GatewayData
    {
        internal Webhook(JsonObject json) : base(json) { }

        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        public string Id => GetText("id");

        /// <summary>The HTTPS address that receives the events.</summary>
        public string Url => GetText("url");

        /// <summary>The events that are sent to it.</summary>
        public IReadOnlyList<string> Events => GetTexts("events");

        /// <summary>Masked when you chose the secret yourself; the secret itself when the gateway made it. Store it now, it is not shown again.</summary>
        public string Secret => GetText("secret");

        /// <summary>Whether events are sent to it.</summary>
        public bool? IsActive => GetFlag("is_active");

        /// <summary>A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`.</summary>
        public string CreatedAt => GetText("created_at");
    }

    /// <summary>The events and the requirements.</summary>
    public sealed class WebhookEventsResponseData : GatewayData
    {
        internal WebhookEventsResponseData(JsonObject json) : base(json) { }

        /// <summary>The events by name, each with a short English description. The twelve of today are always among them; the gateway may add others. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `payment.reversed`, `verification.completed`, `verification.failed`, `refund.created`, `refund.completed`, `settlement.created`, `settlement.completed`, `settlement.failed`; others may come.</summary>
        public IReadOnlyDictionary<string, string> Events => GetTextsByName("events");

        /// <summary>What the gateway expects of an endpoint, in English sentences.</summary>
        public WebhookRequirements WebhookRequirements => GetObject("webhook_requirements", json => new WebhookRequirements(json));
    }

    /// <summary>What the gateway expects of an endpoint, in English sentences.</summary>
    public sealed class WebhookRequirements : GatewayData
    {
        internal WebhookRequirements(JsonObject json) : base(json) { }

        /// <summary>The kind of address.</summary>
        public string Url => GetText("url");

        /// <summary>How long the gateway waits for an answer.</summary>
        public string ResponseTimeout => GetText("response_timeout");

        /// <summary>How often it tries again.</summary>
        public string RetryAttempts => GetText("retry_attempts");

        /// <summary>Which answers count as received.</summary>
        public string ExpectedResponse => GetText("expected_response");

        /// <summary>Where the signature stands.</summary>
        public string SignatureHeader => GetText("signature_header");
    }

    /// <summary>The address and its events.</summary>
    public sealed class WebhookSubscriptionRequest : GatewayRequest
    {
        /// <summary>The HTTPS address that receives the events.</summary>
        public string Url { get; set; }

        /// <summary>The events to send to it, at least one.</summary>
        public IEnumerable<string> Events { get; set; }

        /// <summary>Key of the signatures, shared between you and the gateway. When it is missing, the gateway makes one of 64 hexadecimal digits.</summary>
        public string Secret { get; set; }

        /// <summary>A short text by which you recognise this webhook.</summary>
        public string Description { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "url", Url);
            Demand(json, "events", Events);
            Put(json, "secret", Secret);
            Put(json, "description", Description);
            return json;
        }
    }

    /// <summary>The webhook.</summary>
    public sealed class WebhookSubscriptionResponseData : GatewayData
    {
        internal WebhookSubscriptionResponseData(JsonObject json) : base(json) { }

        /// <summary>A registered webhook.</summary>
        public Webhook Webhook => GetObject("webhook", json => new Webhook(json));
    }

    /// <summary>The webhook and the event to send.</summary>
    public sealed class WebhookTestRequest : GatewayRequest
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        public string WebhookId { get; set; }

        /// <summary>An event of which a sample can be sent.</summary>
        public string EventType { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "webhook_id", WebhookId);
            Demand(json, "event_type", EventType);
            return json;
        }
    }

    /// <summary>What was sent and how it was received.</summary>
    public sealed class WebhookTestResponseData : GatewayData
    {
        internal WebhookTestResponseData(JsonObject json) : base(json) { }

        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        public string WebhookId => GetText("webhook_id");

        /// <summary>An event of which a sample can be sent. Known today: `payment.created`, `payment.completed`, `payment.failed`, `payment.cancelled`, `refund.created`, `refund.completed`, `verification.completed`; others may come.</summary>
        public string EventType => GetText("event_type");

        /// <summary>How your endpoint received the sample.</summary>
        public WebhookTestResult TestResult => GetObject("test_result", json => new WebhookTestResult(json));
    }

    /// <summary>How your endpoint received the sample.</summary>
    public sealed class WebhookTestResult : GatewayData
    {
        internal WebhookTestResult(JsonObject json) : base(json) { }

        /// <summary>Whether your endpoint answered with 2xx in time. Known today: `success`, `failed`; others may come.</summary>
        public string Status => GetText("status");

        /// <summary>The HTTP status of your endpoint; null when it did not answer.</summary>
        public long? ResponseCode => GetWhole("response_code");

        /// <summary>How long your endpoint took, in milliseconds; null when it was not measured.</summary>
        public double? ResponseTime => GetNumber("response_time");

        /// <summary>Why it failed; null when it did not.</summary>
        public string Error => GetText("error");
    }

    /// <summary>The webhook to deactivate.</summary>
    public sealed class WebhookUnsubscriptionRequest : GatewayRequest
    {
        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        public string WebhookId { get; set; }

        internal override JsonObject ToJson()
        {
            var json = new JsonObject();
            Demand(json, "webhook_id", WebhookId);
            return json;
        }
    }

    /// <summary>Which webhook was deactivated.</summary>
    public sealed class WebhookUnsubscriptionResponseData : GatewayData
    {
        internal WebhookUnsubscriptionResponseData(JsonObject json) : base(json) { }

        /// <summary>Identifier of a webhook, from the answer of subscribeWebhook.</summary>
        public string WebhookId => GetText("webhook_id");

        /// <summary>Says that no more events are sent to it. Known today: `unsubscribed`; others may come.</summary>
        public string Status => GetText("status");
    }
}
