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
  // @ts-expect-error the status decides nothing: which code comes with it is an assumption
  if (result.status === 422) return result.error.details.validation;
  if (result.error.code === -2) {
    const type: 'validation_error' = result.error.type;
    // @ts-expect-error the gateway need not say which field is faulty
    result.error.details.validation;
    return `${type}${result.error.details?.validation?.amount?.[0]}`;
  }
  if (result.error.code === 'unknown_code') {
    const code: number | undefined = result.error.gatewayCode;
    return `${code}${result.error.persian}${result.error.status}`;
  }
  return result.error.message;
}

/** What only examples show may be missing. */
export function meta(result: Result<'createVerification'>): string {
  if (!result.ok) return '';
  // @ts-expect-error facts about the answer need not come
  result.data.meta.request_id.length;
  return result.data.verification.ref_id + (result.data.meta?.request_id ?? '');
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
    case 'unknown_code':
      return `${error.gatewayCode}`;
  }
}

// @ts-expect-error unknown codes are missing
export function unknownMissing(error: ApiErrorOf<'getHealth'>): string {
  switch (error.code) {
    case -54:
    case -31:
    case -500:
      return 'all that are known';
  }
}

// @ts-expect-error 996 is missing
export function oneMissing(error: ApiErrorOf<'createPayment'>): string {
  switch (error.code) {
    case 'unknown_code':
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
  // @ts-expect-error -2 is never a failure of the server
  if (error.type === 'server_error') return '';
  switch (error.details?.reason) {
    case 'payment_unpaid':
      return 'wait';
    case 'a word of tomorrow':
      return '';
    default:
      return error.type;
  }
}

export function verified(result: Result<'getVerification'>): string {
  if (!result.ok) return '';
  const verification: VerificationState = result.data.verification;
  // @ts-expect-error it may not have been verified
  verification.ref_id.length;
  // @ts-expect-error that it is not null proves nothing
  if (verification.verified_at !== null) verification.ref_id.length;
  return verification.verified_at ? verification.ref_id : 'not yet';
}

export async function subscription(): Promise<201 | undefined> {
  const result = await client.subscribeWebhook({ url: 'https://shop.example', events: ['payment.failed'] });
  return result.ok ? result.status : undefined;
}

/** The contract and the client have the same operations: neither side may gain one alone. */
export const everyOperation: [OperationName, keyof Operations] extends [keyof Operations, OperationName]
  ? true
  : never = true;
