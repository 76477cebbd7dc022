// Whether path, headers, query and body have what the operation documents: all their faults are told together.

import { type FaultyFields, validationError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import { examineBody } from './fields/body.ts';
import { readIdempotencyKey } from './fields/idempotency-key.ts';
import { examineParameters } from './fields/path.ts';
import { readQuery } from './fields/query.ts';
import type { Outcome } from './step.ts';

/** Finds the query and the idempotency key; refuses faulty fields by 422, -2. */
export function examineFields(call: Call, { settings }: Pick<Services, 'settings'>): Outcome {
  const faults = Object.create(null) as FaultyFields;
  examineParameters(call, faults);
  const idempotencyKey = readIdempotencyKey(call, faults);
  const query = readQuery(call, faults);
  examineBody(call, settings, faults);
  return Object.keys(faults).length > 0
    ? { refusal: validationError(faults) }
    : { found: { idempotencyKey, query } };
}
