// The examples of the contract as a gateway of the demanded dialects gives them.
import { demandedSendings } from '../contract/dialects.ts';
import type { NamedExample } from '../contract/document.ts';
import { type ErrorName, type OperationId, paymentLifecycle, standardErrors } from '../contract/facts.ts';

/** A state of a payment, as `x-payment-lifecycle` names it. */
export type PaymentState = keyof typeof paymentLifecycle.states;

const sendings = demandedSendings();

interface ErrorBody {
  error?: { code?: unknown; type?: unknown };
}

/** The error that an example shows, by the code, the type and the status that it is written with. */
export function errorOfExample(value: unknown, status: number): ErrorName | undefined {
  const { error } = (value ?? {}) as ErrorBody;
  if (!error) return undefined;
  const found = Object.entries(standardErrors).find(
    ([, { code, type, http }]) =>
      code === error.code && type === error.type && http.some((one: number) => one === status),
  );
  return found?.[0] as ErrorName | undefined;
}

/** An example with the status word of the payment's state. */
function inState(value: unknown, state: PaymentState | undefined): unknown {
  if (!state) return value;
  const copy = structuredClone(value) as { data: { transaction: { status: string } } };
  copy.data.transaction.status = paymentLifecycle.states[state].status;
  return copy;
}

/** What a gateway answers where the contract has an example: a body, or an error in its place. */
export interface SpokenAnswer {
  example: NamedExample;
  error?: ErrorName;
}

/** @param state the state of the payment that the answer shows */
export function spokenAnswer(
  operation: OperationId,
  status: number,
  example: NamedExample,
  state?: PaymentState,
): SpokenAnswer {
  const error = errorOfExample(example.value, status);
  if (error) {
    const value = sendings ? sendings.failure(error, example.value) : example.value;
    return { example: { ...example, value }, error };
  }
  const value = inState(example.value, state);
  const sent = sendings?.success(operation, value) ?? { body: value };
  return 'error' in sent ? { example, error: sent.error } : { example: { ...example, value: sent.body } };
}

/** The public word with which an operation shows a payment in a state. */
export function wordFor(state: PaymentState, operation: OperationId): string {
  const { status } = paymentLifecycle.states[state];
  const sent = sendings?.success(operation, { data: { transaction: { status } } });
  return sent && 'body' in sent
    ? (sent.body as { data: { transaction: { status: string } } }).data.transaction.status
    : status;
}

/** The error that getVerification answers as long as a payment is not verified; undefined where it shows it. */
export function errorOfUnverified(): ErrorName | undefined {
  const sent = sendings?.success('getVerification', {
    data: { verification: { ref_id: null, verified_at: null } },
  });
  return sent && 'error' in sent ? sent.error : undefined;
}

/** The fields of a callback. @param state how the payment ended */
export function spokenCallback(
  state: PaymentState,
  fields: Record<string, unknown>,
): Record<string, unknown> {
  const { callback } = paymentLifecycle.states[state] as { callback?: number };
  const own = { ...fields, ...(callback !== undefined && { status_code: callback }) };
  return sendings ? sendings.callback(state, own as unknown as Record<string, string>) : own;
}
