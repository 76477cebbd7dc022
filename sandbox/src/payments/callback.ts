// What the payer's browser takes back to the shop, and to which address (docs/decisions/0006, 0007 and 0046).
import type { Contract } from '../contract/contract.ts';
import type { PaymentRow } from '../storage/schema.ts';
import { after, isVerifiable, isVerified } from './states.ts';

export interface Callback {
  method: 'POST' | 'GET';
  /** Where the form goes, or for GET the whole address with its query. */
  url: string;
  fields: Record<string, string>;
}

const names = ['authority', 'status_code', 'message', 'amount', 'order_id', 'ref_id', 'card_pan'];

function fieldsOf(payment: PaymentRow, { states, callbackMessages, sendings }: Contract): Callback['fields'] {
  const { state, bank_reference: reference, card_pan: card } = payment;
  // A payment that nobody has tried to pay has not succeeded either.
  const code = String(states[state].callback ?? states[after.failedPayment].callback);
  const paid = isVerified(state) || isVerifiable(state);
  const fields: Record<string, string> = {
    authority: payment.authority,
    status_code: code,
    message: callbackMessages[code] ?? '',
    amount: String(payment.amount),
    order_id: payment.order_id,
    ...(paid && reference !== null ? { ref_id: reference } : {}),
    ...(paid && card !== null ? { card_pan: card } : {}),
  };
  return sendings ? sendings.callback(state, fields) : fields;
}

/** The callback of a payment as it is now, in the dialects of its terminal. */
export function callbackOf(payment: PaymentRow, contract: Contract): Callback {
  const fields = fieldsOf(payment, contract);
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
