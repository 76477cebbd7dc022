// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

package com.irandargah;

/** The verification and facts about this answer. Fields of tomorrow are in {@link #get}. */
public final class VerificationResponseData extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public VerificationResponseData(JsonObject object) {
        super(object);
    }

    /**
     * Whether and when a payment was verified; {@code ref_id} and {@code verified_at} are null until then, both together.
     *
     * @return null when it did not come as what it should be
     */
    public VerificationState verification() {
        return object("verification", VerificationState::new);
    }

    /**
     * Facts about this answer.
     *
     * @return null when it did not come as what it should be
     */
    public VerificationStateMeta meta() {
        return object("meta", VerificationStateMeta::new);
    }
}
