package com.irandargah;

import java.time.Duration;

/** Decides whether a failed attempt may be repeated, and after which pause (docs/decisions/0064). */
final class Retry {
    private static final long FIRST_PAUSE_MS = 250;

    private Retry() {}

    /** Whether sending the same bytes again can never act twice: it only reads, or its key is documented. */
    private static boolean isRepeatable(Operation operation) {
        return operation.method.equals("GET") || operation.idempotencyKey && !operation.undocumented;
    }

    /** Whether it may pass by itself. The HTTP status is asked only where there is no code that would tell. */
    private static boolean isTransient(IranDargahException error) {
        switch (error.code()) {
            case ErrorCode.NETWORK:
            case ErrorCode.TIMEOUT:
            case ErrorCode.UNREADABLE:
            case ErrorCode.UNTRUSTED:
                return true;
            case ErrorCode.UNEXPECTED_ANSWER:
            case ErrorCode.UNKNOWN_CODE:
                return error.httpStatus() >= 500;
            default:
                for (CatalogueError known : CatalogueError.values()) {
                    if (known.mayHaveActed && error.is(known)) {
                        return true;
                    }
                }
                return false;
        }
    }

    /**
     * The pause before the next attempt.
     *
     * @param attempt the attempt that failed, counted from 1
     * @param random from 0 to 1, so that many clients do not come back at the same moment
     * @return null when the failure is final for this call
     */
    static Duration pause(
        IranDargahException error, Operation operation, int attempt, int retries, Duration longest, double random) {
        // A refusal by the rate limit has had no effect, so any operation may be repeated after it.
        boolean may = error.is(CatalogueError.RATE_LIMITED) || isRepeatable(operation) && isTransient(error);
        if (attempt > retries || !may) {
            return null;
        }
        if (error.retryAfter() != null) {
            Duration asked = error.retryAfter();
            return asked.compareTo(longest) > 0 ? null : asked.plusMillis((long) (FIRST_PAUSE_MS * random));
        }
        double pause = FIRST_PAUSE_MS * Math.pow(2, attempt - 1) * (0.5 + random);
        Duration grown = Duration.ofMillis((long) Math.min(pause, Integer.MAX_VALUE));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
