// Handles each event once, however often it is delivered and wherever a handler dies (docs/decisions/0089).
import type { WebhookEvent } from './webhook.ts';

/** What a store says to an attempt: the event is its own now, or another's, or has been handled. */
export type WebhookClaim = 'claimed' | 'running' | 'done';

/**
 * Where events are remembered, each by its fingerprint. `@irandargah/client/stores/` has them for
 * PostgreSQL, MySQL and SQLite, and in memory.
 * @typeParam Connection what a handler can give to finish an event in a transaction of its own.
 */
export interface WebhookStore<Connection = never> {
  /** Takes an event for an attempt in one atomic step, unless it is done or the lease of another has not ended. */
  claim(fingerprint: string, owner: string, leaseMs: number): Promise<WebhookClaim> | WebhookClaim;
  /** Marks it as done, if it is this attempt's still; doing so twice does no harm. @returns whether it was. */
  finish(fingerprint: string, owner: string, connection?: Connection): Promise<boolean> | boolean;
  /** Ends the lease of this attempt, if it has it still and the event is not done. */
  release(fingerprint: string, owner: string): Promise<void> | void;
}

export interface HandleOnceOptions {
  /**
   * How long an attempt has the event to itself, in milliseconds: longer than your handler ever takes, and shorter than
   * the gateway waits before its first retry. 90,000 when left out.
   */
  leaseMs?: number | undefined;
}

/**
 * Runs your handler unless the event, known by its name and signed data, is done or another attempt is at it.
 * A handler that fails gives the event back at once, one that dies does so when its lease ends.
 * @param handle its second argument marks the event as done within a transaction of yours, given the connection of that:
 * call it last, before you commit. It throws when the lease was lost, so that you roll back.
 * @returns the status to answer with: 200 when the event is done, 503 while it is not, so that it comes again.
 * @throws whatever the handler or the store throws: answer 500 then.
 */
export async function handleOnce<Connection = never>(
  event: WebhookEvent,
  store: WebhookStore<Connection>,
  handle: (event: WebhookEvent, markDone: (connection: Connection) => Promise<void>) => Promise<void> | void,
  { leaseMs = 90_000 }: HandleOnceOptions = {},
): Promise<200 | 503> {
  const attempt = [event.fingerprint, crypto.randomUUID()] as const;
  const claim = await store.claim(...attempt, leaseMs);
  if (claim !== 'claimed') return claim === 'done' ? 200 : 503;
  try {
    await handle(event, async (connection) => {
      if (!(await store.finish(...attempt, connection)))
        throw new Error('The lease of this event has ended.');
    });
    return (await store.finish(...attempt)) ? 200 : 503;
  } catch (error) {
    try {
      await store.release(...attempt);
    } catch {
      // The lease ends by itself; what went wrong first matters more.
    }
    throw error;
  }
}
