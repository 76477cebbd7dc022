// Takes a request through its steps, one after the other.

import type { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Step } from './step.ts';

/**
 * Takes a call through steps; what one has found out stands in the call for those that follow.
 * @returns the first refusal, after which no further step is taken; undefined when there is none.
 */
export async function walk(
  steps: readonly Step[],
  call: Call,
  services: Services,
): Promise<ApiError | undefined> {
  for (const step of steps) {
    const said = step(call, services);
    // Waiting for what is there already would cost each request a turn for each step.
    const outcome = said instanceof Promise ? await said : said;
    if (outcome?.found) Object.assign(call, outcome.found);
    if (outcome?.refusal) return outcome.refusal;
  }
  return undefined;
}
