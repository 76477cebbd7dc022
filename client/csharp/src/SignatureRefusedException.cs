using System;

namespace IranDargah.Signing
{
    /// <summary>What the verifiers throw: nothing of the message may be believed.</summary>
    public sealed class SignatureRefusedException : Exception
    {
        public Reason Reason { get; }

        public SignatureRefusedException(Reason reason) : base("The signature is refused: " + reason + ".")
        {
            Reason = reason;
        }
    }
}
