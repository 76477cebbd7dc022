// Handles each event once, however often it is delivered.
import type { WebhookEvent } from './webhook.ts';

/** Where the events that have been handled are remembered: a table with a unique key, for example. */
export interface WebhookStore {
  /** Remembers a key in one atomic step; false when it was there already. */
  claim(key: string): Promise<boolean> | boolean;
  /** Forgets a key, since its event could not be handled. */
  release(key: string): Promise<void> | void;
}

/**
 * Runs your handler unless the event has been handled before, by its id or, under another id, by its signed data.
 * When the handler or the store fails, the event is forgotten, so that the next delivery tries again.
 * @returns whether the handler ran; answer 2xx in both cases.
 * @throws whatever the handler or the store throws: answer 500 then.
 */
export async function handleOnce(
  event: WebhookEvent,
  store: WebhookStore,
  handle: (event: WebhookEvent) => Promise<void> | void,
): Promise<boolean> {
  const claimed: string[] = [];
  try {
    for (const key of [event.id, event.fingerprint]) {
      // An id that was claimed stays so: it is a repetition of what has been handled.
      if (!(await store.claim(key))) return false;
      claimed.push(key);
    }
    await handle(event);
    return true;
  } catch (error) {
    await Promise.all(claimed.map((key) => store.release(key)));
    throw error;
  }
}

/** A store for tests and for one process that may forget when it restarts; it keeps the newest keys. */
export function memoryStore(capacity = 10_000): WebhookStore {
  const keys = new Set<string>();
  return {
    claim(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      if (keys.size > capacity) keys.delete(keys.values().next().value as string);
      return true;
    },
    release: (key) => void keys.delete(key),
  };
}
