// Returns of the payer, genuine and forged: anybody can type them.
import type { Demand, Scenario } from '../scenario.ts';
import { amount, orderId, single } from './common.ts';

const authority = '2025100121424146HC';
const stored = { authority, amount, order_id: orderId };

/** A form, as a browser writes it. */
const form = (change: Record<string, string | undefined> = {}, more = ''): string => {
  const fields = {
    authority,
    status_code: '201',
    message: 'پیام',
    amount: String(amount),
    order_id: orderId,
    ...change,
  };
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString() + more;
};

const read = (claim: string) => ({ outcome: 'callback', claim });
const refused = (reason: string) => ({ outcome: 'refused', reason });

const cases: [what: string, body: string, told: { readonly [field: string]: Demand }][] = [
  ['that awaits its verification', form(), read('awaiting_verification')],
  [
    'of a payment that was verified at once',
    form({ status_code: '100', ref_id: '123456789' }),
    read('verified'),
  ],
  ['that says nothing was paid', form({ status_code: '-1' }), read('not_paid')],
  ['with any negative code', form({ status_code: '-4711' }), read('not_paid')],
  ['with a code of tomorrow', form({ status_code: '777' }), read('unknown')],
  ['with fields of the shop’s own', form({}, '&utm_source=a&utm_source=b'), read('awaiting_verification')],
  ['with a percent sign that encodes nothing', form({}, '&ref_id=100%'), read('awaiting_verification')],
  ['of another payment', form({ authority: '2025100121424146ZZ' }), refused('authority_differs')],
  ['with another amount', form({ amount: '1000' }), refused('amount_differs')],
  ['with another order', form({ order_id: 'ORDER-1' }), refused('order_differs')],
  ['with two amounts', form({}, `&amount=${amount}`), refused('doubled_field')],
  ['with no amount', form({ amount: undefined }), refused('malformed')],
  ['with an amount in words', form({ amount: 'all' }), refused('malformed')],
  ['with a broken amount', form({ amount: `${amount}.5` }), refused('malformed')],
  ['with no code', form({ status_code: undefined }), refused('malformed')],
  ['with a code in words', form({ status_code: 'paid' }), refused('malformed')],
  ['with no order', form({ order_id: '' }), refused('malformed')],
  ['with nothing', '', refused('malformed')],
];

export const callbacks: Scenario[] = [
  ...cases.flatMap(([what, body, told]) => [
    single(`a return by POST ${what}`, { do: 'callback', method: 'POST', query: '', body, stored }, told),
    single(`a return by GET ${what}`, { do: 'callback', method: 'GET', query: body, body: '', stored }, told),
  ]),
  single(
    'a return for a payment that the shop does not know',
    { do: 'callback', method: 'POST', query: '', body: form(), stored: null },
    refused('unknown_payment'),
  ),
  single(
    'a return by a method that is none',
    { do: 'callback', method: 'PUT', query: '', body: form(), stored },
    refused('method_not_allowed'),
  ),
  single(
    'a return by POST takes nothing from the address',
    { do: 'callback', method: 'POST', query: form({ status_code: '100' }), body: form(), stored },
    read('awaiting_verification'),
  ),
];
