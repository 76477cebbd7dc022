package com.irandargah;

/** Turns a paid payment into your money, once, and tells without doubt whether it is (docs/decisions/0065, 0066, 0082). */
final class Verifier {
    private final GatewayOperations gateway;
    private final StoredPayment payment;
    private final CallOptions options;

    Verifier(GatewayOperations gateway, StoredPayment payment, CallOptions options) {
        this.gateway = gateway;
        this.payment = payment;
        this.options = options;
    }

    /** Whether the gateway answered with a payment that is not the one we asked about. */
    private static boolean isAboutAnother(IranDargahException error) {
        return error.code().equals(ErrorCode.UNEXPECTED_ANSWER) && "other_payment".equals(error.fault());
    }

    /** Whether the gateway understood the question and has nothing to show for it. */
    private static boolean hasNothing(IranDargahException error) {
        return error.is(CatalogueError.TRANSACTION_NOT_FOUND) || error.is(CatalogueError.VALIDATION);
    }

    PaymentOutcome verify() {
        try {
            VerificationRequest request =
                new VerificationRequest(payment.authority(), payment.amount()).orderId(payment.orderId());
            // Without a proof of this authority and this amount the call would have failed.
            return new PaymentOutcome.Paid(gateway.createVerification(request, options).verification(), false);
        } catch (IranDargahException error) {
            if (error.is(CatalogueError.TRANSACTION_NOT_FOUND) || isAboutAnother(error)) {
                return new PaymentOutcome.Mismatch(error);
            }
            boolean already = error.is(CatalogueError.ALREADY_VERIFIED);
            boolean refused = error.is(CatalogueError.VALIDATION);
            PaymentOutcome said = refused ? Evidence.unpaidBecause(error.reason(), error) : null;
            if (said != null) {
                return said;
            }
            boolean open = already || refused || error.mayHaveActed();
            return open ? lookUp(error, already, refused) : new PaymentOutcome.Unknown(error);
        }
    }

    /** The key of one call is never that of another. */
    private CallOptions reading() {
        return options.withoutKey();
    }

    private boolean isOtherAmount(JsonObject found) {
        return found.get("amount") instanceof Number && !payment.amount().equals(found.rials("amount"));
    }

    private PaymentOutcome lookUp(IranDargahException error, boolean already, boolean refused) {
        try {
            JsonObject verification = gateway.getVerification(payment.authority(), reading()).verification();
            if (isOtherAmount(verification)) {
                return new PaymentOutcome.Mismatch(error);
            }
            boolean sameAmount = verification.get("amount") instanceof Number;
            if (Evidence.proves(verification) && sameAmount) {
                return new PaymentOutcome.Paid(verification, true);
            }
            if (already || !Evidence.hasNoTrace(verification)) {
                return new PaymentOutcome.Unknown(error);
            }
        } catch (IranDargahException failed) {
            if (isAboutAnother(failed)) {
                return new PaymentOutcome.Mismatch(error);
            }
            if (already || !hasNothing(failed)) {
                return new PaymentOutcome.Unknown(failed);
            }
        }
        try {
            JsonObject transaction = gateway.getTransaction(payment.authority(), reading()).transaction();
            String order = Json.isText(transaction.get("order_id")) ? transaction.text("order_id") : null;
            if (isOtherAmount(transaction) || order != null && !order.equals(payment.orderId())) {
                return new PaymentOutcome.Mismatch(error);
            }
            PaymentOutcome unpaid = Evidence.unpaidBy(transaction, error);
            return unpaid == null ? new PaymentOutcome.Unknown(error) : unpaid;
        } catch (IranDargahException failed) {
            boolean strange = isAboutAnother(failed) || refused && hasNothing(failed);
            return strange ? new PaymentOutcome.Mismatch(error) : new PaymentOutcome.Unknown(error);
        }
    }
}
