// The webhook inbox in memory, for tests, and for a shop of one process that may forget when it restarts.
import type { WebhookStore } from '../webhook-store.ts';

/** Until when an attempt has its event: for ever, once it is done. */
interface Attempt {
  owner: string;
  until: number;
}

/**
 * Remembers events while the process lives.
 * @param capacity how many are kept: the newest, and all that are under way.
 */
export function memoryStore(capacity = 10_000): WebhookStore {
  const attempts = new Map<string, Attempt>();
  const isRunning = ({ until }: Attempt) => until > Date.now() && until < Infinity;
  const settle = (fingerprint: string, owner: string, until: number) => {
    const found = attempts.get(fingerprint);
    if (found?.owner !== owner) return false;
    // What is done stays so.
    if (found.until < Infinity) found.until = until;
    return true;
  };
  return {
    claim(fingerprint, owner, leaseMs) {
      const found = attempts.get(fingerprint);
      if (found?.until === Infinity) return 'done';
      if (found && isRunning(found)) return 'running';
      attempts.delete(fingerprint);
      for (const [oldest, attempt] of attempts) {
        if (attempts.size < capacity) break;
        if (!isRunning(attempt)) attempts.delete(oldest);
      }
      attempts.set(fingerprint, { owner, until: Date.now() + leaseMs });
      return 'claimed';
    },
    finish: (fingerprint, owner) => settle(fingerprint, owner, Infinity),
    release: (fingerprint, owner) => void settle(fingerprint, owner, 0),
  };
}
