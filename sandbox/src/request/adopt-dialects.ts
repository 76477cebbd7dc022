// From here on the sandbox speaks as the caller's terminal has chosen.
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Outcome } from './step.ts';

/** Finds the contract in the caller's dialects; one that has chosen none keeps the sandbox's own. */
export function adoptDialects(
  { caller }: Pick<Call, 'caller'>,
  { contracts }: Pick<Services, 'contracts'>,
): Outcome | Promise<Outcome> {
  if (!caller || caller.dialects === null) return undefined;
  const spoken = contracts.of(caller.dialects);
  return spoken instanceof Promise
    ? spoken.then((contract) => ({ found: { contract } }))
    : { found: { contract: spoken } };
}
