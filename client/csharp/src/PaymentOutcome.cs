// What the shop has stored of a payment, and what a verification says about it.
namespace IranDargah
{
    /// <summary>What your own database knows about a payment since you created it.</summary>
    public interface IStoredPayment
    {
        string Authority { get; }

        Rials Amount { get; }

        string OrderId { get; }
    }

    /// <summary>A stored payment for those who have no class of their own for it.</summary>
    public sealed class StoredPayment : IStoredPayment
    {
        public string Authority { get; }

        public Rials Amount { get; }

        public string OrderId { get; }

        public StoredPayment(string authority, Rials amount, string orderId)
        {
            Authority = authority;
            Amount = amount;
            OrderId = orderId;
        }
    }

    /// <summary>A payment that has just been created: store its authority with your order, then send the payer on.</summary>
    public sealed class CreatedPayment
    {
        public string Authority { get; }

        /// <summary>The page to which you send the payer.</summary>
        public string GatewayUrl { get; }

        /// <summary>Jalali, in the zone of Tehran; null when the gateway did not say.</summary>
        public string ExpiresAt { get; }

        /// <summary>The key of this logical request: yours, or the one that was made.</summary>
        public string IdempotencyKey { get; }

        /// <summary>All that came.</summary>
        public PaymentCreatedResponseData Data { get; }

        internal CreatedPayment(PaymentCreatedResponseData data, string idempotencyKey)
        {
            Authority = data.Transaction.Authority;
            GatewayUrl = data.Transaction.GatewayUrl;
            ExpiresAt = data.Transaction.ExpiresAt;
            IdempotencyKey = idempotencyKey;
            Data = data;
        }
    }

    /// <summary>Whether a payment is your money: Paid, NotPaid, Mismatch or Unknown, and nothing else.</summary>
    public abstract class PaymentOutcome
    {
        private PaymentOutcome() { }

        /// <summary>The money is yours: mark the order as paid if it is not, in one conditional update, and deliver.</summary>
        public sealed class Paid : PaymentOutcome
        {
            /// <summary>Reference of the bank.</summary>
            public string RefId { get; }

            /// <summary>Jalali, YYYY-MM-DD HH:mm:ss.</summary>
            public string VerifiedAt { get; }

            /// <summary>Verified before this call: after a lost answer, a reloaded page, or by direct_verify.</summary>
            public bool AlreadyVerified { get; }

            internal Paid(Proof proof, bool alreadyVerified)
            {
                RefId = proof.RefId;
                VerifiedAt = proof.VerifiedAt;
                AlreadyVerified = alreadyVerified;
            }
        }

        /// <summary>The money is not yours: unpaid, or on its way back.</summary>
        public sealed class NotPaid : PaymentOutcome
        {
            /// <summary>payment_unpaid, payment_failed, payment_expired or payment_cancelled.</summary>
            public string Reason { get; }

            /// <summary>Whether it stays so. Otherwise the payer may still pay: verify again later.</summary>
            public bool IsFinal { get; }

            public IranDargahException Error { get; }

            internal NotPaid(Unpaid unpaid, IranDargahException error)
            {
                Reason = unpaid.Reason;
                IsFinal = unpaid.IsFinal;
                Error = error;
            }
        }

        /// <summary>The gateway's record is not yours: do not deliver, and let a person look.</summary>
        public sealed class Mismatch : PaymentOutcome
        {
            public IranDargahException Error { get; }

            internal Mismatch(IranDargahException error)
            {
                Error = error;
            }
        }

        /// <summary>Nobody knows yet. Tell the payer that it is being checked, and verify again later.</summary>
        public sealed class Unknown : PaymentOutcome
        {
            public IranDargahException Error { get; }

            internal Unknown(IranDargahException error)
            {
                Error = error;
            }
        }
    }
}
