// What is left of the caller's requests stands on every answer that was counted.
import type { Call } from '../core/call.ts';
import { unixSeconds } from '../core/clock.ts';

/** @returns those of the window with the fewest requests left; nothing for a request that no limit counts. */
export function rateLimitHeaders({
  rateWindow,
}: Pick<Call, 'rateWindow'>): Record<string, string> | undefined {
  return (
    rateWindow && {
      'X-RateLimit-Limit': String(rateWindow.limit),
      'X-RateLimit-Remaining': String(rateWindow.remaining),
      // A moment and not the seconds left; rounded up, so that whoever waits for it is not too early.
      'X-RateLimit-Reset': String(unixSeconds(rateWindow.endsAt + 999)),
    }
  );
}
