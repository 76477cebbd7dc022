namespace IranDargah.Signing
{
    /// <summary>A webhook whose signature is right.</summary>
    public sealed class WebhookEvent
    {
        /// <summary>The same at every attempt: handle each once. Null when the header is missing.</summary>
        public string Id { get; }

        /// <summary>What happened, such as payment.completed.</summary>
        public string Name { get; }

        /// <summary>
        /// What is signed, as JSON whose whole numbers have neither fraction nor exponent. Before you deliver, ask
        /// GetPaymentAsync for the authority in it.
        /// </summary>
        public string Data { get; }

        internal WebhookEvent(string id, string name, string data)
        {
            Id = id;
            Name = name;
            Data = data;
        }
    }
}
