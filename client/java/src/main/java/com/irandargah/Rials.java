package com.irandargah;

/** An amount of money with its unit, so that tomans can never be sent where rials are meant. */
public final class Rials implements Comparable<Rials> {
    private final long value;

    private Rials(long value) {
        this.value = value;
    }

    /**
     * An amount of rials.
     *
     * @param rials a whole number, not negative, and small enough for every reader of JSON
     * @return the amount
     * @throws IllegalArgumentException for any other
     */
    public static Rials of(long rials) {
        if (rials < 0 || rials > Json.LARGEST_EXACT) {
            throw new IllegalArgumentException(
                rials + " is not an amount of rials: give a whole number of zero or more.");
        }
        return new Rials(rials);
    }

    /**
     * An amount of rials by its digits, as a form or a database has it.
     *
     * @param rials digits alone
     * @return the amount
     * @throws IllegalArgumentException for anything else
     */
    public static Rials of(String rials) {
        return of(digits(rials));
    }

    /**
     * An amount of tomans.
     *
     * @param toman a whole number of tomans
     * @return the same amount in rials
     * @throws IllegalArgumentException when it is negative or too large
     */
    public static Rials ofToman(long toman) {
        long exact = of(toman).value;
        return of(exact * Facts.RIALS_PER_TOMAN);
    }

    /**
     * An amount of tomans by its digits.
     *
     * @param toman digits alone
     * @return the same amount in rials
     * @throws IllegalArgumentException for anything else
     */
    public static Rials ofToman(String toman) {
        return ofToman(digits(toman));
    }

    private static long digits(String text) {
        if (text == null || !text.matches("[0-9]{1,16}")) {
            throw new IllegalArgumentException(text + " is not an amount: give the digits of a whole number.");
        }
        return Long.parseLong(text);
    }

    /**
     * The number of rials.
     *
     * @return zero or more
     */
    public long value() {
        return value;
    }

    /**
     * The same amount in tomans, to be shown to people.
     *
     * @return with a fraction if it has one
     */
    public java.math.BigDecimal inToman() {
        return java.math.BigDecimal.valueOf(value).divide(java.math.BigDecimal.valueOf(Facts.RIALS_PER_TOMAN));
    }

    @Override
    public int compareTo(Rials other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rials && ((Rials) other).value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    /** The digits of the rials. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
