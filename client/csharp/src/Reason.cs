namespace IranDargah.Signing
{
    /// <summary>Why a signature is refused; the words are those of contract-tests/vectors in Pascal case.</summary>
    public enum Reason
    {
        HeadersMissing,
        TimestampMalformed,
        TimestampOutsideTolerance,
        SignatureMalformed,
        SignatureMismatch,
        BodyMalformed,
        DataMissing,
        EventMismatch,
        BodySignatureMismatch,
    }
}
