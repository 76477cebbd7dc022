// A callback is a knock at the door: it counts only as far as it agrees with what the shop has stored.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { callbackFields } from '../../generated/client-facts.ts';
import { CallbackError, type CallbackRequest, readCallback, rials } from '../src/index.ts';

const stored = {
  authority: '2025100121424146HC',
  amount: rials(250_000),
  order_id: 'ORDER-12345',
  customer: 7,
};
const honest = {
  authority: stored.authority,
  status_code: '201',
  message: 'پرداخت در انتظار تایید است',
  amount: '250000',
  order_id: stored.order_id,
  ref_id: '123456789',
  card_pan: '603799******1234',
};
type Fields = Record<string, string>;

const form = (fields: Fields) => new URLSearchParams(fields).toString();

/** The ways in which a callback reaches a handler. */
const carriers: Record<string, (fields: Fields) => CallbackRequest> = {
  'a web request by GET': (fields) => new Request(`https://shop.example/back?order=5&${form(fields)}`),
  'a web request by POST': (fields) =>
    new Request('https://shop.example/back?order=5', { method: 'POST', body: new URLSearchParams(fields) }),
  'Express, by GET': (fields) => ({ method: 'GET', url: `/back?${form(fields)}`, body: {} }),
  'Express, with the form parsed': (fields) => ({ method: 'POST', url: '/back', body: fields }),
  'Fastify, with the form as text': (fields) => ({ method: 'POST', url: '/back', body: form(fields) }),
};

const reasonOf = (request: CallbackRequest, source: Parameters<typeof readCallback>[1] = () => stored) =>
  readCallback(request, source).then(
    () => 'accepted',
    (error: unknown) => (error instanceof CallbackError ? error.reason : error),
  );

describe.each(Object.entries(carriers))('by %s', (_, carry) => {
  it('gives the record of the shop and the claim', async () => {
    const find = vi.fn(async () => stored);
    const callback = await readCallback(carry(honest), find);
    expect(callback.payment).toBe(stored);
    expect(callback).toEqual({
      payment: stored,
      claim: 'awaiting_verification',
      unproven: { message: honest.message, refId: '123456789', cardPan: '603799******1234' },
    });
    expect(find).toHaveBeenCalledExactlyOnceWith(stored.authority);
  });

  it.each<{ what: string; change: Fields; reason: string }>([
    { what: 'another amount', change: { amount: '100000' }, reason: 'amount_differs' },
    { what: 'another order', change: { order_id: 'ORDER-99999' }, reason: 'order_differs' },
    { what: 'another authority', change: { authority: '2025100121424146XX' }, reason: 'authority_differs' },
    { what: 'a malformed authority', change: { authority: "' OR 1=1" }, reason: 'malformed' },
    { what: 'an amount with a fraction', change: { amount: '250000.0' }, reason: 'malformed' },
    { what: 'an amount in Persian digits', change: { amount: '۲۵۰۰۰۰' }, reason: 'malformed' },
    { what: 'an empty order', change: { order_id: '' }, reason: 'malformed' },
    { what: 'a status that is no number', change: { status_code: 'OK' }, reason: 'malformed' },
  ])('refuses $what', async ({ change, reason }) => {
    expect(await reasonOf(carry({ ...honest, ...change }))).toBe(reason);
  });

  it('takes it without what proves nothing, and with fields of tomorrow', async () => {
    const { ref_id, card_pan, message, ...bare } = honest;
    const callback = await readCallback(carry({ ...bare, trace_no: '7', psp: 'x' }), stored);
    expect(callback).toEqual({
      payment: stored,
      claim: 'awaiting_verification',
      unproven: { message: '', refId: undefined, cardPan: undefined },
    });
  });

  it('takes a name of a payment that is made otherwise', async () => {
    const other = { ...stored, authority: 'pay_01hzx9-K2', order_id: 'سفارش ۵' };
    const fields = { ...honest, authority: other.authority, order_id: other.order_id };
    expect(await reasonOf(carry(fields), () => other)).toBe('accepted');
  });

  it.each(['authority', 'status_code', 'amount', 'order_id'])('refuses a missing %s', async (name) => {
    const { [name as 'amount']: _, ...rest } = honest;
    expect(await reasonOf(carry(rest))).toBe('malformed');
  });

  it.each([
    { status: '201', claim: 'awaiting_verification' },
    { status: '100', claim: 'verified' },
    { status: '-1', claim: 'not_paid' },
    { status: '-99', claim: 'not_paid' },
    { status: '-33', claim: 'not_paid' },
    { status: '200', claim: 'unknown' },
    { status: '0', claim: 'unknown' },
    { status: '0201', claim: 'unknown' },
  ])('reads $status as "$claim"', async ({ status, claim }) => {
    expect(await readCallback(carry({ ...honest, status_code: status }), stored)).toMatchObject({ claim });
  });

  it('accepts nothing but what agrees in all three', async () => {
    const field = (value: string, other: fc.Arbitrary<string>) => fc.oneof(fc.constant(value), other);
    await fc.assert(
      fc.asyncProperty(
        field(honest.authority, fc.string()),
        field(honest.amount, fc.nat().map(String)),
        field(honest.order_id, fc.string()),
        async (authority, amount, order_id) => {
          const agrees =
            authority === honest.authority &&
            Number(amount) === stored.amount &&
            order_id === honest.order_id;
          const reason = await reasonOf(carry({ ...honest, authority, amount, order_id }));
          if (agrees) expect(reason).toBe('accepted');
          else expect(reason).toMatch(/^(malformed|\w+_differs)$/);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a callback', () => {
  it.each(callbackFields)('with %s twice is refused, wherever the forms are parsed', async (name) => {
    const doubled = `${form(honest)}&${name}=${honest[name]}`;
    const requests: CallbackRequest[] = [
      { method: 'GET', url: `/back?${doubled}` },
      { method: 'POST', url: '/back', body: doubled },
      { method: 'POST', url: '/back', body: { ...honest, [name]: [honest[name], honest[name]] } },
    ];
    for (const request of requests) expect(await reasonOf(request)).toBe('doubled_field');
  });

  it('by POST is read from its body alone', async () => {
    const body = form({ ...honest, amount: '100000' });
    expect(await reasonOf({ method: 'POST', url: `/back?${form(honest)}`, body })).toBe('amount_differs');
    expect(await reasonOf({ method: 'POST', url: `/back?${form(honest)}` })).toBe('malformed');
  });

  it.each(['PUT', 'HEAD', 'DELETE', ''])('by %s is refused', async (method) => {
    expect(await reasonOf({ method, url: `/back?${form(honest)}` })).toBe('method_not_allowed');
  });

  it('with nested fields is refused', async () => {
    const body = { ...honest, amount: { $gt: 0 } };
    expect(await reasonOf({ method: 'POST', url: '/back', body })).toBe('malformed');
  });

  it.each([null, undefined])('for a payment that the shop does not know (%s) is refused', async (nothing) => {
    expect(await reasonOf({ method: 'GET', url: `/back?${form(honest)}` }, () => nothing)).toBe(
      'unknown_payment',
    );
  });

  it('leads to the record of another payment only if the shop errs, and is refused then', async () => {
    const wrong = { ...stored, authority: '2025100121424146AA' };
    expect(await reasonOf({ method: 'GET', url: `/back?${form(honest)}` }, () => wrong)).toBe(
      'authority_differs',
    );
  });

  it('is refused or read, and never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.webUrl(), fc.anything(), async (method, url, body) => {
        const reasons = [
          await reasonOf({ method: 'POST', url, body }),
          await reasonOf({ method: 'GET', url: `${url}?${method}`, body }),
        ];
        for (const reason of reasons) expect(reason).toMatch(/^(malformed|doubled_field)$/);
      }),
    );
  });
});
