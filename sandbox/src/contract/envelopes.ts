// Makes the bodies of answers: success envelopes as each operation documents them, and the one of errors.
import { errors, operations } from '../../../generated/facts.ts';
import { jalaliDateTime } from '../calendar.ts';
import type { Call } from '../call.ts';
import type { ApiError } from './errors.ts';

/** An answer that is ready to travel; the text is what gets signed, stored and replayed. */
export interface Answer {
  status: number;
  text: string;
}

/** Wraps data in the envelope of the operation: message and status_code only where it documents them. */
export function success(call: Call, data: unknown): Answer {
  const { successStatus, successMessage, successCode } = operations[call.operation];
  const body = {
    success: true,
    data,
    ...(successMessage === null ? {} : { message: successMessage }),
    ...(successCode === null ? {} : { status_code: successCode }),
    timestamp: jalaliDateTime(call.now),
  };
  return { status: successStatus, text: JSON.stringify(body) };
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
