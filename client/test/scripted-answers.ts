// Answers of a gateway written by hand: proofs of a payment, everything that looks like one, and refusals.
import { errors } from '../../generated/facts.ts';
import { type OperationName, rials } from '../src/index.ts';
import { errorBody } from './fault-server.ts';

export const payment = { authority: '2025100121424146HC', amount: rials(250_000), order_id: 'ORDER-12345' };
const { authority, amount, order_id } = payment;
export const timestamp = '1404-06-28 10:30:00';

/** What one operation answers: a status and a body, or a broken line. */
export type Scripted = { status?: number; body: unknown } | 'broken';
export type Script = Partial<Record<OperationName, Scripted>>;

export const success = (data: unknown): Scripted => ({
  body: { success: true, data: { ...(data as object), meta: {} }, timestamp },
});
export const error = (
  name: keyof typeof errors,
  details?: unknown,
  status: number = errors[name].http[0],
): Scripted => ({
  status,
  body: errorBody(name, details),
});
export const page: Scripted = { status: 502, body: '<h1>Bad gateway</h1>' };

export const verified = { ref_id: '123456789', authority, amount, verified_at: timestamp };
export const verification = (change: object = {}) => success({ verification: { ...verified, ...change } });
/** The same without some of its fields. */
export const verificationWithout = (...names: (keyof typeof verified)[]) =>
  verification(Object.fromEntries(names.map((name) => [name, undefined])));
export const unverified = verification({ ref_id: null, verified_at: null });
export const transaction = (change: object = {}) =>
  success({
    transaction: { authority, amount, order_id, status: 'pending', can_be_verified: false, ...change },
  });

/** An unpaid payment as the page would print its refusal, if it printed one. */
export const literal = error('ErrorValidation', undefined, 422);
export const already = error('ErrorAlreadyVerified');
export const internal = error('ErrorInternal');

/** Everything that looks like a verification and is none. */
export const unproven: [what: string, answer: Scripted][] = [
  ['no verified_at', verificationWithout('verified_at')],
  ['an empty verified_at', verification({ verified_at: '' })],
  ['a blank verified_at', verification({ verified_at: '  ' })],
  ['null for verified_at', verification({ verified_at: null })],
  ['a date of nothing but zeros', verification({ verified_at: '0000-00-00 00:00:00' })],
  ['true for verified_at', verification({ verified_at: true })],
  ['a list for verified_at', verification({ verified_at: [timestamp] })],
  ['no ref_id', verificationWithout('ref_id')],
  ['an empty ref_id', verification({ ref_id: '' })],
  ['null for ref_id', verification({ ref_id: null })],
  ['0 for ref_id', verification({ ref_id: 0 })],
  ['"0" for ref_id', verification({ ref_id: '0' })],
  ['an object for ref_id', verification({ ref_id: {} })],
  ['neither', unverified],
  ['no amount', verificationWithout('amount')],
  ['null for the amount', verification({ amount: null })],
  ['an amount in words', verification({ amount: '250000 IRR' })],
  ['an amount in a list', verification({ amount: [250_000] })],
  ['no authority', verificationWithout('authority')],
  ['null for the authority', verification({ authority: null })],
  ['null for the verification', success({ verification: null })],
  ['a list for the verification', success({ verification: [verified] })],
  ['text for the verification', success({ verification: 'done' })],
  ['no verification', success({})],
  ['null for the data', { body: { success: true, data: null } }],
  ['a list for the data', { body: { success: true, data: [{ verification: verified }] } }],
  ['success: false', { body: { success: false, data: { verification: verified, meta: {} } } }],
  ['success: "true"', { body: { success: 'true', data: { verification: verified, meta: {} } } }],
  ['no success', { body: { data: { verification: verified, meta: {} } } }],
  [
    'an error beside its data',
    { body: { success: true, data: { verification: verified }, error: { code: -31 } } },
  ],
  ['HTTP 500', { status: 500, body: { success: true, data: { verification: verified, meta: {} } } }],
  ['HTTP 302', { status: 302, body: { success: true, data: { verification: verified, meta: {} } } }],
  ['an empty body', { body: '' }],
  ['an error page', page],
  ['a list', { body: [] }],
  ['null', { body: 'null' }],
  ['a number', { body: '200' }],
  ['text', { body: '"paid"' }],
];
