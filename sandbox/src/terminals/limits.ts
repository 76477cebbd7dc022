// Whether rate limits count the requests of a terminal.
import type { Services } from '../core/services.ts';
import type { TerminalRow } from '../storage/schema.ts';

/** @returns false for a terminal that is free of them, and for all while the sandbox runs without. */
export function hasLimits(
  { rate_limits: counted }: Pick<TerminalRow, 'rate_limits'>,
  { settings }: Pick<Services, 'settings'>,
): boolean {
  return counted === 1 && !settings.withoutLimits;
}
