package com.irandargah.signing;

import java.util.Locale;

/** Why a signature is refused; the words are those of contract-tests/vectors in capitals. */
public enum Reason {
    HEADERS_MISSING,
    TIMESTAMP_MALFORMED,
    TIMESTAMP_OUTSIDE_TOLERANCE,
    SIGNATURE_MALFORMED,
    SIGNATURE_MISMATCH,
    BODY_MALFORMED,
    DATA_MISSING,
    EVENT_MISMATCH,
    BODY_SIGNATURE_MISMATCH;

    /** The word of contract-tests/vectors. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
