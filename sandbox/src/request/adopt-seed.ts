// A terminal with a seed gets the same identifiers in each run, that of the request as well.
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Outcome } from './step.ts';

async function identifierFrom(
  { seeds }: Pick<Services, 'seeds'>,
  terminalId: string,
  seed: string,
): Promise<Outcome> {
  await seeds.prepare(terminalId, seed);
  return { found: { requestId: seeds.of(terminalId).requestId() } };
}

/** Finds the identifier of the request for a caller that has a seed. */
export function adoptSeed(
  { caller }: Pick<Call, 'caller'>,
  services: Pick<Services, 'seeds'>,
): Outcome | Promise<Outcome> {
  if (!caller || caller.seed === null) return undefined;
  return identifierFrom(services, caller.terminalId, caller.seed);
}
