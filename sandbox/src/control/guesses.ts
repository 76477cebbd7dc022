// How often one address may try secrets before it has to wait: for the panel's password and the control token alike.
import type { RateCounter } from '../core/rate-counter.ts';

/** A secret has at least eight characters: at this pace nobody finds it. */
export const guessesAllowed = { limit: 10, milliseconds: 15 * 60_000 };

export interface Guesses {
  /** How long an address has to wait before it is listened to, in milliseconds; 0 when it need not. */
  wait: (address: string, now: number) => number;
  /** Counts a wrong one. */
  wrong: (address: string, now: number) => Promise<void>;
}

/** Counts wrong guesses only: whoever knows the secret may come as often as he likes. */
export function countedGuesses(rates: () => RateCounter, of: string): Guesses {
  const locked = new Map<string, number>();
  return {
    wait: (address, now) => Math.max(0, (locked.get(address) ?? 0) - now),
    wrong: async (address, now) => {
      const { window } = await rates().count([{ key: `${of} ${address}`, ...guessesAllowed }], now);
      for (const [other, until] of locked) if (until <= now) locked.delete(other);
      if (window.remaining === 0) locked.set(address, window.endsAt);
    },
  };
}
