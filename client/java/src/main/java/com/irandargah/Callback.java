package com.irandargah;

/**
 * The payer's return, compared with your record. Call {@code verifyPayment} next, whatever it claims.
 *
 * @param <P> your record
 */
public final class Callback<P extends StoredPayment> {
    /** What a callback claims; nothing of it is proof. */
    public enum Claim {
        /** The payer has paid, and waits for your verification. */
        AWAITING_VERIFICATION,
        /** The payment was verified at once. */
        VERIFIED,
        /** Nothing was paid. */
        NOT_PAID,
        /** A code of tomorrow. */
        UNKNOWN;

        /**
         * The claim as every language of this project has it.
         *
         * @return in small letters
         */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final P payment;
    private final Claim claim;
    private final String message;

    Callback(P payment, Claim claim, String message) {
        this.payment = payment;
        this.claim = claim;
        this.message = message;
    }

    /**
     * Your own record.
     *
     * @return what your lookup returned
     */
    public P payment() {
        return payment;
    }

    /**
     * What the callback claims.
     *
     * @return only fit to be shown before the verification
     */
    public Claim claim() {
        return claim;
    }

    /**
     * What the callback says to the payer, which proves nothing: escape it.
     *
     * @return empty when it says nothing
     */
    public String unprovenMessage() {
        return message;
    }
}
