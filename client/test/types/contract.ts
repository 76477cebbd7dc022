// Compiles, and each marked line does not: the generated types are open where the gateway may send something new.
import type { components, operations } from '../../../generated/types.ts';

type Schemas = components['schemas'];
type JsonAt<Op extends keyof operations, Status> = operations[Op] extends {
  responses: infer Responses;
}
  ? Status extends keyof Responses
    ? Responses[Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : never
    : never
  : never;

/** Exactly this type, as no assignment could tell. */
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const yes = <_Claim extends true>() => {};

// Every known value stands in the type, so that editors suggest it, beside any other.
type OpenStatus = 'pending' | 'completed' | 'failed' | 'timeout' | 'cancelled' | 'unknown' | (string & {});
yes<Same<Schemas['PaymentStatus'], OpenStatus>>();
export const known: Schemas['PaymentStatus'] = 'completed';
export const refunded: Schemas['PaymentStatus'] = 'refunded';
// @ts-expect-error a status is text
export const number: Schemas['PaymentStatus'] = 7;
export const callbackStatus: Schemas['CallbackStatus'] = -2;

export function narrowsByStatus(status: Schemas['PaymentStatus']): number {
  switch (status) {
    case 'completed':
      return 1;
    default:
      return status.length;
  }
}

export function events(webhook: Schemas['Webhook']): boolean {
  return webhook.events.includes('payment.disputed');
}

// What is sent stays closed.
export const subscription: Schemas['WebhookSubscriptionRequest'] = {
  url: 'https://shop.example',
  // @ts-expect-error nobody can subscribe to an event that does not exist
  events: ['payment.disputed'],
};
// @ts-expect-error this event cannot be tested
export const test: Schemas['TestableEventType'] = 'payment.reversed';
export const order: Schemas['PaymentRequest'] = {
  amount: 100_000,
  order_id: 'ORDER-1',
  callback_url: 'https://shop.example',
  // @ts-expect-error the API knows no such field
  phone: '09123456789',
};

// Texts are texts: nobody is to compare them.
yes<Same<Schemas['PaymentResponse']['message'], string>>();

// Codes stay literal, by operation and status, and `success` tells an answer from an error.
type Answer = JsonAt<'createVerification', 200> | JsonAt<'createVerification', 400>;
export function narrowsBySuccess(answer: Answer): string {
  if (answer.success) {
    yes<Same<typeof answer.status_code, 200>>();
    return answer.data.verification.authority;
  }
  const code: -2 | -21 = answer.error.code;
  // @ts-expect-error createVerification never says that the transaction was not found
  if (answer.error.code === -33) return '';
  return `${code}${answer.error.message}`;
}
yes<Same<JsonAt<'getPayment', 404>['error']['code'], -33>>();
