// What the model says of idempotency keys: the first answer again, no other request, one terminal, one day.
import { describe, expect, it } from 'vitest';
import { idempotency } from '../../src/contract/facts.ts';
import {
  amount,
  beginning,
  createdAs,
  ended,
  failure,
  invalid,
  newAuthority,
  type Said,
  short,
  story,
  unique,
} from './story.ts';

const body = { amount, order_id: 'order', callback_url: 'https://shop.example/callback' };
const other = { ...body, order_id: 'another' };
const sent = { key: 'k', body };
const made = (at = beginning): Said => createdAs(newAuthority(), at);
const { lifetime_seconds: lifetime } = idempotency;

describe('a request that is repeated with its key', () => {
  it.each<[string, (first: Said) => Said, string[]]>([
    ['gets the stored answer', (first) => first, []],
    ['makes no second payment', () => made(), ['broken /body/data/transaction/authority']],
    ['is not refused', () => invalid('idempotency_key'), ['differs /status']],
    [
      'gets the very bytes',
      ({ status, body: said }) => ({ status, body: { ...(said as object), timestamp: '…' } }),
      ['differs /body'],
    ],
    ['may meet a failing server', () => failure('ErrorInternal'), []],
  ])('%s', (_, again, wanted) => {
    const told = story();
    const first = made();
    expect(told.says('createPayment', sent, first)).toEqual([]);
    expect(told.says('createPayment', sent, again(first))).toEqual(wanted);
  });

  it('may meet a limit that others have used up', () => {
    const told = story({ one: { token: 'one', isAlone: false } });
    told.says('createPayment', sent, made());
    expect(told.says('createPayment', sent, failure('ErrorRateLimited'))).toEqual([]);
  });

  it('at the same moment gets the same answer', () => {
    const told = story();
    const [one, two] = [told.begins('createPayment', sent), told.begins('createPayment', sent)];
    expect(ended(one, made())).toEqual([]);
    expect(short(ended(two, made()))).toEqual(['broken /body/data/transaction/authority']);
  });

  it.each<[string, Said]>([
    ['a server error', failure('ErrorBankUnavailable')],
    ['a refusal of its fields', invalid('amount')],
    ['a limit', failure('ErrorRateLimited')],
  ])('is carried out after %s', (_, first) => {
    const told = story();
    told.says('createPayment', sent, first);
    expect(told.says('createPayment', sent, made())).toEqual([]);
  });

  it('is refused anew, in other bytes, where its amount is above the bound of the sandbox', () => {
    const told = story();
    const refused = invalid('amount');
    expect(told.says('createPayment', sent, refused)).toEqual([]);
    for (const one of [sent, { ...sent, body: other }]) {
      expect(told.says('createPayment', one, invalid('amount'))).toEqual([]);
    }
  });

  it.each<[string, number, string[]]>([
    ['before its day is over is no new one', lifetime - 60, ['broken /body/data/transaction/authority']],
    ['at the end of its day may be either', lifetime, []],
    ['after its day is a new one', lifetime + 60, []],
  ])('%s', (_, seconds, wanted) => {
    const told = story();
    told.says('createPayment', sent, made());
    told.now += seconds;
    expect(told.says('createPayment', sent, made(told.now))).toEqual(wanted);
  });

  it('after its day does not get the stored answer any more', () => {
    const told = story();
    const first = made();
    told.says('createPayment', sent, first);
    told.now += lifetime + 60;
    expect(told.says('createPayment', sent, first)).toContain('broken /body/data/transaction/authority');
    expect(told.says('createPayment', sent, invalid('idempotency_key'))).toContain('differs /status');
  });
});

describe('a key', () => {
  it('is refused for another request', () => {
    const told = story();
    told.says('createPayment', sent, made());
    expect(told.says('createPayment', { key: 'k', body: other }, made())).toEqual(['differs /status']);
    expect(told.says('createPayment', { key: 'k', body: other }, invalid('idempotency_key'))).toEqual([]);
  });

  it('is refused for another operation', () => {
    const told = story();
    const authority = told.created();
    told.says('createPayment', sent, made());
    const verification = { key: 'k', body: { authority, amount } };
    expect(
      told.says(
        'createVerification',
        verification,
        failure('ErrorStateForbids', { reason: 'payment_unpaid' }),
      ),
    ).toEqual(['differs /status']);
  });

  it('of another terminal is another key', () => {
    const told = story();
    told.says('createPayment', sent, made());
    const there = { ...sent, token: 'two' };
    expect(told.says('createPayment', there, invalid('idempotency_key'))).toEqual(['differs /status']);
    expect(told.says('createPayment', there, made())).toEqual([]);
  });

  it('is told back as it was sent', () => {
    const told = story();
    const said = made();
    const { data } = said.body as { data: { meta: object } };
    data.meta = { ...data.meta, idempotency_key: 'another' };
    expect(told.says('createPayment', sent, said)).toEqual(['differs /body/data/meta/idempotency_key']);
  });

  it('whose first answer was lost belongs to its request', () => {
    const told = story();
    told.begins('createPayment', sent).lost();
    const first = made();
    expect(told.says('createPayment', sent, first)).toEqual([]);
    expect(told.says('createPayment', sent, made())).toEqual(['broken /body/data/transaction/authority']);
  });

  it('is given out once', () => {
    const told = story();
    const given = (key: string): Said => ({ status: 200, body: { success: true, idempotency_key: key } });
    const key = `txn_${unique()}`;
    expect(told.says('getIdempotencyKey', {}, given(key))).toEqual([]);
    expect(told.says('getIdempotencyKey', {}, given(key))).toEqual(['broken /body/idempotency_key']);
  });
});
