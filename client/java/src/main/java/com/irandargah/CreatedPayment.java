package com.irandargah;

/** A payment that was created: store its authority with your order, then send the payer to its address. */
public final class CreatedPayment {
    private final CreatedTransaction transaction;
    private final String idempotencyKey;

    CreatedPayment(Success success) {
        transaction = new PaymentCreatedResponseData(success.data).transaction();
        idempotencyKey = success.idempotencyKey;
    }

    /**
     * The gateway's name of the payment.
     *
     * @return never null
     */
    public String authority() {
        return transaction.authority();
    }

    /**
     * Where the payer pays.
     *
     * @return null when the gateway did not say it
     */
    public String gatewayUrl() {
        return transaction.gatewayUrl();
    }

    /**
     * Until when it can be paid, in the Jalali calendar.
     *
     * @return null when the gateway did not say it
     */
    public String expiresAt() {
        return transaction.expiresAt();
    }

    /**
     * The key of this call: yours, or the one that was made for it.
     *
     * @return never null
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }
}
