// The three questions by which a verification is settled, each asked only if the one before left something open.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    internal sealed class PaymentVerification
    {
        private readonly Func<Question, CancellationToken, Task<JsonObject>> ask;
        private readonly IStoredPayment payment;
        private readonly CancellationToken cancellationToken;

        public PaymentVerification(
            Func<Question, CancellationToken, Task<JsonObject>> ask, IStoredPayment payment,
            CancellationToken cancellationToken)
        {
            this.ask = ask;
            this.payment = payment;
            this.cancellationToken = cancellationToken;
        }

        /// <summary>An answer, or why there is none.</summary>
        private struct Told
        {
            public JsonObject Data;
            public IranDargahException Error;
        }

        private async Task<Told> TryAsync(Question question)
        {
            try
            {
                return new Told { Data = await ask(question, cancellationToken).ConfigureAwait(false) };
            }
            catch (IranDargahException error)
            {
                return new Told { Error = error };
            }
        }

        /// <summary>Whether the gateway answered with a verification or a transaction that is not the one we asked about.</summary>
        private static bool IsAboutAnother(IranDargahException error) => error.Fault == "other_payment";

        /// <summary>Whether the gateway understood the question and has nothing to show for it.</summary>
        private static bool HasNothing(IranDargahException error)
        {
            return error.Code == ErrorCode.TransactionNotFound || error.Code == ErrorCode.Validation;
        }

        private bool HasOtherAmount(JsonObject record)
        {
            var amount = record.Get("amount");
            return amount is JsonNumber && JsonNumber.Whole(amount) != payment.Amount.Value;
        }

        public async Task<PaymentOutcome> RunAsync()
        {
            var request = new VerificationRequest
            {
                Authority = payment.Authority, Amount = payment.Amount, OrderId = payment.OrderId,
            };
            var verified = await TryAsync(IranDargahClient.ForBody(Facts.CreateVerification, request, null)).ConfigureAwait(false);
            // Without a proof of this authority and this amount the call would have failed.
            if (verified.Data != null)
            {
                return new PaymentOutcome.Paid(Evidence.ProofOf(verified.Data.GetObject("verification")), false);
            }
            var error = verified.Error;
            var mismatch = new PaymentOutcome.Mismatch(error);
            var unknown = new PaymentOutcome.Unknown(error);

            if (error.Code == ErrorCode.TransactionNotFound || IsAboutAnother(error)) return mismatch;
            var already = error.Code == ErrorCode.AlreadyVerified;
            var refused = error.Code == ErrorCode.Validation;
            var said = refused ? Evidence.UnpaidBecause(error.Reason) : null;
            if (said != null) return new PaymentOutcome.NotPaid(said, error);
            if (!already && !refused && !error.MayHaveActed) return unknown;

            var found = await TryAsync(IranDargahClient.ForAuthority(Facts.GetVerification, payment.Authority)).ConfigureAwait(false);
            if (found.Data != null)
            {
                var verification = found.Data.GetObject("verification");
                if (HasOtherAmount(verification)) return mismatch;
                var known = Evidence.ProofOf(verification);
                if (known != null && verification.Get("amount") is JsonNumber) return new PaymentOutcome.Paid(known, true);
                if (already || !Evidence.HasNoTrace(verification)) return unknown;
            }
            else
            {
                if (IsAboutAnother(found.Error)) return mismatch;
                if (already || !HasNothing(found.Error)) return new PaymentOutcome.Unknown(found.Error);
            }

            var seen = await TryAsync(IranDargahClient.ForAuthority(Facts.GetTransaction, payment.Authority)).ConfigureAwait(false);
            if (seen.Data == null)
            {
                var strange = IsAboutAnother(seen.Error) || (refused && HasNothing(seen.Error));
                return strange ? (PaymentOutcome)mismatch : unknown;
            }
            var transaction = seen.Data.GetObject("transaction");
            if (HasOtherAmount(transaction)) return mismatch;
            var order = transaction.GetText("order_id");
            if (order != null && order != payment.OrderId) return mismatch;
            var unpaid = Evidence.UnpaidBy(transaction);
            return unpaid == null ? (PaymentOutcome)unknown : new PaymentOutcome.NotPaid(unpaid, error);
        }
    }
}
