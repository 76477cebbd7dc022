// What the model says of callers: dead tokens, closed terminals, and what belongs to somebody else.
import { describe, expect, it } from 'vitest';
import { sandbox, tokens } from '../../src/contract/facts.ts';
import {
  amount,
  beginning,
  createdAs,
  ended,
  failure,
  invalid,
  newAuthority,
  notFound,
  type Said,
  type Story,
  short,
  shownAs,
  story,
  success,
  unique,
  verified,
} from './story.ts';

const { grace_seconds: grace } = tokens.rotation;
const month = sandbox.token_lifetime_days * 24 * 60 * 60;
const refused = () => failure('ErrorCredentialsInvalid');
const listed = () => success({ transactions: [] });

const rotate = (told: Story) =>
  told.happens({ kind: 'token rotated', terminal: 'one', token: 'new', at: told.now });
const revoke = (told: Story) => told.happens({ kind: 'tokens revoked', terminal: 'one', at: told.now });

describe('a token', () => {
  type Case = [string, (told: Story) => unknown, number, () => Said, string[]];
  it.each<Case>([
    ['that is good is taken', () => {}, 60, listed, []],
    ['that is good is not refused', () => {}, 60, refused, ['broken /status']],
    ['that was revoked is refused', revoke, 0, refused, []],
    ['that was revoked works no more', revoke, 0, listed, ['broken /status']],
    ['that was rotated works on for a day', rotate, grace - 60, listed, []],
    ['that was rotated is not refused for a day', rotate, grace - 60, refused, ['broken /status']],
    ['at the end of that day may be either', rotate, grace, refused, []],
    ['that was rotated works no more after a day', rotate, grace + 60, listed, ['broken /status']],
    ['of the sandbox works no more after a month', () => {}, month + 60, listed, ['broken /status']],
    ['of the sandbox works for a month', () => {}, month - 60, refused, ['broken /status']],
  ])('%s', (_, act, seconds, said, wanted) => {
    const told = story();
    act(told);
    told.now += seconds;
    expect(told.says('listTransactions', {}, said())).toEqual(wanted);
  });

  it('that was revoked may meet a limit that others have used up', () => {
    const told = story({ one: { token: 'one', isAlone: false } });
    revoke(told);
    expect(told.says('listTransactions', {}, failure('ErrorRateLimited'))).toEqual([]);
  });

  it('that was rotated is told when it ends', () => {
    const told = story();
    rotate(told);
    const say = (seconds: number) => {
      const { body } = listed();
      const headers = {
        'x-token-deprecated-expires-at': new Date((beginning + seconds) * 1000).toISOString(),
      };
      const answer = { status: 200, headers, body: Buffer.from(JSON.stringify(body)) };
      return short(told.begins('listTransactions').ends(answer, { status: 200, body }, beginning));
    };
    expect(say(grace)).toEqual([]);
    expect(say(grace / 2)).toEqual(['broken /headers/X-Token-Deprecated-Expires-At']);
  });
});

describe('a terminal', () => {
  it.each<[string, object, () => Said, string[]]>([
    ['that is not active is refused', { isActive: false }, () => failure('ErrorTerminalInactive'), []],
    ['that is not active gets nothing', { isActive: false }, listed, ['broken /status']],
    ['that is closed to this machine gets nothing', { isOpen: false }, listed, ['broken /status']],
    ['that demands signatures gets nothing without', { requireSignature: true }, listed, ['broken /status']],
    [
      'that demands signatures is refused',
      { requireSignature: true },
      () => failure('ErrorSignatureMissing'),
      [],
    ],
  ])('%s', (_, change, said, wanted) => {
    const told = story({ one: { token: 'one', ...change } });
    expect(told.says('listTransactions', {}, said())).toEqual(wanted);
  });
});

describe('a payment of another terminal', () => {
  it.each<[string, (told: Story, authority: string) => string[]]>([
    [
      'is not shown',
      (told, authority) =>
        told.says('getPayment', { authority, token: 'two' }, shownAs('AWAITING_PAYMENT', authority)),
    ],
    [
      'is not cancelled',
      (told, authority) =>
        told.says('cancelPayment', { authority, token: 'two' }, shownAs('CANCELLED', authority)),
    ],
    [
      'is not verified',
      (told, authority) => told.verify(authority, amount, verified(authority), { token: 'two' }),
    ],
    [
      'is not spoken of',
      (told, authority) =>
        told.verify(authority, amount, failure('ErrorStateForbids', { reason: 'payment_unpaid' }), {
          token: 'two',
        }),
    ],
  ])('%s', (_, ask) => {
    const told = story();
    // Whose it is is only assumed, and told as a stranger's (docs/decisions/0023).
    expect(ask(told, told.created())).toEqual(['differs /status']);
  });

  it('is not there', () => {
    const told = story();
    const authority = told.created();
    expect(told.says('getPayment', { authority, token: 'two' }, notFound())).toEqual([]);
  });

  it('is in no list', () => {
    const told = story();
    const [own, foreign] = [told.created({ token: 'two' }), told.created()];
    const row = (authority: string) => ({ authority, amount, status: 'pending' });
    const said = success({ transactions: [row(own), row(foreign)] });
    expect(told.says('listTransactions', { token: 'two' }, said)).toEqual([
      'differs /body/data/transactions/1/authority',
    ]);
  });

  it('may be one’s own where nobody knows whose the tokens are', () => {
    const told = story({ one: { token: 'one', isAlone: false }, two: { token: 'two', isAlone: false } });
    const authority = told.created();
    const shown = shownAs('AWAITING_PAYMENT', authority);
    expect(told.says('getPayment', { authority, token: 'two' }, shown)).toEqual([]);
  });
});

describe('an answer', () => {
  it('is about the payment that was asked for', () => {
    const told = story();
    const [one, other] = [told.created(), told.created()];
    expect(told.says('getPayment', { authority: one }, shownAs('AWAITING_PAYMENT', other))).toContain(
      'broken /body/data/transaction/authority',
    );
  });

  it.each<[string, (authority: string) => string, string[]]>([
    ['of the very payment', (authority) => `http://127.0.0.1:1/startpay/${authority}`, []],
    [
      'of another payment',
      () => `http://127.0.0.1:1/startpay/${newAuthority()}`,
      ['broken /body/data/transaction/gateway_url'],
    ],
    [
      'of the other environment',
      (authority) => `https://ipg.irandargah.com/startpay/${authority}`,
      ['broken /body/data/transaction/gateway_url'],
    ],
  ])('leads to the page %s', (_, url, wanted) => {
    const told = story();
    const authority = newAuthority();
    const said = createdAs(authority, beginning);
    const { data } = said.body as { data: { transaction: { gateway_url: string } } };
    data.transaction.gateway_url = url(authority);
    const body = { amount, order_id: 'order', callback_url: 'https://shop.example/callback' };
    expect(told.says('createPayment', { key: 'k', body }, said)).toEqual(wanted);
  });

  it('has an authority and a request id that no answer before it had', () => {
    const told = story();
    const said = createdAs(newAuthority(), beginning);
    const make = () => {
      const body = { amount, order_id: `order-${unique()}`, callback_url: 'https://shop.example/callback' };
      return told.says('createPayment', { key: unique(), body }, said);
    };
    expect(make()).toEqual([]);
    expect(make()).toEqual(['broken /body/data/transaction/authority', 'differs /body/data/meta/request_id']);
  });

  it('does not take back what an earlier one has told', () => {
    const told = story();
    const authority = told.created();
    told.pays(authority);
    told.verify(authority, amount, verified(authority));
    const state = (ref: string) =>
      success({ verification: { ref_id: ref, authority, amount, verified_at: null } });
    expect(told.says('getVerification', { authority }, state('another'))).toContain(
      'broken /body/data/verification/ref_id',
    );
  });

  it('without a token is nobody’s', () => {
    const told = story();
    const authority = told.created();
    expect(
      short(ended(told.begins('getPayment', { authority, token: 'nobody' }), invalid('authority'))),
    ).toEqual([]);
  });
});
