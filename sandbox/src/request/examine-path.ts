// The router takes an empty segment for a parameter; the contract has no such path.
import type { Call } from '../core/call.ts';
import { noSuchOperation } from './no-such-operation.ts';
import type { Outcome } from './step.ts';

/** Refuses a path with an empty parameter: 404, -2. */
export function examinePath({ path, url }: Pick<Call, 'path' | 'url'>): Outcome {
  return Object.values(path).includes('') ? { refusal: noSuchOperation(url) } : undefined;
}
