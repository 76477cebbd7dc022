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
  /** The HTTP status where it is not the catalogue's (docs/decisions/0041). */
  readonly status: number | undefined;
  readonly headers: Record<string, string> | undefined;

  constructor(
    name: ErrorName,
    details?: ErrorDetails,
    overrides: { status?: number; headers?: Record<string, string> } = {},
  ) {
    super(`${name} (${errors[name].code})`);
    this.catalogueName = name;
    this.details = details;
    this.status = overrides.status;
    this.headers = overrides.headers;
  }
}

/** Field errors, all together (docs/decisions/0025). */
export function validationError(validation: FaultyFields): ApiError {
  return new ApiError('ErrorValidation', { validation });
}

/** The state of the payment forbids it, with the reason (docs/decisions/0019). */
export function stateForbids(reason: string): ApiError {
  return new ApiError('ErrorStateForbids', { reason });
}
