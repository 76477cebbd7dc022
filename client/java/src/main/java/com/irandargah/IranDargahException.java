package com.irandargah;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One failed call: {@link #code()} says in which way, and the message what to do about it. */
public final class IranDargahException extends RuntimeException {
    private static final String LOST =
        "No answer came: repeat it with the same idempotency key, or look up what became of it.";
    private static final Map<String, String> ADVICE = Map.of(
        ErrorCode.NETWORK, LOST,
        ErrorCode.TIMEOUT, LOST,
        ErrorCode.ABORTED, "The thread was interrupted.",
        ErrorCode.UNREADABLE,
        "The answer is not JSON of the gateway: look for a proxy or an error page in between.",
        ErrorCode.UNTRUSTED,
        "The signature of the answer fails: check that secretKey is that of this terminal.",
        ErrorCode.UNEXPECTED_ANSWER,
        "The answer cannot be what it claims to be: look the payment up, and ask the support.",
        ErrorCode.UNKNOWN_CODE,
        "This client does not know the code: look up what became of the call, and read persian().",
        "too_large", "Reading ended at maxAnswerBytes: no answer of the gateway is as large.",
        "timestamp_outside_tolerance",
        "It is too old, or the clock of this server is off: set it by NTP.");

    /** One of ErrorCode. */
    private final String code;
    /** Its name in the contract. */
    private final String operation;
    /** Null for an operation that takes none. */
    private final String idempotencyKey;
    /** Whether the gateway may have acted. */
    private final boolean mayHaveActed;
    /** What else is known. */
    private final Trace trace;

    /** What is known of a failure beside its code. */
    static final class Trace implements Serializable {
        String type;
        String fault;
        Long gatewayCode;
        Integer httpStatus;
        String persian;
        String requestId;
        Duration retryAfter;
        String reason;
        LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
        transient Throwable cause;

        /** More about an error, as far as the gateway gave it: nothing of it is promised. */
        void readDetails(JsonObject details) {
            reason = details.text("reason");
            JsonObject validation = details.object("validation");
            for (String name : validation == null ? Set.<String>of() : validation.fields().keySet()) {
                List<String> messages = validation.texts(name);
                String single = validation.text(name);
                fields.put(name, messages != null ? messages : single != null ? List.of(single) : List.of());
            }
        }
    }

    private IranDargahException(Question question, String code, String label, String advice, boolean acted, Trace trace) {
        super(question.operation.label + ": " + label + ". " + advice, trace.cause);
        this.code = code;
        this.operation = question.operation.label;
        this.idempotencyKey = question.idempotencyKey;
        this.mayHaveActed = acted && !question.operation.method.equals("GET");
        this.trace = trace;
    }

    /** A failure on the way; {@code sent} is false when nothing has left this machine. */
    static IranDargahException onTheWay(Question question, String code, boolean sent, Trace trace) {
        String label = trace.fault == null ? code : code + " (" + trace.fault + ", HTTP " + trace.httpStatus + ")";
        String advice = ADVICE.getOrDefault(String.valueOf(trace.fault), ADVICE.get(code));
        return new IranDargahException(question, code, label, advice, sent, trace);
    }

    /** An answer with a code of the catalogue. */
    static IranDargahException ofGateway(Question question, CatalogueError error, Trace trace) {
        trace.type = error.type;
        String label = error.label + " (" + error.code + ", HTTP " + trace.httpStatus + ")";
        return new IranDargahException(
            question, Long.toString(error.code), label, error.advice, error.mayHaveActed, trace);
    }

    /** An answer with a code that the operation does not document: nothing is known of what it did. */
    static IranDargahException ofUnknownCode(Question question, Trace trace) {
        String type = trace.type == null ? "" : ", " + trace.type;
        String label = ErrorCode.UNKNOWN_CODE + " (" + trace.gatewayCode + type + ", HTTP " + trace.httpStatus + ")";
        trace.type = "unknown_error";
        return new IranDargahException(
            question, ErrorCode.UNKNOWN_CODE, label, ADVICE.get(ErrorCode.UNKNOWN_CODE), true, trace);
    }

    /**
     * In which way it failed.
     *
     * @return one of {@link ErrorCode}
     */
    public String code() {
        return code;
    }

    /**
     * The operation that failed.
     *
     * @return its name in the contract
     */
    public String operation() {
        return operation;
    }

    /**
     * The number that the gateway gave, also one that this version does not know.
     *
     * @return null for a failure on the way
     */
    public Long gatewayCode() {
        return trace.gatewayCode;
    }

    /**
     * The family of the error; {@code unknown_error} of an unknown code.
     *
     * @return null when none is known
     */
    public String type() {
        return trace.type;
    }

    /**
     * Why an answer that came cannot be used, {@code not_json} for example.
     *
     * @return null for an error of the gateway, and when no answer came
     */
    public String fault() {
        return trace.fault;
    }

    /**
     * The HTTP status as it came.
     *
     * @return null when no answer came
     */
    public Integer httpStatus() {
        return trace.httpStatus;
    }

    /**
     * The gateway's own message in Persian, fit to be shown to a person.
     *
     * @return null when it gave none
     */
    public String persian() {
        return trace.persian;
    }

    /**
     * What is wrong with which field.
     *
     * @return messages by the name of the field; empty when the gateway gave none
     */
    public Map<String, List<String>> fields() {
        return Collections.unmodifiableMap(trace.fields);
    }

    /**
     * Why the state of a payment forbids what was asked, {@code payment_expired} for example.
     *
     * @return null when the gateway gave none
     */
    public String reason() {
        return trace.reason;
    }

    /**
     * Quote it when you ask the support.
     *
     * @return null when the gateway gave none
     */
    public String requestId() {
        return trace.requestId;
    }

    /**
     * Repeat the call with this key and the same input: it cannot act twice.
     *
     * @return null for an operation that takes none
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * How long the gateway asks to wait.
     *
     * @return null when it does not ask
     */
    public Duration retryAfter() {
        return trace.retryAfter;
    }

    /**
     * Whether the gateway may have done what was asked although the call failed.
     *
     * @return true when you have to look it up, or to repeat it with the same idempotency key
     */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }

    boolean is(CatalogueError error) {
        return code.equals(Long.toString(error.code));
    }
}
