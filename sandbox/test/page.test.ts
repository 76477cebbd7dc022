// The payer's page without a browser: what it shows, where it leads, and that nothing hostile comes through.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCards } from '../../generated/facts.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
  shop = await sandbox.terminal({ name: 'فروشگاه <کتاب>' });
});
afterAll(() => sandbox.close());

const open = (authority: string) => sandbox.request('GET', `/startpay/${authority}`);
const submit = (authority: string, action: 'pay' | 'cancel', form: Record<string, string> = {}) =>
  sandbox.request(
    'POST',
    `/startpay/${authority}/${action}`,
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams(form).toString(),
  );

describe('an open payment', () => {
  it('shows amount in both units, order, deadline and the four cards, in Persian from right to left', async () => {
    const authority = await shop.createPayment({ description: 'خرید کتاب' });
    const { status, text, headers } = await open(authority);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="fa" dir="rtl">');
    for (const shown of [
      '۱۰۰٬۰۰۰ ریال',
      '۱۰٬۰۰۰ تومان',
      payment.order_id,
      'خرید کتاب',
      '۱۲:۱۵:۰۰',
      '&lt;کتاب&gt;',
    ]) {
      expect(text).toContain(shown);
    }
    for (const name of Object.keys(testCards)) expect(text).toContain(`name="card" value="${name}"`);
    expect(text).toContain('<meta http-equiv="refresh" content="900">');
  });

  it('allows nothing but its own style, font and scripts', async () => {
    const { headers, text } = await open(await shop.createPayment());
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]*src=)|style=|\son\w+=/);
    for (const [, asset] of text.matchAll(/(?:src|href)="(\/startpay\/assets\/[^"]+)"/g)) {
      expect((await sandbox.request('GET', asset ?? '')).status).toBe(200);
    }
  });

  it.each([
    ['success', 'پرداخت شما انجام شد.', '201'],
    ['failed', 'پرداخت انجام نشد.', '-1'],
    ['timeout', 'مهلت این پرداخت به پایان رسیده است.', '-1'],
  ])('paid with the card %s returns by a form that works without JavaScript', async (card, title, code) => {
    const authority = await shop.createPayment({ callback_url: 'https://merchant.com/back?shop=1' });
    const { status, text } = await submit(authority, 'pay', { card });
    expect(status).toBe(200);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain('<form id="back" method="post" action="https://merchant.com/back?shop=1"');
    expect(text).toContain(`<input type="hidden" name="status_code" value="${code}">`);
    expect(text).toContain('بازگشت به فروشگاه</button>');
    expect(text).toContain('/startpay/assets/return.js');
  });

  it('takes the number of a card as well', async () => {
    const authority = await shop.createPayment();
    await submit(authority, 'pay', { card: '6037 9971 2345 6789' });
    expect((await shop.call('getTransaction', { authority })).json.data.transaction.can_be_verified).toBe(
      true,
    );
  });

  it('returns by GET with 303 where the shop asked for that', async () => {
    const authority = await shop.createPayment({ action: 'GET' });
    const { status, headers } = await submit(authority, 'cancel');
    expect(status).toBe(303);
    const location = new URL(headers.location ?? '');
    expect(location.origin + location.pathname).toBe(payment.callback_url);
    expect(location.searchParams.get('status_code')).toBe('-1');
  });

  it('says when the card is not the one the payment names, and stays open', async () => {
    const authority = await shop.createPayment({ card_number: '603799******6789' });
    const { status, text } = await submit(authority, 'pay', { card: 'failed' });
    expect([status, text.includes('پرداخت فقط با کارت تعیین‌شده ممکن است')]).toEqual([422, true]);
    expect((await shop.call('getPayment', { authority })).json.data.transaction.status).toBe('pending');
  });
});

describe('a payment that is over', () => {
  it('says so and leads back, but does not leave by itself', async () => {
    const authority = await shop.createPayment();
    await shop.call('cancelPayment', { authority });
    const { status, text } = await open(authority);
    expect([status, text.includes('این پرداخت لغو شده است.')]).toEqual([200, true]);
    expect(text).toContain('بازگشت به فروشگاه');
    expect(text).not.toContain('return.js');
    const again = await submit(authority, 'pay', { card: 'success' });
    expect(again.text).toContain('این پرداخت لغو شده است.');
  });

  it.each(['20251001214241ABCDEF', 'nonsense', '%D9%BE'])('%s is not known', async (authority) => {
    expect((await open(authority)).status).toBe(404);
    expect((await submit(authority, 'pay', { card: 'success' })).status).toBe(404);
    expect((await submit(authority, 'cancel')).status).toBe(404);
  });
});

describe('what a shop writes', () => {
  it.each([
    ['description', `"'&amp; javascript:alert(1) \u202e`],
    [
      'callback_url',
      `https://merchant.com/?a='"onmouseover=alert(1)&b=%22%3E%3Cscript%3E`.replaceAll(
        /['"]/g,
        encodeURIComponent,
      ),
    ],
    ['callback_url', 'https://evil;script-src.example/'],
  ])('as %s cannot become markup or policy: %s', async (field, value) => {
    const authority = await shop.createPayment({ [field]: value });
    const page = await open(authority);
    const back = await submit(authority, 'pay', { card: 'failed' });
    for (const { text, headers } of [page, back]) {
      expect(text).not.toMatch(/<script(?![^>]*src="\/startpay\/assets\/)/);
      expect(text).not.toMatch(/<[^>]*\sonmouseover/);
      expect(headers['content-security-policy']).not.toContain('evil');
    }
  });
});
