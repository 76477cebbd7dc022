// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The batch that is transferred to your account. Fields of tomorrow are in {@link #get}. */
public final class SettlementData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public SettlementData(JsonObject object) {
        super(object);
    }

    /**
     * Identifier of the settlement.
     *
     * @return null when it did not come as what it should be
     */
    public String settlementCode() {
        return text("settlement_code");
    }

    /**
     * A sum of amounts in rials.
     *
     * @return null when it did not come as what it should be
     */
    public Rials amount() {
        return rials("amount");
    }

    /**
     * Status of the settlement. Known today: {@code pending}, {@code completed}, {@code failed}; others may come.
     *
     * @return null when it did not come as what it should be
     */
    public String status() {
        return text("status");
    }

    /**
     * The days that the settlement covers. Its form is not documented; keep it as text.
     *
     * @return null when it did not come as what it should be
     */
    public String period() {
        return text("period");
    }
}
