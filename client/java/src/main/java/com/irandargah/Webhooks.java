package com.irandargah;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Verifies deliveries, and handles each event once. */
public final class Webhooks {
    /** Longer than a handler takes, and shorter than the gateway waits before its first retry. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private Webhooks() {}

    /**
     * Verifies a delivery.
     *
     * @param body the bytes exactly as they came, never a decoded and encoded text
     * @param headers those of the request, of any framework: a text, a list or an array by each name, in any case
     * @param secrets that of the webhook; several while you change it
     * @return the event
     * @throws WebhookException with the reason, whatever was sent
     * @throws IllegalArgumentException when you give no body, no headers, or a secret that is empty
     */
    public static WebhookEvent verifyWebhook(byte[] body, Map<String, ?> headers, String... secrets) {
        return verify(body, headers, Instant.now(), secrets);
    }

    static WebhookEvent verify(byte[] body, Map<String, ?> headers, Instant now, String... secrets) {
        if (body == null || headers == null || secrets.length == 0) {
            throw new IllegalArgumentException("Give the raw body, the headers and a secret.");
        }
        for (String secret : secrets) {
            Signature.checkSecret(secret);
        }
        String signature = Headers.read(headers, Facts.WEBHOOK_SIGNATURE);
        refuse(signature == null || signature.isEmpty() ? "signature_missing" : null);
        refuse(Signature.faultOfTime(Headers.read(headers, Facts.WEBHOOK_TIMESTAMP), now));
        WebhookBody read = new WebhookBody(body);
        String fault = null;
        boolean signed = false;
        for (String secret : secrets) {
            // Something between the gateway and here may have laid out the body anew.
            for (String text : new String[] {read.slice, read.compact}) {
                fault = Signature.fault(secret, signature, Signature.bytes(text));
                signed |= fault == null;
            }
        }
        refuse(signed ? null : fault);
        Object inBody = read.fields.get("signature");
        boolean silent = inBody == null || inBody.equals("") || inBody.equals(false) || inBody.equals(0L);
        refuse(silent || inBody.equals(signature) ? null : "signature_mismatch");
        String id = Headers.read(headers, Facts.WEBHOOK_ID);
        refuse(id == null || id.isEmpty() ? "id_missing" : null);
        Object name = read.fields.get("event");
        String named = Headers.read(headers, Facts.WEBHOOK_EVENT);
        refuse(name instanceof String && name.equals(named) ? null : "event_differs");
        return new WebhookEvent(id, named, signature, read.fields, read.data);
    }

    private static void refuse(String reason) {
        if (reason != null) {
            throw new WebhookException(reason);
        }
    }

    /**
     * Runs your handler unless the event, known by its name and signed data, is done or another attempt is at it. A
     * handler that fails gives the event back at once, one that dies does so when its lease of 90 seconds ends.
     *
     * @param <C> what a handler can give to finish an event in a transaction of its own
     * @param <E> what your handler may throw
     * @param event a verified one
     * @param store where events are remembered
     * @param handler yours
     * @return the status to answer with: 200 when the event is done, 503 while it is not, so that it comes again
     * @throws E whatever your handler throws: answer 500 then
     */
    public static <C, E extends Exception> int handleOnce(
        WebhookEvent event, WebhookStore<C> store, WebhookHandler<C, E> handler) throws E {
        return handleOnce(event, store, handler, LEASE);
    }

    /**
     * The same with another lease.
     *
     * @param <C> what a handler can give to finish an event in a transaction of its own
     * @param <E> what your handler may throw
     * @param event a verified one
     * @param store where events are remembered
     * @param handler yours
     * @param lease how long an attempt has the event to itself: longer than your handler ever takes, and shorter than
     *     the gateway waits before its first retry
     * @return the status to answer with
     * @throws E whatever your handler throws: answer 500 then
     */
    public static <C, E extends Exception> int handleOnce(
        WebhookEvent event, WebhookStore<C> store, WebhookHandler<C, E> handler, Duration lease) throws E {
        String fingerprint = event.fingerprint();
        String owner = UUID.randomUUID().toString();
        WebhookStore.Claim claim = store.claim(fingerprint, owner, lease);
        if (claim != WebhookStore.Claim.CLAIMED) {
            return claim == WebhookStore.Claim.DONE ? 200 : 503;
        }
        boolean handled = false;
        try {
            handler.handle(event, connection -> {
                if (!store.finish(fingerprint, owner, connection)) {
                    throw new IllegalStateException("The lease of this event has ended.");
                }
            });
            int status = store.finish(fingerprint, owner, null) ? 200 : 503;
            handled = true;
            return status;
        } finally {
            if (!handled) {
                release(store, fingerprint, owner);
            }
        }
    }

    private static void release(WebhookStore<?> store, String fingerprint, String owner) {
        try {
            store.release(fingerprint, owner);
        } catch (RuntimeException late) {
            // The lease ends by itself; what went wrong first matters more.
        }
    }
}
