// What proves that a payment was verified, and what is left to say when nothing does (docs/decisions/0082).
using System.Linq;

namespace IranDargah
{
    /// <summary>The two values that exist only once a payment is verified.</summary>
    internal sealed class Proof
    {
        public string RefId { get; set; }

        public string VerifiedAt { get; set; }
    }

    /// <summary>Why a payment is not paid, in the gateway's words, and whether it stays so.</summary>
    internal sealed class Unpaid
    {
        public string Reason { get; set; }

        public bool IsFinal { get; set; }
    }

    internal static class Evidence
    {
        // A reference of zeros is none, and a moment needs a digit that is not zero.
        private static bool IsReference(object value)
        {
            return value is string text && text.Any(one => !JsonObject.IsBlank(one) && one != '0' && one != '-');
        }

        private static bool IsMoment(object value)
        {
            return value is string text && text.Any(one => (one >= '1' && one <= '9') || (one >= '۱' && one <= '۹'));
        }

        /// <summary>The proof that a verification was made, if it has both its values; whatever else they hold is none.</summary>
        public static Proof ProofOf(JsonObject claim)
        {
            var reference = claim.Get("ref_id");
            var moment = claim.Get("verified_at");
            return IsReference(reference) && IsMoment(moment)
                ? new Proof { RefId = (string)reference, VerifiedAt = (string)moment }
                : null;
        }

        /// <summary>Whether nothing at all speaks for a verification.</summary>
        public static bool HasNoTrace(JsonObject claim)
        {
            return !IsReference(claim.Get("ref_id")) && !IsMoment(claim.Get("verified_at"));
        }

        /// <summary>What the gateway's own word says of an unpaid payment; null for any word that does not say so.</summary>
        public static Unpaid UnpaidBecause(string reason)
        {
            switch (reason)
            {
                case "payment_unpaid": return new Unpaid { Reason = reason, IsFinal = false };
                case "payment_failed":
                case "payment_expired":
                case "payment_cancelled": return new Unpaid { Reason = reason, IsFinal = true };
                default: return null;
            }
        }

        /// <summary>What a transaction says of a payment without a trace of a verification; null when it may have been
        /// paid.</summary>
        public static Unpaid UnpaidBy(JsonObject transaction)
        {
            var verifiable = transaction.Get("can_be_verified");
            // Whatever is there and is not a plain no may be a yes.
            if (verifiable != null && !false.Equals(verifiable)) return null;
            switch (transaction.Get("status") as string)
            {
                case "pending": return false.Equals(verifiable) ? UnpaidBecause("payment_unpaid") : null;
                case "failed": return UnpaidBecause("payment_failed");
                case "timeout": return UnpaidBecause("payment_expired");
                case "cancelled": return UnpaidBecause("payment_cancelled");
                default: return null;
            }
        }
    }
}
