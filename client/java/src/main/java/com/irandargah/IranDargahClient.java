package com.irandargah;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The client of one terminal. Make one and keep it: it may be shared by all threads. */
public final class IranDargahClient extends GatewayOperations {
    private final Options options;
    private final Transport transport;

    private IranDargahClient(Options options) {
        this.options = options;
        this.transport = new Transport(options);
    }

    /**
     * Begins a client.
     *
     * @return what sets its options; token and environment are demanded
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Registers a payment: {@code POST /v2/payments}. Store its authority with your order, then send the payer on.
     *
     * @param payment what is to be paid
     * @return the payment, and the idempotency key that was made for it
     * @throws IranDargahException when it fails; repeat it with the same key
     */
    public CreatedPayment createPayment(PaymentRequest payment) {
        return createPayment(payment, CallOptions.none());
    }

    /**
     * Registers a payment, with a key of yours for example.
     *
     * @param payment what is to be paid
     * @param call for this call alone
     * @return the payment
     * @throws IranDargahException when it fails; repeat it with the same key
     */
    public CreatedPayment createPayment(PaymentRequest payment, CallOptions call) {
        return new CreatedPayment(ask(Operation.CREATE_PAYMENT, null, payment, call));
    }

    /**
     * Verifies with the amount and the order of your own record; nothing from a callback comes in here.
     *
     * <p>{@link PaymentOutcome.Paid} needs a proof: this authority, exactly this amount, a reference and a time. A
     * final {@link PaymentOutcome.NotPaid} needs the gateway's own word for it. Safe to call as often as you like.
     *
     * @param payment your record
     * @return what has become of it; it never throws for what happens on the way
     * @throws IllegalArgumentException for an incomplete record, before anything is sent
     */
    public PaymentOutcome verifyPayment(StoredPayment payment) {
        return verifyPayment(payment, CallOptions.none());
    }

    /**
     * Verifies, with options of its own.
     *
     * @param payment your record
     * @param call for its calls; a key is that of the verification
     * @return what has become of it
     * @throws IllegalArgumentException for an incomplete record, before anything is sent
     */
    public PaymentOutcome verifyPayment(StoredPayment payment, CallOptions call) {
        if (payment == null) {
            throw new IllegalArgumentException("Give the record of your payment.");
        }
        return new Verifier(this, payment, call).verify();
    }

    /**
     * Every transaction of a range, newest first and each once, although new payments push old ones to later pages
     * meanwhile.
     *
     * @param query the range; a page in it is the first that is read
     * @return reads a page when it is needed; its iterator throws {@link IranDargahException} when one cannot be read
     */
    public Iterable<TransactionSummary> eachTransaction(ListTransactionsQuery query) {
        return () -> new TransactionPages(this, query);
    }

    @Override
    Success ask(Operation operation, String authority, Request input, CallOptions call) {
        if (call == null || operation.path.contains("{") && (authority == null || authority.isBlank())) {
            throw new IllegalArgumentException(operation.label + " needs an authority, and options that are not null.");
        }
        if (input == null && operation.method.equals("POST") && !operation.path.contains("{")) {
            throw new IllegalArgumentException(operation.label + " needs what is to be sent.");
        }
        if (call.idempotencyKey != null && !operation.idempotencyKey) {
            throw new IllegalArgumentException(operation.label + " takes no idempotency key.");
        }
        String key = !operation.idempotencyKey ? null
            : call.idempotencyKey != null ? call.idempotencyKey : UUID.randomUUID().toString();
        Map<String, Object> fields = input == null ? Map.of() : input.fields();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(Json.write(fields))) {
            throw new IllegalArgumentException(operation.label + ": a text has half of a sign, which UTF-8 has not.");
        }
        Question question = new Question(operation, authority, fields, key, options.live);
        Duration timeout = call.timeout == null ? options.timeout : call.timeout;
        int retries = call.retries == null ? options.retries : call.retries;
        for (int attempt = 1;; attempt++) {
            try {
                JsonObject body = transport.send(question, timeout);
                JsonObject data = body.object("data");
                return new Success(operation.data == null || data == null ? body : data, key);
            } catch (IranDargahException error) {
                double random = ThreadLocalRandom.current().nextDouble();
                Duration pause = Retry.pause(error, operation, attempt, retries, options.maxRetryDelay, random);
                if (pause == null) {
                    throw error;
                }
                sleep(pause, question);
            }
        }
    }

    private static void sleep(Duration pause, Question question) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            IranDargahException.Trace trace = new IranDargahException.Trace();
            trace.cause = interrupted;
            throw IranDargahException.onTheWay(question, ErrorCode.ABORTED, true, trace);
        }
    }

    /** What a client is made of. */
    public static final class Builder {
        String token;
        String secretKey;
        Environment environment;
        String baseUrl;
        Duration timeout = Duration.ofSeconds(30);
        int retries = 2;
        Duration maxRetryDelay = Duration.ofSeconds(10);
        int maxAnswerBytes = 10_000_000;
        HttpClient http;

        private Builder() {}

        /**
         * The token of your terminal.
         *
         * @param value keep it on your server
         * @return this
         */
        public Builder token(String value) {
            token = value;
            return this;
        }

        /**
         * Signs every request and verifies every answer.
         *
         * @param value null when your terminal has none
         * @return this
         */
        public Builder secretKey(String value) {
            secretKey = value;
            return this;
        }

        /**
         * Real money or none.
         *
         * @param value it must fit the token
         * @return this
         */
        public Builder environment(Environment value) {
            environment = value;
            return this;
        }

        /**
         * Another address than the environment's own.
         *
         * @param value a sandbox on your machine, for example
         * @return this
         */
        public Builder baseUrl(String value) {
            baseUrl = value;
            return this;
        }

        /**
         * How long one attempt may take.
         *
         * @param value 30 seconds unless you say otherwise
         * @return this
         */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * How often an attempt that failed on the way is repeated, where that is safe.
         *
         * @param value 2 unless you say otherwise
         * @return this
         */
        public Builder retries(int value) {
            retries = value;
            return this;
        }

        /**
         * The longest pause before a retry.
         *
         * @param value 10 seconds unless you say otherwise
         * @return this
         */
        public Builder maxRetryDelay(Duration value) {
            maxRetryDelay = value;
            return this;
        }

        /**
         * The largest answer that is read.
         *
         * @param value bytes; 10,000,000 unless you say otherwise
         * @return this
         */
        public Builder maxAnswerBytes(int value) {
            maxAnswerBytes = value;
            return this;
        }

        /**
         * Your own way to the network, with a proxy for example.
         *
         * @param value one that never follows redirects
         * @return this
         */
        public Builder httpClient(HttpClient value) {
            http = value;
            return this;
        }

        /**
         * Checks the options.
         *
         * @return the client
         * @throws IllegalArgumentException when token, environment and address do not fit together
         */
        public IranDargahClient build() {
            return new IranDargahClient(new Options(this));
        }
    }
}
