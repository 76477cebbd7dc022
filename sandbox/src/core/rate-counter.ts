// Counts requests in fixed windows that begin with their first request, in memory or in a shared database.
import { sql } from 'kysely';
import type { Storage } from '../storage/storage.ts';

/** What a window has left, for whoever was counted in it. */
export interface RateWindow {
  limit: number;
  remaining: number;
  /** Milliseconds, on the clock that the window was counted by. */
  endsAt: number;
}

export interface CountedWindow {
  /** Whose window it is: the limit's name and the token or address. */
  key: string;
  limit: number;
  milliseconds: number;
}

interface CountResult {
  /** Whether no window was full; a refused request is not added to any of them. */
  admitted: boolean;
  /** The full window of a refused request, else the one with the fewest left. */
  window: RateWindow;
}

export interface RateCounter {
  /** Counts one request in all the windows together, at a moment in milliseconds. */
  count: (windows: readonly CountedWindow[], now: number) => CountResult | Promise<CountResult>;
}

/**
 * How much earlier than the first request of its window one may be that is counted after it, in milliseconds: it was
 * overtaken on the way, or came to a process whose clock is behind. A window that ends later still was begun by a clock
 * that has since been set back.
 */
const overtaken = 5_000;

/** How many windows may pile up before those that have ended are thrown away. */
const tidyAbove = 10_000;

/**
 * Counts in memory: exact for a single process, and forgotten when it ends.
 * Its windows follow the moments it is given, so they also end when a clock is moved.
 */
export function countInMemory(): RateCounter {
  const counts = new Map<string, { count: number; endsAt: number }>();
  const current = ({ key, milliseconds }: CountedWindow, now: number) => {
    const known = counts.get(key);
    if (known && known.endsAt > now && known.endsAt <= now + milliseconds + overtaken) return known;
    if (counts.size > tidyAbove) {
      for (const [other, { endsAt }] of counts) if (endsAt <= now) counts.delete(other);
    }
    const fresh = { count: 0, endsAt: now + milliseconds };
    counts.set(key, fresh);
    return fresh;
  };
  return {
    count: (windows, now) => {
      let scarcest: RateWindow | undefined;
      for (const window of windows) {
        const { count, endsAt } = current(window, now);
        const remaining = window.limit - count;
        if (remaining <= 0) return { admitted: false, window: { limit: window.limit, remaining: 0, endsAt } };
        if (!scarcest || remaining - 1 < scarcest.remaining) {
          scarcest = { limit: window.limit, remaining: remaining - 1, endsAt };
        }
      }
      for (const window of windows) current(window, now).count += 1;
      return { admitted: true, window: scarcest as RateWindow };
    },
  };
}

class Refused extends Error {
  readonly window: RateWindow;
  constructor(window: RateWindow) {
    super('A window is full.');
    this.window = window;
  }
}

/** Counts in the database, for several processes that share it. */
export function countInDatabase(storage: Storage): RateCounter {
  return {
    count: async (windows, now) => {
      try {
        return await storage.write(async (unit) => {
          let scarcest: RateWindow | undefined;
          // In one order for all, so that two requests never wait for each other.
          for (const { key, limit, milliseconds } of [...windows].sort((a, b) => (a.key < b.key ? -1 : 1))) {
            const ended = sql<boolean>`(rate_windows.ends_at <= ${now} or rate_windows.ends_at > ${now + milliseconds + overtaken})`;
            const { count, ends_at: endsAt } = await unit
              .insertInto('rate_windows')
              .values({ key, count: 1, ends_at: now + milliseconds })
              .onConflict((conflict) =>
                conflict.column('key').doUpdateSet({
                  count: sql<number>`case when ${ended} then 1 else rate_windows.count + 1 end`,
                  ends_at: sql<number>`case when ${ended} then excluded.ends_at else rate_windows.ends_at end`,
                }),
              )
              .returning(['count', 'ends_at'])
              .executeTakeFirstOrThrow();
            if (count > limit) throw new Refused({ limit, remaining: 0, endsAt });
            const remaining = limit - count;
            if (!scarcest || remaining < scarcest.remaining) scarcest = { limit, remaining, endsAt };
          }
          return { admitted: true, window: scarcest as RateWindow };
        });
      } catch (error) {
        // The refusal has rolled the counts back, so that it is not added to any window.
        if (error instanceof Refused) return { admitted: false, window: error.window };
        throw error;
      }
    },
  };
}
