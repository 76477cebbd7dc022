// What an answer says of the payment that it is about, whatever words and statuses it chooses for it.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { type ErrorName, errors, idempotency } from '../contract/facts.ts';
import { brokenRules } from '../contract/schemas.ts';
import type { Exchanged, SentCall } from './observation.ts';

/** What was decided about a payment; `undecided` by an answer of an earlier check, or by an error of the server. */
export type Outcome =
  | { kind: 'success' }
  | { kind: 'already verified' }
  /** Its state forbids it; the reason may be left out (docs/decisions/0081). */
  | { kind: 'forbidden'; reason?: string }
  /** It is another payment than the request says. */
  | { kind: 'differs'; fields: string[] }
  | { kind: 'unknown payment' }
  | { kind: 'undecided' };

/** The fields that are held against the payment, where they are (docs/decisions/0019, 0035). */
const comparedBy: Partial<Record<string, string[]>> = { createVerification: ['amount', 'order_id'] };

/** Whether the body of a request keeps its schema, so that no field of it can be refused for its form. */
export const isSound = ({ operation: { requestBody }, sent }: SentCall): boolean =>
  !requestBody || brokenRules(requestBody.schemaPointer, sent).length === 0;

/** The fields that a refusal names; undefined when it names none. */
export function refusedFields(body: unknown): string[] | undefined {
  const validation = nodeAt(body, '/error/details/validation');
  return typeof validation === 'object' && validation !== null ? Object.keys(validation) : undefined;
}

export function outcomeOf(seen: Exchanged): Outcome {
  const { isSuccess, error, body } = seen;
  if (isSuccess) return { kind: 'success' };
  if (!error) return { kind: 'undecided' };
  // The code decides: which status and type come with it is only assumed.
  switch (errors[error].code) {
    case errors.ErrorAlreadyVerified.code:
      return { kind: 'already verified' };
    case errors.ErrorTransactionNotFound.code:
      return { kind: 'unknown payment' };
    case errors.ErrorValidation.code: {
      // A new payment is compared with nothing: what is refused of it is its form, as an amount above the sandbox's own bound.
      if (!isSound(seen) || seen.operation.id === 'createPayment') return { kind: 'undecided' };
      const fields = refusedFields(body);
      if (fields) {
        const own = fields.filter((field) => comparedBy[seen.operation.id]?.includes(field));
        return own.length > 0 ? { kind: 'differs', fields: own } : { kind: 'undecided' };
      }
      const reason = nodeAt(body, '/error/details/reason');
      return { kind: 'forbidden', ...(typeof reason === 'string' && { reason }) };
    }
    default:
      return { kind: 'undecided' };
  }
}

/** The errors that say that the server has failed. */
export const serverErrors = (Object.keys(errors) as ErrorName[]).filter(
  (name) => errors[name].http[0] >= 500,
);

const server = new Set<string>(serverErrors);

/** Whether the server has failed, which any server may at any time. */
export const isServerError = ({ error, answer }: Exchanged): boolean =>
  error === undefined ? answer.status >= 500 : server.has(error);

/** Whether an answer decided the request, so that it is stored for its key (docs/decisions/0003, 0072). */
export function isStored(seen: Exchanged): boolean {
  const { error } = seen;
  if (error !== undefined && server.has(error)) {
    return !(idempotency.not_replayed as readonly string[]).includes(error);
  }
  return outcomeOf(seen).kind !== 'undecided';
}

/** The outcome in words for a person. */
export function told(outcome: Outcome, { answer, body }: Exchanged): string {
  const code = nodeAt(body, '/error/code');
  const detail =
    outcome.kind === 'forbidden' && outcome.reason !== undefined
      ? ` and the reason ${outcome.reason}`
      : outcome.kind === 'differs'
        ? ` for ${outcome.fields.join(' and ')}`
        : '';
  if (outcome.kind === 'success') return `HTTP ${answer.status}, a success`;
  return `HTTP ${answer.status} with code ${JSON.stringify(code)}${detail}`;
}
