// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    public sealed partial class IranDargahClient
    {
        /// <summary>Get a payment. Returns a payment of your terminal with its public status. Poll it when a callback has not come; a missing callback does not mean that the payer has not paid.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<PaymentData> GetPaymentAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForAuthority(Facts.GetPayment, authority), json => new PaymentData(json), cancellationToken);
        }

        /// <summary>Cancel a payment. Cancels a pending payment, so that its page can no longer be paid. A payment that has been paid, has failed, has expired or is cancelled already is not changed. The request has no body.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<PaymentData> CancelPaymentAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForAuthority(Facts.CancelPayment, authority), json => new PaymentData(json), cancellationToken);
        }

        /// <summary>Verify a payment. Confirms a paid payment with the bank, once. Send the authority and the amount from your own record, never those that a callback brought. Without a verification the money is not yours; we assume that it goes back to the payer. Of several concurrent verifications exactly one succeeds; the others get the code -21.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<VerifiedData> CreateVerificationAsync(VerificationRequest body, string idempotencyKey = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.CreateVerification, body, idempotencyKey), json => new VerifiedData(json), cancellationToken);
        }

        /// <summary>Get the state of a verification. Tells whether and when a payment was verified. For a payment that exists but is not verified, `ref_id` and `verified_at` are null.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<VerificationResponseData> GetVerificationAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForAuthority(Facts.GetVerification, authority), json => new VerificationResponseData(json), cancellationToken);
        }

        /// <summary>Retry a verification. Repeats a verification that failed, because the bank could not be reached for example. It uses the amount of the payment itself, so compare that with your own record first. The request has no body.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<VerifiedData> RetryVerificationAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForAuthority(Facts.RetryVerification, authority), json => new VerifiedData(json), cancellationToken);
        }

        /// <summary>List transactions. Lists the transactions of your terminal, newest first. The dates are days of the Jalali calendar in the zone Asia/Tehran and both belong to the range.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<TransactionListResponseData> ListTransactionsAsync(string fromDate = null, string toDate = null, long? page = null, long? perPage = null, string status = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.ListTransactions, Asked("from_date", fromDate), Asked("to_date", toDate), Asked("page", page), Asked("per_page", perPage), Asked("status", status)), json => new TransactionListResponseData(json), cancellationToken);
        }

        /// <summary>Get a transaction. Returns a transaction with its details: the internal state for debugging, its expiry, and whether it can be verified now.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<TransactionResponseData> GetTransactionAsync(string authority, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForAuthority(Facts.GetTransaction, authority), json => new TransactionResponseData(json), cancellationToken);
        }

        /// <summary>Refund a payment. Asks for the money of a verified payment to be returned to the payer. The documentation names this operation by its rate limit and its events only: treat every field as an assumption until the gateway confirms it.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<RefundCreatedResponseData> CreateRefundAsync(RefundRequest body, string idempotencyKey = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.CreateRefund, body, idempotencyKey), json => new RefundCreatedResponseData(json), cancellationToken);
        }

        /// <summary>Get the report of a day. Sums up the transactions that were created on a Jalali day in the zone Asia/Tehran: totals, and by hour, payment method and status.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<DailyReport> GetDailyReportAsync(string date = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.GetDailyReport, Asked("date", date)), json => new DailyReport(json), cancellationToken);
        }

        /// <summary>Get the report of a month. Sums up the transactions that were created in a Jalali month in the zone Asia/Tehran: totals, and by day, payment method and payment service provider (PSP).</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<MonthlyReport> GetMonthlyReportAsync(string month = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.GetMonthlyReport, Asked("month", month)), json => new MonthlyReport(json), cancellationToken);
        }

        /// <summary>Subscribe a webhook. Registers an HTTPS address for one or more events. When you send no secret, the gateway makes one of 64 hexadecimal digits, which stands in this one answer only; a secret of your own comes back masked.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<WebhookSubscriptionResponseData> SubscribeWebhookAsync(WebhookSubscriptionRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.SubscribeWebhook, body, null), json => new WebhookSubscriptionResponseData(json), cancellationToken);
        }

        /// <summary>List the events. Returns the events that can be subscribed, each with a short English description, and what the gateway expects of your endpoint.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<WebhookEventsResponseData> ListWebhookEventsAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.ListWebhookEvents), json => new WebhookEventsResponseData(json), cancellationToken);
        }

        /// <summary>Unsubscribe a webhook. Deactivates a webhook. Its record is kept, but no event is sent to it any more.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<WebhookUnsubscriptionResponseData> UnsubscribeWebhookAsync(WebhookUnsubscriptionRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.UnsubscribeWebhook, body, null), json => new WebhookUnsubscriptionResponseData(json), cancellationToken);
        }

        /// <summary>Test a webhook. Sends a sample of the event to the address of the webhook at once and tells how it answered, so that you can try your endpoint before real money depends on it.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<WebhookTestResponseData> TestWebhookAsync(WebhookTestRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.TestWebhook, body, null), json => new WebhookTestResponseData(json), cancellationToken);
        }

        /// <summary>Have a request signed. Returns the signature headers and an idempotency key for a request that you are about to send. The signature covers the compact JSON of `data` (no blanks, slashes and Unicode not escaped, the order of the keys kept) and is valid for the signing tolerance. Send exactly those bytes.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<PreparedRequestResponse> PrepareRequestAsync(PrepareRequest body, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForBody(Facts.PrepareRequest, body, null), json => new PreparedRequestResponse(json), cancellationToken);
        }

        /// <summary>Get an idempotency key. Returns a new unique key for the header `Idempotency-Key`. A random UUID of your own serves as well and saves the round trip. No token is needed.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<IdempotencyKeyResponse> GetIdempotencyKeyAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.GetIdempotencyKey), json => new IdempotencyKeyResponse(json), cancellationToken);
        }

        /// <summary>Check the health. Tells whether the API is up, with its version. No token is needed.</summary>
        /// <exception cref="IranDargahException">The call has failed.</exception>
        public Task<HealthResponse> GetHealthAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return CallAsync(ForQuery(Facts.GetHealth), json => new HealthResponse(json), cancellationToken);
        }
    }
}
