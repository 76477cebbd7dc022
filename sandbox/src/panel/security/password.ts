// The panel's password: compared in constant time, and never kept but as what is derived from it.
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Shorter passwords are refused at the start. */
export const shortestPassword = 8;

export interface Password {
  /** Signs sessions: the same for all processes that were given the same password. */
  key: Buffer;
  matches: (attempt: string) => boolean;
}

/** Whether two texts are the same, without telling by the time it takes where they differ. */
export function sameText(one: string, other: string): boolean {
  const key = randomBytes(32);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** @param password undefined makes a key of its own for this process, and matches nothing. */
export function passwordOf(password: string | undefined): Password {
  if (password === undefined) return { key: randomBytes(32), matches: () => false };
  return {
    key: scryptSync(password, 'irandargah panel session', 32),
    matches: (attempt) => sameText(attempt, password),
  };
}
