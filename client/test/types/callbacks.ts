// Compiles, and each marked line does not: what comes from outside cannot be taken for the shop's own record.
import { createClient, readCallback, rials, type StoredPayment, type WebhookEvent } from '../../src/index.ts';

const client = createClient({ token: 'idg_test_x', environment: 'sandbox' });
declare const request: Request;
declare function find(authority: string): Promise<(StoredPayment & { customer: number }) | undefined>;

export async function callback(): Promise<string> {
  // @ts-expect-error a callback cannot be read without the record of the shop
  await readCallback(request);
  const read = await readCallback(request, find);
  const customer: number = read.payment.customer;
  // @ts-expect-error the amount that the callback brought is not there
  read.unproven.amount;
  // @ts-expect-error nor is its order
  read.order_id;
  const result = await client.verifyPayment(read.payment);
  // @ts-expect-error a callback is no record
  await client.verifyPayment(read.unproven);
  // @ts-expect-error an amount from outside has no unit
  await client.verifyPayment({ authority: 'a', amount: 100_000, order_id: 'o' });
  await client.verifyPayment({ authority: 'a', amount: rials(100_000), order_id: 'o' });
  switch (result.outcome) {
    case 'paid':
      return `${result.refId}${result.payment.customer}${customer}`;
    case 'not_paid':
      return result.reason ?? '';
    case 'mismatch':
      return '';
    case 'unknown':
      // @ts-expect-error nobody knows yet, so there is no reference
      return result.refId;
  }
}

export function webhook(event: WebhookEvent): string {
  switch (event.event) {
    case 'payment.completed':
    case 'verification.completed':
      return event.data.ref_code;
    case 'payment.reversed':
      // @ts-expect-error only the authority of a reversed payment is certain
      event.data.message.length;
      return event.data.authority;
    case 'refund.created':
      // @ts-expect-error a refund has no reference of the bank
      return event.data.ref_code;
    // @ts-expect-error there is no such event
    case 'payment.lost':
      return '';
    case 'unknown':
      return event.name;
    default:
      return event.id;
  }
}
