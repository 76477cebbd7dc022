// Every place in an answer that shows a payment, and what each of its fields says of the payment's state.
import type { Basis } from '../../../foundation/reader/basis.ts';
import { namesOf, nodeAt } from '../../../foundation/reader/pointers.ts';
import { type OperationId, successCodes } from '../contract/facts.ts';
import { fieldPointer } from '../contract/schemas.ts';
import { assumed, stated } from '../judge/word.ts';
import { type PaymentState, wordFor } from '../plan/spoken.ts';
import type { Seen } from './chapter.ts';
import type { Known, Payment } from './known.ts';
import { isVerifiable, isVerified } from './lifecycle.ts';

/** A payment as an answer shows it. */
export interface View {
  payment: Payment;
  /** JSON pointer into the answer, `/body/data/transaction`. */
  at: string;
  fields: Readonly<Record<string, unknown>>;
}

/** Whether a value says something: absent, null and empty are all nothing (docs/decisions/0053). */
export const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Every object of a value that names an authority; one of a refund speaks of a part of its payment alone. */
export function namedPayments(
  value: unknown,
  at: string,
): { authority: string; at: string; fields: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  const inside = Object.entries(fields).flatMap(([key, inner]) => namedPayments(inner, `${at}/${key}`));
  const { authority } = fields;
  if (typeof authority !== 'string' || 'refund_code' in fields) return inside;
  return [{ authority, at, fields }, ...inside];
}

/** The payments of the caller that an answer shows. */
export function viewsOf({ body, terminal }: Pick<Seen, 'body' | 'terminal'>, { payments }: Known): View[] {
  return namedPayments(body, '/body').flatMap(({ authority, at, fields }) => {
    const payment = payments.get(authority);
    return payment && payment.terminal === (terminal?.id ?? '') ? [{ payment, at, fields }] : [];
  });
}

/** The rule of the contract for a place in a success. @param at JSON pointer into the answer, `/body/data/…` */
export function ruleOf({ operation, status }: Pick<Seen, 'operation' | 'status'>, at: string): string {
  const response = operation.responses.get(status);
  if (!response) return operation.pointer;
  const inBody = namesOf(at).slice(1).join('/');
  return fieldPointer(response.schemas[0]?.pointer ?? response.schemaPointer, `/${inBody}`);
}

/** A field that tells something of the state: whether it fits one, and what it rests on that it does not. */
export interface StateField {
  name: string;
  fits: (value: unknown, state: PaymentState, operation: OperationId) => boolean;
  /** What has to stand there in a state. */
  wanted: (state: PaymentState, operation: OperationId) => string;
  basis: (state: PaymentState, operation: OperationId) => Basis;
}

/**
 * A field that has a value only once a payment is verified; that it has none before is no more than assumed.
 * @param basis what it rests on that it has one then
 */
const onceVerified = (name: string, basis: Basis): StateField => ({
  name,
  fits: (value, state) => hasValue(value) === isVerified(state),
  wanted: (state) => (isVerified(state) ? 'a value' : 'no value'),
  basis: (state) => (isVerified(state) ? basis : assumed(36, 53)),
});

/** What each public word rests on: the page names the words, and not always what they are for. */
function basisOfWord(state: PaymentState, operation: OperationId): Basis {
  switch (state) {
    case 'AWAITING_VERIFICATION':
    case 'VERIFICATION_FAILED':
      return assumed(56);
    case 'TIMEOUT':
      return assumed(5, 55);
    case 'CANCELLED':
      // The page's own answer to a cancellation says that the payment is completed.
      return operation === 'cancelPayment' ? assumed(4) : stated;
    default:
      return stated;
  }
}

const flag = (name: string, when: (state: PaymentState) => boolean, basis: Basis): StateField => ({
  name,
  fits: (value, state) => typeof value !== 'boolean' || value === when(state),
  wanted: (state) => String(when(state)),
  basis: () => basis,
});

/** The fields that tell something of the state, the plainest first. */
export const stateFields: readonly StateField[] = [
  {
    name: 'status',
    fits: (value, state, operation) => value === wordFor(state, operation),
    wanted: (state, operation) => `"${wordFor(state, operation)}"`,
    basis: basisOfWord,
  },
  onceVerified('ref_id', stated),
  onceVerified('ref_code', assumed(53)),
  onceVerified('verified_at', stated),
  {
    name: 'verification_status',
    fits: (value, state) =>
      isVerified(state) ? String(value) === String(successCodes[200].code) : !hasValue(value),
    wanted: (state) => (isVerified(state) ? String(successCodes[200].code) : 'no value'),
    basis: () => assumed(54),
  },
  flag('can_be_verified', isVerifiable, assumed(54)),
  flag('is_expired', (state) => state === 'TIMEOUT', assumed(55)),
];

/** A field of a view that fits none of the states that are possible. */
export interface Misfit {
  field: StateField;
  value: unknown;
  /** The states that the fields before it have left. */
  possible: ReadonlySet<PaymentState>;
  /** Whether the fields before it have left fewer than there were: then it contradicts them, and not what was known. */
  isNarrowed: boolean;
}

/** Goes through the fields of a view: which states they leave, and which of them fit none. */
export function compared(
  { fields }: Pick<View, 'fields'>,
  states: ReadonlySet<PaymentState>,
  operation: OperationId,
): { possible: ReadonlySet<PaymentState>; misfits: Misfit[] } {
  let possible = states;
  const misfits: Misfit[] = [];
  for (const field of stateFields) {
    if (!(field.name in fields)) continue;
    const value = nodeAt(fields, `/${field.name}`);
    const left = new Set([...possible].filter((state) => field.fits(value, state, operation)));
    if (left.size > 0) possible = left;
    else misfits.push({ field, value, possible, isNarrowed: possible.size < states.size });
  }
  return { possible, misfits };
}
