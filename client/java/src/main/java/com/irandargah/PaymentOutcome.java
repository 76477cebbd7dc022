package com.irandargah;

import java.util.function.Function;

/** What has become of a payment: one of four, and {@link #match} has the compiler see to it that none is forgotten. */
public abstract class PaymentOutcome {
    private final IranDargahException error;

    private PaymentOutcome(IranDargahException error) {
        this.error = error;
    }

    /**
     * Does what belongs to the outcome.
     *
     * @param <T> what comes of it
     * @param paid when the money is yours
     * @param notPaid when it is not
     * @param mismatch when the gateway's record is not yours
     * @param unknown when nobody knows yet
     * @return what the one that was called returns
     */
    public abstract <T> T match(
        Function<? super Paid, ? extends T> paid,
        Function<? super NotPaid, ? extends T> notPaid,
        Function<? super Mismatch, ? extends T> mismatch,
        Function<? super Unknown, ? extends T> unknown);

    /**
     * What the gateway said instead of "paid".
     *
     * @return null when it is paid
     */
    public final IranDargahException error() {
        return error;
    }

    /**
     * The money is yours: mark the order as paid if it is not, in one conditional update, and deliver.
     */
    public static final class Paid extends PaymentOutcome {
        private final JsonObject proof;
        private final boolean alreadyVerified;

        Paid(JsonObject proof, boolean alreadyVerified) {
            super(null);
            this.proof = proof;
            this.alreadyVerified = alreadyVerified;
        }

        /**
         * Reference of the bank.
         *
         * @return never null
         */
        public String refId() {
            return proof.text("ref_id");
        }

        /**
         * When it was verified, in the Jalali calendar.
         *
         * @return never null
         */
        public String verifiedAt() {
            return proof.text("verified_at");
        }

        /**
         * Whether it was verified before this call: after a lost answer, a reloaded page, or by direct_verify.
         *
         * @return true when it was
         */
        public boolean alreadyVerified() {
            return alreadyVerified;
        }

        @Override
        public <T> T match(Function<? super Paid, ? extends T> paid, Function<? super NotPaid, ? extends T> notPaid,
            Function<? super Mismatch, ? extends T> mismatch, Function<? super Unknown, ? extends T> unknown) {
            return paid.apply(this);
        }
    }

    /** The money is not yours: unpaid, or on its way back. */
    public static final class NotPaid extends PaymentOutcome {
        private final String reason;
        private final boolean isFinal;

        NotPaid(String reason, boolean isFinal, IranDargahException error) {
            super(error);
            this.reason = reason;
            this.isFinal = isFinal;
        }

        /**
         * Why, in the gateway's words.
         *
         * @return payment_unpaid, payment_failed, payment_expired or payment_cancelled
         */
        public String reason() {
            return reason;
        }

        /**
         * Whether it stays so. Otherwise the payer may still pay: verify again later.
         *
         * @return true when it does
         */
        public boolean isFinal() {
            return isFinal;
        }

        @Override
        public <T> T match(Function<? super Paid, ? extends T> paid, Function<? super NotPaid, ? extends T> notPaid,
            Function<? super Mismatch, ? extends T> mismatch, Function<? super Unknown, ? extends T> unknown) {
            return notPaid.apply(this);
        }
    }

    /** The gateway's record is not yours: do not deliver, and let a person look. */
    public static final class Mismatch extends PaymentOutcome {
        Mismatch(IranDargahException error) {
            super(error);
        }

        @Override
        public <T> T match(Function<? super Paid, ? extends T> paid, Function<? super NotPaid, ? extends T> notPaid,
            Function<? super Mismatch, ? extends T> mismatch, Function<? super Unknown, ? extends T> unknown) {
            return mismatch.apply(this);
        }
    }

    /** Nobody knows yet. Tell the payer that it is being checked, and verify again later. */
    public static final class Unknown extends PaymentOutcome {
        Unknown(IranDargahException error) {
            super(error);
        }

        @Override
        public <T> T match(Function<? super Paid, ? extends T> paid, Function<? super NotPaid, ? extends T> notPaid,
            Function<? super Mismatch, ? extends T> mismatch, Function<? super Unknown, ? extends T> unknown) {
            return unknown.apply(this);
        }
    }
}
