package com.irandargah;

import java.time.Duration;

/**
 * Where events are remembered, each by its fingerprint (docs/decisions/0089).
 *
 * @param <C> what a handler can give to finish an event in a transaction of its own
 */
public interface WebhookStore<C> {
    /** What a store says to an attempt. */
    enum Claim {
        /** The event is its own now. */
        CLAIMED,
        /** It is another's. */
        RUNNING,
        /** It has been handled. */
        DONE
    }

    /**
     * Takes an event for an attempt in one atomic step, unless it is done or the lease of another has not ended.
     *
     * @param fingerprint that of the event
     * @param owner names the attempt
     * @param lease how long it has the event to itself
     * @return whether it has
     */
    Claim claim(String fingerprint, String owner, Duration lease);

    /**
     * Marks it as done, if it is this attempt's still; doing so twice does no harm.
     *
     * @param fingerprint that of the event
     * @param owner names the attempt
     * @param connection the transaction in which to do so; null for none
     * @return whether it was this attempt's
     */
    boolean finish(String fingerprint, String owner, C connection);

    /**
     * Ends the lease of this attempt, if it has it still and the event is not done.
     *
     * @param fingerprint that of the event
     * @param owner names the attempt
     */
    void release(String fingerprint, String owner);
}
