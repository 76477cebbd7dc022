package com.irandargah;

/** What your own database knows about a payment since you created it: let your record implement it. */
public interface StoredPayment {
    /**
     * The gateway's name of the payment.
     *
     * @return that of {@link CreatedPayment}
     */
    String authority();

    /**
     * What the order costs.
     *
     * @return the amount that you sent
     */
    Rials amount();

    /**
     * Your own name of the order.
     *
     * @return the one that you sent
     */
    String orderId();

    /**
     * A record of these three alone.
     *
     * @param authority the gateway's name of the payment
     * @param amount what the order costs
     * @param orderId your own name of the order
     * @return a record
     */
    static StoredPayment of(String authority, Rials amount, String orderId) {
        return new StoredPayment() {
            @Override
            public String authority() {
                return authority;
            }

            @Override
            public Rials amount() {
                return amount;
            }

            @Override
            public String orderId() {
                return orderId;
            }
        };
    }
}
