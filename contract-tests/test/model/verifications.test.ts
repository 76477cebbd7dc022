// What the model says of verifications: once each, of what was paid, and for the payment's own amount.
import { describe, expect, it } from 'vitest';
import { jalaliDateTime } from '../../src/judge/time.ts';
import type { PayerAct } from '../../src/model/observation.ts';
import {
  alreadyVerified,
  amount,
  beginning,
  ended,
  failure,
  forbidden,
  invalid,
  notFound,
  type Said,
  type Story,
  short,
  story,
  success,
  verified,
} from './story.ts';

const paid = (told: Story, act: PayerAct = 'success') => {
  const authority = told.created();
  told.pays(authority, act);
  return authority;
};

type Case = [
  what: string,
  act: PayerAct | undefined,
  of: number,
  said: (authority: string) => Said,
  string[],
];

describe('createVerification', () => {
  it.each<Case>([
    ['of a paid payment succeeds', 'success', amount, (a) => verified(a), []],
    [
      'of a paid payment is not refused',
      'success',
      amount,
      () => forbidden('payment_unpaid'),
      ['broken /status'],
    ],
    [
      'of a paid payment is not refused for its amount',
      'success',
      amount,
      () => invalid('amount'),
      ['broken /status'],
    ],
    ['of a paid payment is not -21', 'success', amount, alreadyVerified, ['broken /status']],
    ['of a paid payment finds it', 'success', amount, notFound, ['broken /status']],
    ['may fail at the bank', 'success', amount, () => failure('ErrorBankUnavailable'), []],
    ['with a smaller amount is refused', 'success', amount - 1, (a) => verified(a), ['broken /status']],
    ['with a larger amount is refused', 'success', amount + 1, (a) => verified(a), ['broken /status']],
    ['with another amount is refused so', 'success', amount + 1, () => invalid('amount'), []],
    ['with another amount is not -21', 'success', amount + 1, alreadyVerified, ['broken /status']],
    ['of an unpaid payment is refused', undefined, amount, (a) => verified(a), ['broken /status']],
    ['of an unpaid payment is refused so', undefined, amount, () => forbidden('payment_unpaid'), []],
    [
      'of an unpaid payment names it',
      undefined,
      amount,
      () => forbidden('payment_failed'),
      ['differs /status'],
    ],
    ['may leave the reason out', undefined, amount, () => failure('ErrorStateForbids'), []],
    ['of a failed payment is not -21', 'failed', amount, alreadyVerified, ['broken /status']],
    ['of a failed payment is refused', 'failed', amount, (a) => verified(a), ['broken /status']],
    ['of a failed payment is refused so', 'failed', amount, () => forbidden('payment_failed'), []],
    ['of a cancelled payment is refused', 'cancel', amount, (a) => verified(a), ['broken /status']],
    ['of a payment out of time is refused', 'timeout', amount, (a) => verified(a), ['differs /status']],
  ])('%s', (_, act, of, said, wanted) => {
    const told = story();
    const authority = act ? paid(told, act) : told.created();
    expect(told.verify(authority, of, said(authority))).toEqual(wanted);
  });

  it.each<[string, (authority: string) => Said, string[]]>([
    ['succeeds no second time', (a) => verified(a), ['broken /status']],
    ['is -21', alreadyVerified, []],
    ['is no other refusal', () => forbidden('payment_paid'), ['broken /status']],
  ])('of a payment that is verified %s', (_, said, wanted) => {
    const told = story();
    const authority = paid(told);
    told.verify(authority, amount, verified(authority));
    expect(told.verify(authority, amount, said(authority))).toEqual(wanted);
  });

  it('for another order is refused', () => {
    const told = story();
    const authority = paid(told);
    const body = { authority, amount, order_id: 'another' };
    expect(told.says('createVerification', { body }, verified(authority))).toEqual(['differs /status']);
  });

  it('of a payment whose time is over is refused', () => {
    const told = story();
    const authority = paid(told);
    told.now += 3600;
    expect(told.verify(authority, amount, verified(authority, told.now))).toEqual(['differs /status']);
  });

  it('happens now', () => {
    const told = story();
    const authority = paid(told);
    expect(told.verify(authority, amount, verified(authority, beginning - 3600))).toEqual([
      'differs /body/data/verification/verified_at',
    ]);
  });

  it('succeeds for one of several at the same moment, whichever', () => {
    const told = story();
    const authority = paid(told);
    const sent = { body: { authority, amount } };
    const [one, other] = [told.begins('createVerification', sent), told.begins('createVerification', sent)];
    expect(ended(one, alreadyVerified())).toEqual([]);
    expect(ended(other, verified(authority))).toEqual([]);
  });

  it('succeeds for no two of several at the same moment', () => {
    const told = story();
    const authority = paid(told);
    const sent = { body: { authority, amount } };
    const [one, other] = [told.begins('createVerification', sent), told.begins('createVerification', sent)];
    expect(ended(one, verified(authority))).toEqual([]);
    expect(short(ended(other, verified(authority)))).toEqual(['broken /status']);
  });

  it('whose answer was lost may have succeeded or not', () => {
    const lost = () => {
      const told = story();
      const authority = paid(told);
      told.begins('createVerification', { body: { authority, amount } }).lost();
      return { told, authority };
    };
    const [one, other] = [lost(), lost()];
    expect(one.told.verify(one.authority, amount, verified(one.authority))).toEqual([]);
    expect(other.told.verify(other.authority, amount, alreadyVerified())).toEqual([]);
  });
});

describe('retryVerification', () => {
  const retry = (told: Story, authority: string, said: Said) =>
    told.says('retryVerification', { authority }, said);

  it('succeeds after an attempt that failed, once', () => {
    const told = story();
    const authority = paid(told);
    told.verify(authority, amount, failure('ErrorBankUnavailable'));
    expect(retry(told, authority, verified(authority))).toEqual([]);
    expect(retry(told, authority, verified(authority))).toEqual(['broken /status']);
  });

  it.each<[string, PayerAct | undefined, string]>([
    ['a payment that nobody has paid', undefined, 'broken'],
    ['a failed payment', 'failed', 'broken'],
    ['a paid payment that was never attempted', 'success', 'differs'],
  ])('does not verify %s', (_, act, word) => {
    const told = story();
    const authority = act ? paid(told, act) : told.created();
    expect(retry(told, authority, verified(authority))).toEqual([`${word} /status`]);
  });
});

describe('getVerification', () => {
  const state = (authority: string, ref: unknown, at: unknown) =>
    success({ verification: { ref_id: ref, authority, amount, verified_at: at } });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, []],
    ['empty text', '', []],
    [
      'a value',
      'r',
      ['differs /body/data/verification/ref_id', 'differs /body/data/verification/verified_at'],
    ],
  ])('of an unverified payment shows %s', (_, value, wanted) => {
    const told = story();
    const authority = paid(told);
    const at = value === 'r' ? jalaliDateTime(beginning) : value;
    expect(told.says('getVerification', { authority }, state(authority, value, at))).toEqual(wanted);
  });

  it('of a verified payment shows when, and of no unverified one says that it is not there', () => {
    const told = story();
    const authority = paid(told);
    expect(told.says('getVerification', { authority }, notFound())).toEqual(['differs /status']);
    told.verify(authority, amount, verified(authority));
    expect(told.says('getVerification', { authority }, notFound())).toEqual(['broken /status']);
    expect(told.says('getVerification', { authority }, state(authority, null, null))).toEqual([
      'broken /body/data/verification/ref_id',
      'broken /body/data/verification/verified_at',
    ]);
  });
});
