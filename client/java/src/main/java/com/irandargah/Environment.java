package com.irandargah;

/** Where payments are made: with real money or without. It must fit the token. */
public enum Environment {
    /** Real money. */
    PRODUCTION(Facts.PRODUCTION, Facts.PRODUCTION_PREFIX),
    /** No money at all. */
    SANDBOX(Facts.SANDBOX, Facts.SANDBOX_PREFIX);

    final String address;
    final String prefix;

    Environment(String address, String prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    String word() {
        return this == PRODUCTION ? "production" : "sandbox";
    }
}
