package com.irandargah.signing;

import java.io.IOException;

/** What the verifiers throw: nothing of the message may be believed. */
public final class SignatureRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public SignatureRefusedException(Reason reason) {
        super("The signature is refused: " + reason.word().replace('_', ' ') + ".");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
