// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

namespace IranDargah
{
    /// <summary>The names of the events of today; others may come.</summary>
    public static class EventName
    {
        public const string PaymentCreated = "payment.created";
        public const string PaymentCompleted = "payment.completed";
        public const string PaymentFailed = "payment.failed";
        public const string PaymentCancelled = "payment.cancelled";
        public const string PaymentReversed = "payment.reversed";
        public const string VerificationCompleted = "verification.completed";
        public const string VerificationFailed = "verification.failed";
        public const string RefundCreated = "refund.created";
        public const string RefundCompleted = "refund.completed";
        public const string SettlementCreated = "settlement.created";
        public const string SettlementCompleted = "settlement.completed";
        public const string SettlementFailed = "settlement.failed";
    }

    /// <summary>Gives the data of an event its class.</summary>
    internal static class EventData
    {
        public static GatewayData Of(string name, JsonObject data)
        {
            switch (name)
            {
                case "payment.created": return new PaymentCreatedData(data);
                case "payment.completed": return new SettledPaymentData(data);
                case "payment.failed": return new UnsettledPaymentData(data);
                case "payment.cancelled": return new UnsettledPaymentData(data);
                case "payment.reversed": return new UnsettledPaymentData(data);
                case "verification.completed": return new SettledPaymentData(data);
                case "verification.failed": return new UnsettledPaymentData(data);
                case "refund.created": return new RefundCreatedData(data);
                case "refund.completed": return new RefundCompletedData(data);
                case "settlement.created": return new SettlementData(data);
                case "settlement.completed": return new SettlementData(data);
                case "settlement.failed": return new SettlementData(data);
                default: return new GatewayData(data);
            }
        }
    }
}
