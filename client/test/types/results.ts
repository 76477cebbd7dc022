// Compiles, and each marked line does not: results have to be looked at, and every code has to be thought of.
import {
  type ApiErrorOf,
  createClient,
  type ErrorOf,
  type OperationName,
  type Operations,
  type Result,
  type VerificationState,
} from '../../src/index.ts';

const client = createClient({ token: 'idg_test_x', environment: 'sandbox' });

export async function narrows(): Promise<string> {
  const result = await client.createPayment({} as never);
  // @ts-expect-error it may have failed
  result.data.transaction;
  if (result.ok) {
    const status: 200 = result.status;
    return `${status}${result.data.transaction.gateway_url}${result.body.timestamp}`;
  }
  // @ts-expect-error a failure has no data
  result.data.transaction;
  if (result.status === 422) {
    const code: -2 = result.error.code;
    return `${code}${result.error.details?.validation?.amount?.[0]}`;
  }
  if (result.status === 401) {
    // @ts-expect-error 401 is never a validation error
    if (result.error.code === -2) return 'never';
    return result.error.type;
  }
  // @ts-expect-error the contract documents no 418
  if (result.status === 418) return 'a teapot';
  return result.error.message;
}

/** Every code of createPayment, and no other: without a default, the compiler counts them. */
export function everyCode(error: ErrorOf<'createPayment'>): string {
  switch (error.code) {
    case -2:
      return error.type;
    case -50:
    case -51:
    case -52:
    case -53:
    case -54:
    case -101:
    case -102:
    case -103:
      return error.persian ?? '';
    case -31:
    case -500:
    case 996:
      return error.mayHaveActed ? 'maybe' : 'no';
    case 'network':
    case 'timeout':
    case 'aborted':
      return 'no answer';
    case 'unreadable':
    case 'untrusted':
    case 'unexpected':
      return error.details.fault;
  }
}

// @ts-expect-error 996 is missing
export function oneMissing(error: ApiErrorOf<'createPayment'>): string {
  switch (error.code) {
    case -2:
    case -50:
    case -51:
    case -52:
    case -53:
    case -54:
    case -101:
    case -102:
    case -103:
    case -31:
    case -500:
      return 'all but one';
  }
}

export function unknownCode(error: ErrorOf<'getPayment'>): string {
  switch (error.code) {
    case -33:
      return 'not found';
    // @ts-expect-error getPayment never says that a payment has been verified before
    case -21:
      return 'verified';
    default:
      return '';
  }
}

export function facesOfMinusTwo(error: ErrorOf<'createVerification'>): string {
  if (error.code !== -2) return '';
  if (error.type === 'business_logic_error') {
    switch (error.details?.reason) {
      case 'payment_unpaid':
        return 'wait';
      // The contract knows no such reason, but new ones may come.
      case 'payment_lost':
        return '';
      default:
        return '';
    }
  }
  // @ts-expect-error a validation error has no reason
  return error.details?.reason.length;
}

export function verified(result: Result<'getVerification'>): string {
  if (!result.ok) return '';
  const verification: VerificationState = result.data.verification;
  // @ts-expect-error it may not have been verified
  verification.ref_id.length;
  return verification.verified_at === null ? 'not yet' : verification.ref_id;
}

export async function subscription(): Promise<201 | undefined> {
  const result = await client.subscribeWebhook({ url: 'https://shop.example', events: ['payment.failed'] });
  return result.ok ? result.status : undefined;
}

/** The contract and the client have the same operations: neither side may gain one alone. */
export const everyOperation: [OperationName, keyof Operations] extends [keyof Operations, OperationName]
  ? true
  : never = true;
