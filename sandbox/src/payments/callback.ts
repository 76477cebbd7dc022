// What the payer's browser takes back to the shop, and to which address (docs/decisions/0006, 0007 and 0046).
import { callbackMessages } from '../../../generated/facts.ts';
import type { PaymentRow } from '../storage/schema.ts';
import { paidStates } from './states.ts';

export interface Callback {
  method: 'POST' | 'GET';
  /** Where the form goes, or for GET the whole address with its query. */
  url: string;
  fields: Record<string, string>;
}

const names = ['authority', 'status_code', 'message', 'amount', 'order_id', 'ref_id', 'card_pan'];

function statusCodeOf({ state }: PaymentRow): keyof typeof callbackMessages {
  if (state === 'COMPLETED') return '100';
  return paidStates.includes(state) ? '201' : '-1';
}

/** The callback of a payment as it is now. */
export function callbackOf(payment: PaymentRow): Callback {
  const code = statusCodeOf(payment);
  const paid = code !== '-1';
  const fields: Record<string, string> = {
    authority: payment.authority,
    status_code: code,
    message: callbackMessages[code],
    amount: String(payment.amount),
    order_id: payment.order_id,
    ...(paid && payment.bank_reference !== null ? { ref_id: payment.bank_reference } : {}),
    ...(paid && payment.card_pan !== null ? { card_pan: payment.card_pan } : {}),
  };
  const url = new URL(payment.callback_url);
  url.hash = '';
  // The shop's own query is kept, except for what could pass for one of the callback's fields.
  for (const name of names) if (url.searchParams.has(name)) url.searchParams.delete(name);
  if (payment.callback_method === 'GET') {
    // Added as text, because setting it by its parts would spell the shop's own query anew.
    url.search = [url.search.slice(1), new URLSearchParams(fields)]
      .filter((part) => `${part}` !== '')
      .join('&');
  }
  return { method: payment.callback_method, url: url.href, fields };
}
