// What the model says of refunds: of verified payments alone, and never more than there was.
import { describe, expect, it } from 'vitest';
import { jalaliDateTime } from '../../src/judge/time.ts';
import {
  amount,
  beginning,
  ended,
  failure,
  forbidden,
  type Said,
  type Sent,
  type Story,
  short,
  story,
  success,
  unique,
  verified,
} from './story.ts';

const half = amount / 2;

function verifiedPayment(told: Story): string {
  const authority = told.created();
  told.pays(authority);
  told.verify(authority, amount, verified(authority));
  return authority;
}

const refunded = (authority: string, of: number, reason: string | null = null): Said =>
  success({
    refund: {
      refund_code: `RF-${unique()}`,
      authority,
      amount: of,
      status: 'pending',
      reason,
      created_at: jalaliDateTime(beginning),
    },
  });

const refund = (told: Story, authority: string, of: number | undefined, said: Said, sent: Sent = {}) =>
  told.says('createRefund', { body: { authority, ...(of !== undefined && { amount: of }) }, ...sent }, said);

const tooMuch = () => forbidden('refund_exceeds_payment');

describe('createRefund', () => {
  it.each<[string, number | undefined, (authority: string) => Said, string[]]>([
    ['of the whole', undefined, (a) => refunded(a, amount), []],
    ['of the whole, paid in part', undefined, (a) => refunded(a, half), ['differs /body/data/refund/amount']],
    ['of a part', half, (a) => refunded(a, half), []],
    ['of a part, paid in full', half, (a) => refunded(a, amount), ['differs /body/data/refund/amount']],
    ['of a part, refused', half, tooMuch, ['differs /status']],
    ['of more than there was', amount + 1, (a) => refunded(a, amount + 1), ['differs /status']],
    ['of more than there was, refused', amount + 1, tooMuch, []],
    ['that fails at the server', half, () => failure('ErrorInternal'), []],
  ])('%s', (_, of, said, wanted) => {
    const told = story();
    const authority = verifiedPayment(told);
    expect(refund(told, authority, of, said(authority))).toEqual(wanted);
  });

  it('in two parts gives back no more than there was', () => {
    const told = story();
    const authority = verifiedPayment(told);
    expect(refund(told, authority, half + 1, refunded(authority, half + 1))).toEqual([]);
    expect(refund(told, authority, half, tooMuch())).toEqual([]);
    expect(refund(told, authority, half, refunded(authority, half))).toEqual(['differs /status']);
  });

  it.each<['unpaid' | 'paid', string[]]>([
    ['unpaid', ['differs /status']],
    ['paid', ['differs /status']],
  ])('of a payment that is %s is refused', (what, wanted) => {
    const told = story();
    const authority = told.created();
    if (what === 'paid') told.pays(authority);
    expect(refund(told, authority, half, forbidden('payment_not_verified'))).toEqual([]);
    expect(refund(told, authority, half, refunded(authority, half))).toEqual(wanted);
  });

  it('whose answer was lost may have been made or not', () => {
    const told = story();
    const authority = verifiedPayment(told);
    told.begins('createRefund', { body: { authority, amount: half } }).lost();
    expect(refund(told, authority, half + 1, tooMuch())).toEqual([]);
    expect(refund(told, authority, half + 1, refunded(authority, half + 1))).toEqual([]);
    expect(refund(told, authority, half, refunded(authority, half))).toEqual(['differs /status']);
  });

  it('is made once with a key whose first answer was lost', () => {
    const told = story();
    const authority = verifiedPayment(told);
    const sent = { key: 'k', body: { authority, amount: half } };
    told.begins('createRefund', sent).lost();
    expect(told.says('createRefund', sent, refunded(authority, half))).toEqual([]);
    expect(refund(told, authority, half, refunded(authority, half))).toEqual([]);
    expect(refund(told, authority, half, refunded(authority, half))).toEqual(['differs /status']);
  });

  it('of two at the same moment that do not fit together leaves open which is refused', () => {
    const told = story();
    const authority = verifiedPayment(told);
    const sent = { body: { authority } };
    const [one, other] = [told.begins('createRefund', sent), told.begins('createRefund', sent)];
    expect(ended(one, tooMuch())).toEqual([]);
    expect(ended(other, refunded(authority, amount))).toEqual([]);
    expect(short(ended(told.begins('createRefund', sent), refunded(authority, amount)))).toEqual([
      'differs /status',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['its own amount', {}, []],
    ['another amount', { amount }, ['broken /body/data/amount']],
  ])('is reported with %s', (_, change, wanted) => {
    const told = story();
    const webhook = { url: 'https://shop.example/webhook', events: ['refund.created'] };
    const subscribed = { id: 'hook', ...webhook, secret: 'made-by-the-gateway', is_active: true };
    expect(told.says('subscribeWebhook', { body: webhook }, success({ webhook: subscribed }))).toEqual([]);
    const authority = verifiedPayment(told);
    const said = refunded(authority, half);
    refund(told, authority, half, said);
    const { refund: made } = (said.body as { data: { refund: object } }).data;
    const delivered = told.happens({
      kind: 'delivery',
      delivery: {
        url: webhook.url,
        event: 'refund.created',
        headers: {},
        body: Buffer.from(JSON.stringify({ data: { ...made, ...change } })),
        answered: 200,
        at: { from: beginning, to: beginning },
      },
    });
    expect(short(delivered)).toEqual(wanted);
  });
});
