// What an idempotency key that was claimed means for the request that claimed it (docs/decisions/0003 and 0072).
import type { Answer } from '../contract/envelopes.ts';
import type { IdempotencyKeyRow } from '../storage/schema.ts';

/** The key's row after the claim, which has counted this use. */
export type ClaimedKey = Pick<IdempotencyKeyRow, 'fingerprint' | 'uses' | 'expires_at' | 'status' | 'body'>;

/**
 * @param fingerprint of the request, which a repetition has in common with the first.
 * @param now the moment of the request, on the clock of its terminal.
 * @returns `free` when the request is to be carried out, `outlived` when the key has to begin anew before that, `taken`
 *   when it belongs to another request, or the answer that decided the first one.
 */
export function keyState(
  { fingerprint: first, uses, expires_at, status, body }: ClaimedKey,
  fingerprint: string,
  now: number,
): 'free' | 'outlived' | 'taken' | Answer {
  if (uses === 1) return 'free';
  if (expires_at <= now) return 'outlived';
  if (first !== fingerprint) return 'taken';
  // A first request that nothing has decided may be carried out once more.
  return status === null || body === null ? 'free' : { status, text: body };
}
