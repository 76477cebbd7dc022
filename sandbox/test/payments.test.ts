// Payments from creation to their end, as a merchant's developer meets them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentLifecycle, sandbox as sandboxFacts } from '../../generated/facts.ts';
import { createIdentifiers } from '../src/core/identifiers.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

const lifetime = paymentLifecycle.lifetime_seconds.sandbox * 1000;

describe('a new payment', () => {
  it('has a page, an expiry and the marks of the sandbox', async () => {
    const { status, json } = await shop.call('createPayment', { body: payment, key: 'first' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ success: true, status_code: 100, timestamp: '1405-09-03 12:00:00' });
    expect(json.data.transaction.expires_at).toBe('1405-09-03 12:15:00');
    expect(json.data.transaction.authority).toMatch(/^20261124120000[A-Z0-9]{6}$/);
    expect(json.data.transaction.gateway_url).toBe(
      `http://localhost:4020/startpay/${json.data.transaction.authority}`,
    );
    expect(json.data.meta).toMatchObject({
      idempotency_key: 'first',
      environment: 'sandbox',
      test_mode: true,
    });
  });

  it('gets another authority when its own is taken', async () => {
    const identifiers = createIdentifiers();
    const drawn = ['20261124120000AAAAAA', '20261124120000AAAAAA', '20261124120000BBBBBB'];
    const unlucky = await testSandbox({
      identifiers: { ...identifiers, authority: () => drawn.shift() ?? identifiers.authority(0) },
    });
    const seller = await unlucky.terminal();
    expect(await seller.createPayment()).toBe('20261124120000AAAAAA');
    expect(await seller.createPayment()).toBe('20261124120000BBBBBB');
    await unlucky.close();
  });

  it.each([
    ['amount', 99_999, 'مبلغ باید حداقل 100000 ریال باشد'],
    ['amount', sandboxFacts.amount_maximum + 1, 'مبلغ باید حداکثر 10000000 ریال باشد'],
    ['amount', '100000', 'نوع فیلد amount نامعتبر است'],
    ['amount', 100_000.5, 'نوع فیلد amount نامعتبر است'],
    ['order_id', 'سفارش', 'قالب فیلد order_id نامعتبر است'],
    ['callback_url', 'ftp://merchant.com', 'قالب فیلد callback_url نامعتبر است'],
    ['description', '<b>', 'قالب فیلد description نامعتبر است'],
    ['mobile', '0912345678', 'قالب فیلد mobile نامعتبر است'],
    ['card_number', '۶۰۳۷۹۹۷۱۲۳۴۵۶۷۸۹', 'قالب فیلد card_number نامعتبر است'],
    ['action', 'PUT', 'مقدار action مجاز نیست'],
    ['direct_verify', null, 'نوع فیلد direct_verify نامعتبر است'],
    ['discount', 5, 'فیلد discount شناخته‌شده نیست'],
    ['__proto__', 5, 'فیلد __proto__ شناخته‌شده نیست'],
  ])('is refused for a wrong %s of %j, in Persian', async (field, value, text) => {
    const others = Object.entries(payment).filter(([name]) => name !== field);
    const members = [...others, [field, value]].map(
      ([name, of]) => `${JSON.stringify(name)}:${JSON.stringify(of)}`,
    );
    const rawBody = `{${members.join(',')}}`;
    const { status, json } = await shop.call('createPayment', { rawBody });
    expect(status).toBe(422);
    expect(Object.entries(json.error.details.validation)).toEqual([[field, [text]]]);
  });

  it('names all faulty fields at once', async () => {
    const { json } = await shop.call('createPayment', { body: { amount: 1 }, key: undefined });
    expect(Object.keys(json.error.details.validation).sort()).toEqual([
      'amount',
      'callback_url',
      'idempotency_key',
      'order_id',
    ]);
  });
});

describe('paying with the test cards', () => {
  it.each([
    ['success', 'pending', 201],
    ['failed', 'failed', -1],
    ['insufficient', 'failed', -1],
    ['timeout', 'timeout', -1],
    ['cancel', 'cancelled', -1],
  ])('the card %s leads to the status %s and the callback %i', async (card, status, code) => {
    const authority = await shop.createPayment();
    const { json } = await shop.pay(authority, card);
    expect(json.callback).toMatchObject({ method: 'POST', url: payment.callback_url });
    expect(json.callback.fields).toMatchObject({
      authority,
      status_code: String(code),
      order_id: payment.order_id,
    });
    expect('ref_id' in json.callback.fields).toBe(code === 201);
    const { json: found } = await shop.call('getPayment', { authority });
    expect(found.data.transaction.status).toBe(status);
    expect(found.data.transaction.ref_id).toBeNull();
  });

  it('direct_verify completes at once and calls back with 100', async () => {
    const authority = await shop.createPayment({ direct_verify: true });
    const { json } = await shop.pay(authority);
    expect(json.callback.fields).toMatchObject({ status_code: '100', card_pan: '603799******6789' });
    const { json: found } = await shop.call('getPayment', { authority });
    expect(found.data.transaction).toMatchObject({
      status: 'completed',
      ref_id: json.callback.fields.ref_id,
    });
    const again = await shop.call('createVerification', { body: { authority, amount: payment.amount } });
    expect(again.json.error.code).toBe(-21);
  });

  it('takes only the card that the payment names', async () => {
    const authority = await shop.createPayment({ card_number: '6037997123456789' });
    expect((await shop.pay(authority, 'failed')).status).toBe(409);
    expect((await shop.pay(authority, 'success')).json.state).toBe('AWAITING_VERIFICATION');
  });

  it('keeps the query of the callback address, except for what could pass for a field of the callback', async () => {
    const authority = await shop.createPayment({
      action: 'GET',
      callback_url: 'https://merchant.com/back?shop=1&status_code=100&amount=5#top',
    });
    const { json } = await shop.pay(authority, 'cancel');
    const url = new URL(json.callback.url);
    expect(url.hash).toBe('');
    expect(url.searchParams.get('shop')).toBe('1');
    expect(url.searchParams.getAll('status_code')).toEqual(['-1']);
    expect(url.searchParams.getAll('amount')).toEqual([String(payment.amount)]);
  });
});

describe('the end of a payment', () => {
  it('comes at its expiry, also when it is paid and not verified', async () => {
    const [unpaid, paid] = [await shop.createPayment(), await shop.createPayment()];
    await shop.pay(paid);
    sandbox.clock.advance(lifetime - 1);
    expect((await shop.call('getTransaction', { authority: paid })).json.data.transaction).toMatchObject({
      can_be_verified: true,
      is_expired: false,
    });
    sandbox.clock.advance(1);
    for (const authority of [unpaid, paid]) {
      const { json } = await shop.call('getTransaction', { authority });
      expect(json.data.transaction).toMatchObject({
        status: 'timeout',
        workflow_state: 'TIMEOUT',
        is_expired: true,
        can_be_verified: false,
        updated_at: json.data.transaction.expires_at,
      });
      const refused = await shop.call('createVerification', { body: { authority, amount: payment.amount } });
      expect(refused.json.error.details.reason).toBe('payment_expired');
    }
  });

  it.each([
    ['success', -2, 'payment_paid'],
    ['failed', -2, 'payment_failed'],
    ['timeout', -2, 'payment_expired'],
    ['cancel', -2, 'payment_cancelled'],
  ])('after the card %s the shop cannot cancel: %i %s', async (card, code, reason) => {
    const authority = await shop.createPayment();
    await shop.pay(authority, card);
    const { status, json } = await shop.call('cancelPayment', { authority });
    expect([status, json.error.code, json.error.details.reason]).toEqual([400, code, reason]);
  });

  it('comes by the shop, once', async () => {
    const authority = await shop.createPayment();
    const { json } = await shop.call('cancelPayment', { authority });
    expect(json.data.transaction).toMatchObject({ status: 'cancelled', ref_id: null });
    expect((await shop.pay(authority)).json).toMatchObject({ paid_now: false, state: 'CANCELLED' });
  });
});

describe('an authority', () => {
  it.each(['x', '2025100121424146hc', '2025100121424146HC5X7', 'A'.repeat(5000), '%D9%BE'])(
    'that has not the form of one is 422: %s',
    async (authority) => {
      const { status, json } = await shop.call('getPayment', { authority });
      expect([status, json.error.code]).toEqual([422, -2]);
      expect(Object.keys(json.error.details.validation)).toEqual(['authority']);
    },
  );

  it('of another terminal does not exist', async () => {
    const stranger = await sandbox.terminal();
    const authority = await shop.createPayment();
    const body = { authority, amount: payment.amount };
    for (const operation of [
      'getPayment',
      'cancelPayment',
      'getVerification',
      'retryVerification',
      'getTransaction',
    ] as const) {
      expect((await stranger.call(operation, { authority })).json.error.code).toBe(-33);
    }
    for (const operation of ['createVerification', 'createRefund'] as const) {
      expect((await stranger.call(operation, { body })).json.error.code).toBe(-33);
    }
    expect((await shop.call('getPayment', { authority })).json.data.transaction.status).toBe('pending');
  });
});
