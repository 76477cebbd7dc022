// The parameters of the path.

import type { FaultyFields } from '../../contract/errors.ts';
import { faultyFields } from '../../contract/messages.ts';
import type { Call } from '../../core/call.ts';
import { add } from './faults.ts';

/** @param faults gets those of the path. */
export function examineParameters(
  { operation, contract, path }: Pick<Call, 'operation' | 'contract' | 'path'>,
  faults: FaultyFields,
): void {
  for (const { name, validate } of contract.validators[operation].path) {
    if (!validate(path[name])) add(faults, faultyFields(validate.errors ?? [], name));
  }
}
