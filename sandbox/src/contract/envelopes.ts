// Makes the bodies of answers: success envelopes as each operation documents them, and the one of errors.
import { jalaliDateTime } from '../core/calendar.ts';
import type { Call } from '../core/call.ts';
import { ApiError } from './errors.ts';

/** An answer that is ready to travel; the text is what gets signed, stored and replayed. */
export interface Answer {
  status: number;
  text: string;
}

/** What a failure needs to know of the request that failed. */
export type FailedCall = Pick<Call, 'requestId' | 'now' | 'contract'>;

/** A success as the caller's dialects have it; nearly always nobody speaks one, and nothing is parsed. */
function sent(call: Call, answer: Answer): Answer {
  const { sendings } = call.contract;
  if (!sendings) return answer;
  const result = sendings.success(call.operation, JSON.parse(answer.text));
  return 'error' in result
    ? failure(new ApiError(result.error), call)
    : { status: answer.status, text: JSON.stringify(result.body) };
}

/** Wraps data in the envelope of the operation. */
export function success(call: Call, data: unknown): Answer {
  const { status, constants } = call.contract.envelopes[call.operation];
  const text = `{"success":true,"data":${JSON.stringify(data)},${constants}"timestamp":"${jalaliDateTime(call.now)}"}`;
  return sent(call, { status, text });
}

/** A success of the three operations that have no envelope (docs/decisions/0026). */
export function bare(call: Call, body: unknown): Answer {
  return sent(call, { status: call.contract.envelopes[call.operation].status, text: JSON.stringify(body) });
}

/** The envelope of every error. */
export function failure(error: ApiError, { requestId, now, contract }: FailedCall): Answer {
  const name = error.catalogueName;
  const { code, type, message, http } = contract.errors[name];
  const body = {
    success: false,
    error: { message, code, type, ...(error.details ? { details: error.details } : {}) },
    status_code: code,
    timestamp: jalaliDateTime(now),
    meta: { request_id: requestId },
  };
  return {
    status: error.status ?? (http[0] as number),
    text: JSON.stringify(contract.sendings ? contract.sendings.failure(name, body) : body),
  };
}
