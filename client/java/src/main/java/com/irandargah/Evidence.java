package com.irandargah;

import java.util.Map;
import java.util.regex.Pattern;

/** What proves that a payment was verified, and what is left to say when nothing does (docs/decisions/0082). */
final class Evidence {
    /** A reference of zeros is none, and a moment needs a digit that is not zero. */
    private static final Pattern REFERENCE = Pattern.compile("[^" + Json.BLANKS + "0-]");
    private static final Pattern MOMENT = Pattern.compile("[1-9۱-۹]");

    /** Whether each reason is the last word on a payment. */
    private static final Map<String, Boolean> FINALITY = Map.of(
        "payment_unpaid", false, "payment_failed", true, "payment_expired", true, "payment_cancelled", true);
    private static final Map<String, String> REASON_BY_STATUS = Map.of(
        "failed", "payment_failed", "timeout", "payment_expired", "cancelled", "payment_cancelled");

    private Evidence() {}

    private static boolean has(JsonObject claim, String field, Pattern form) {
        return claim.get(field) instanceof String && form.matcher(claim.text(field)).find();
    }

    /** Whether it has both values that exist only once a payment is verified; whatever else they hold is no proof. */
    static boolean proves(JsonObject claim) {
        return has(claim, "ref_id", REFERENCE) && has(claim, "verified_at", MOMENT);
    }

    /** Whether nothing at all speaks for a verification. */
    static boolean hasNoTrace(JsonObject claim) {
        return !has(claim, "ref_id", REFERENCE) && !has(claim, "verified_at", MOMENT);
    }

    /** What the gateway's own word says of an unpaid payment; null for any word that does not say so. */
    static PaymentOutcome.NotPaid unpaidBecause(String reason, IranDargahException error) {
        return reason == null || !FINALITY.containsKey(reason)
            ? null
            : new PaymentOutcome.NotPaid(reason, FINALITY.get(reason), error);
    }

    /** What a transaction without a trace of a verification says; null when it may have been paid. */
    static PaymentOutcome.NotPaid unpaidBy(JsonObject transaction, IranDargahException error) {
        Object verifiable = transaction.get("can_be_verified");
        boolean open = verifiable != null && !Boolean.FALSE.equals(verifiable);
        if (open || !(transaction.get("status") instanceof String)) {
            return null;
        }
        String status = transaction.text("status");
        if (status.equals("pending") && verifiable != null) {
            return unpaidBecause("payment_unpaid", error);
        }
        return unpaidBecause(REASON_BY_STATUS.get(status), error);
    }
}
