// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The verification and facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class VerifiedData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public VerifiedData(JsonObject object) {
        super(object);
    }

    /**
     * A verification that has succeeded.
     *
     * @return null when it did not come as what it should be
     */
    public Verification verification() {
        return object("verification", Verification::new);
    }

    /**
     * Facts about this answer.
     *
     * @return null when it did not come as what it should be
     */
    public VerificationMeta meta() {
        return object("meta", VerificationMeta::new);
    }
}
