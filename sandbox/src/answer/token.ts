// The old token of a rotation says on every answer when it will stop working.
import { isoInTehran } from '../core/calendar.ts';
import type { Call } from '../core/call.ts';

/** @returns nothing for a token that has not been rotated away. */
export function tokenHeaders({ caller }: Pick<Call, 'caller'>): Record<string, string> | undefined {
  const graceEndsAt = caller?.graceEndsAt ?? null;
  if (graceEndsAt === null) return undefined;
  return { 'X-Token-Deprecated': 'true', 'X-Token-Deprecated-Expires-At': isoInTehran(graceEndsAt) };
}
