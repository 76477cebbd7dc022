// The errors of the catalogue that can be ordered, each with the details and headers that it never comes without.
import {
  type ErrorName,
  errors,
  type OperationId,
  operations,
  rateLimits,
} from '../../../generated/facts.ts';
import { ApiError, type ErrorDetails } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import type { Call } from '../core/call.ts';

/** Errors inside the gateway or at the bank: they strike in the midst of the work and may leave traces. */
export const errorsOfTheWork = (Object.keys(errors) as ErrorName[]).filter(
  (name) => errors[name].http[0] === 500,
);

/** The errors that a request may be refused with before it is carried out. */
export function refusalsOf(operation: OperationId): ErrorName[] {
  return (operations[operation].errors as readonly ErrorName[]).filter(
    (name) => !errorsOfTheWork.includes(name),
  );
}

/** The errors of the catalogue with a code; -2 has several faces. */
export function errorsWithCode(code: number): ErrorName[] {
  return (Object.keys(errors) as ErrorName[]).filter((name) => errors[name].code === code);
}

const details: Partial<Record<ErrorName, ErrorDetails>> = {
  ErrorMalformedBody: { validation: { body: [message('malformed_body')] } },
  ErrorValidation: { validation: { body: [message('type', { field: 'body' })] } },
  ErrorStateForbids: { reason: 'payment_expired' },
};

/** @returns the error as the gateway would answer it, with the rate window of a full limit where it needs one. */
export function orderedError(name: ErrorName, call: Call): ApiError {
  if (name !== 'ErrorRateLimited') return new ApiError(name, details[name]);
  const [first] = operations[call.operation].rateLimits as readonly (keyof typeof rateLimits)[];
  const { limit, window_seconds: seconds } = rateLimits[first ?? 'payments'];
  call.rateWindow = { limit, remaining: 0, endsAt: call.now + seconds * 1000 };
  return new ApiError(name, undefined, { headers: { 'Retry-After': String(seconds) } });
}
