package com.irandargah;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The webhook inbox in memory, for tests, and for a shop of one process that may forget when it restarts. */
public final class MemoryStore implements WebhookStore<Void> {
    private static final int CAPACITY = 10_000;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    /** Remembers the newest 10,000 events, and all that are under way, while the process lives. */
    public MemoryStore() {}

    private static final class Attempt {
        final String owner;
        long until;
        boolean done;

        Attempt(String owner, long until) {
            this.owner = owner;
            this.until = until;
        }

        boolean isRunning() {
            return !done && until - System.nanoTime() > 0;
        }
    }

    @Override
    public synchronized Claim claim(String fingerprint, String owner, Duration lease) {
        Attempt found = attempts.get(fingerprint);
        if (found != null && (found.done || found.isRunning())) {
            return found.done ? Claim.DONE : Claim.RUNNING;
        }
        attempts.remove(fingerprint);
        Iterator<Attempt> oldest = attempts.values().iterator();
        while (attempts.size() >= CAPACITY && oldest.hasNext()) {
            if (!oldest.next().isRunning()) {
                oldest.remove();
            }
        }
        attempts.put(fingerprint, new Attempt(owner, System.nanoTime() + lease.toNanos()));
        return Claim.CLAIMED;
    }

    @Override
    public synchronized boolean finish(String fingerprint, String owner, Void connection) {
        Attempt found = attempts.get(fingerprint);
        boolean own = found != null && found.owner.equals(owner);
        if (own) {
            found.done = true;
        }
        return own;
    }

    @Override
    public synchronized void release(String fingerprint, String owner) {
        Attempt found = attempts.get(fingerprint);
        if (found != null && found.owner.equals(owner) && !found.done) {
            attempts.remove(fingerprint);
        }
    }
}
