package com.irandargah;

import java.util.Locale;

/** A callback that does not fit your record: answer 400, and change no order because of it. */
public final class CallbackException extends RuntimeException {
    /** Why a callback was refused. */
    public enum Reason {
        /** Neither GET nor POST. */
        METHOD_NOT_ALLOWED,
        /** A field is missing, or cannot be what it is named. */
        MALFORMED,
        /** A field comes twice. */
        DOUBLED_FIELD,
        /** You have no record of it. */
        UNKNOWN_PAYMENT,
        /** It is about another payment. */
        AUTHORITY_DIFFERS,
        /** It is about another amount. */
        AMOUNT_DIFFERS,
        /** It is about another order. */
        ORDER_DIFFERS;

        /**
         * The reason as every language of this project has it.
         *
         * @return in small letters
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it was refused. */
    private final Reason reason;

    CallbackException(Reason reason) {
        super("The callback is refused: " + reason.word() + ". Answer 400 and change no order because of it.");
        this.reason = reason;
    }

    /**
     * Why it was refused.
     *
     * @return one of the reasons
     */
    public Reason reason() {
        return reason;
    }
}
