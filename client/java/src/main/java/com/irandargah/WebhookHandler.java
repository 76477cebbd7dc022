package com.irandargah;

/**
 * What your shop does with an event.
 *
 * @param <C> what the store can finish an event in, a JDBC connection for example
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface WebhookHandler<C, E extends Exception> {
    /**
     * Handles an event.
     *
     * @param event a verified one
     * @param done marks it as done within a transaction of yours: call it last, before you commit, or not at all
     * @throws E when it could not be handled: it comes again
     */
    void handle(WebhookEvent event, Done<C> done) throws E;

    /**
     * Marks an event as done.
     *
     * @param <C> what the store can finish an event in
     */
    @FunctionalInterface
    interface Done<C> {
        /**
         * Marks it within the transaction of a connection.
         *
         * @param connection yours
         * @throws IllegalStateException when the lease was lost: roll back
         */
        void markDone(C connection);
    }
}
