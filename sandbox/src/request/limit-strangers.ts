// Whoever guesses tokens is counted by address, and waits like everybody else.
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import { countIn, windowsOf } from './rate-windows.ts';
import type { Outcome } from './step.ts';

type Counted = Pick<Call, 'operation' | 'signature' | 'caller' | 'tokenRefusal' | 'ip' | 'now'>;

/** Counts a request whose token does not work; refuses it by -54 when its address has used up the limit. */
export function limitStrangers(
  call: Counted,
  services: Pick<Services, 'settings' | 'rates'>,
): Outcome | Promise<Outcome> {
  if (call.tokenRefusal === undefined) return undefined;
  const windows = windowsOf(call, services.settings, () => `address ${call.ip}`);
  return countIn(windows, call.now, services);
}
