// The errors of the contract as values: a handler throws one, and the envelope is made of it in one place.
import { type ErrorName, errors } from '../../../generated/facts.ts';

/** Faulty fields by name, each with its messages in Persian. */
export type FaultyFields = Record<string, string[]>;

export interface ErrorDetails {
  validation?: FaultyFields;
  reason?: string;
}

/** Something that an operation answers with, from the contract's catalogue. */
export class ApiError extends Error {
  readonly catalogueName: ErrorName;
  readonly details: ErrorDetails | undefined;
  /** The HTTP status; the catalogue's unless a decision says otherwise (docs/decisions/0041). */
  readonly status: number;
  readonly headers: Record<string, string> | undefined;

  constructor(
    name: ErrorName,
    details?: ErrorDetails,
    overrides: { status?: number; headers?: Record<string, string> } = {},
  ) {
    super(`${name} (${errors[name].code})`);
    this.catalogueName = name;
    this.details = details;
    this.status = overrides.status ?? errors[name].http[0];
    this.headers = overrides.headers;
  }
}

/** Field errors, all together: 422, -2 (docs/decisions/0025). */
export function validationError(validation: FaultyFields): ApiError {
  return new ApiError('ErrorValidation', { validation });
}

/** The state of the payment forbids it: 400, -2, with the reason (docs/decisions/0019). */
export function stateForbids(reason: string): ApiError {
  return new ApiError('ErrorStateForbids', { reason });
}

/** The answers that decide nothing and are therefore never stored or replayed (docs/decisions/0072). */
export const undecidedErrors: readonly ErrorName[] = [
  'ErrorInternal',
  'ErrorUnexpected',
  'ErrorBankUnavailable',
];
