// Makes the bodies of answers: success envelopes as each operation documents them, and the one of errors.
import { errors, type OperationId, operations } from '../../../generated/facts.ts';
import { jalaliDateTime } from '../calendar.ts';
import type { Call } from '../call.ts';
import type { ApiError } from './errors.ts';

/** An answer that is ready to travel; the text is what gets signed, stored and replayed. */
export interface Answer {
  status: number;
  text: string;
}

/** What stands between the data and the time: message and status_code only where the operation documents them. */
function constantsOf(id: OperationId): string {
  const { successMessage: message, successCode: status_code } = operations[id];
  const present = Object.entries({ message, status_code }).filter(([, value]) => value !== null);
  return present.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`).join('');
}

/** Made once: writing the same Persian message as JSON for each answer would cost more than its data. */
const constants = Object.fromEntries(
  (Object.keys(operations) as OperationId[]).map((id) => [id, constantsOf(id)]),
) as Record<OperationId, string>;

/** Wraps data in the envelope of the operation. */
export function success(call: Call, data: unknown): Answer {
  const text = `{"success":true,"data":${JSON.stringify(data)},${constants[call.operation]}"timestamp":"${jalaliDateTime(call.now)}"}`;
  return { status: operations[call.operation].successStatus, text };
}

/** A success of the three operations that have no envelope (docs/decisions/0026). */
export function bare(call: Call, body: unknown): Answer {
  return { status: operations[call.operation].successStatus, text: JSON.stringify(body) };
}

/** The envelope of every error. */
export function failure(error: ApiError, { requestId, now }: Pick<Call, 'requestId' | 'now'>): Answer {
  const { code, type, message } = errors[error.catalogueName];
  const body = {
    success: false,
    error: { message, code, type, ...(error.details ? { details: error.details } : {}) },
    status_code: code,
    timestamp: jalaliDateTime(now),
    meta: { request_id: requestId },
  };
  return { status: error.status, text: JSON.stringify(body) };
}
