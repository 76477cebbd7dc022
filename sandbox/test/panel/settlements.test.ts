// The panel's section of settlements: what the form settles is what the control API, the events and the list then say.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Endpoint } from '../support/endpoint.ts';
import type { TestSandbox, TestTerminal } from '../support/sandbox.ts';
import { type Fields, type Visitor, visitedShop } from './visitor.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let panel: Visitor;
let page: string;
let hook: Endpoint;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ sandbox, shop, panel, page, hook, close } = await visitedShop('settlements'));
});
afterEach(() => close());

const send = (fields: Fields) => panel.send(page, `${page}/settle`, fields);
const settle = (outcome: string) => panel.change(page, `${page}/settle`, { outcome });
const settlements = async () => (await sandbox.control(`terminals/${shop.id}/settlements`)).json.settlements;
const inPersian = () => panel.open(page.replace('/en/', '/fa/'));

async function verified(amount: number): Promise<string> {
  const authority = await shop.createPayment({ amount });
  await shop.pay(authority);
  await shop.call('createVerification', { body: { authority, amount } });
  return authority;
}

/** The cells of the list's rows, without their markup. */
const rows = (text: string) =>
  [...(text.split('<tbody>')[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  );
const sentences = (text: string) => text.replaceAll(/<[^>]+>/g, '');

describe('settling by the form', () => {
  it.each(['completed', 'failed'])(
    '%s: stores it, lists it in both languages, and sends its events',
    async (outcome) => {
      const events = ['settlement.created', `settlement.${outcome}`];
      await shop.call('subscribeWebhook', { body: { url: hook.url, events } });
      await verified(1_000_000);
      sandbox.clock.advance(86_400_000);
      await verified(250_000);
      const { text } = await settle(outcome);
      const [settlement, ...others] = await settlements();
      expect(others).toEqual([]);
      expect(settlement).toMatchObject({ status: outcome, amount: 1_250_000, payments: 2 });
      const { settlement_code: code } = settlement;
      expect(rows(text)).toEqual([
        [
          code,
          '1,250,000 rials',
          '0 rials',
          '1405-09-03 to 1405-09-04',
          outcome === 'completed' ? 'Completed' : 'Failed',
          '2',
          '1405-09-04 12:00:00',
        ],
      ]);
      expect(text).toMatch(/class="notice good" role="status">[^<]*settlement\.created/);
      expect(rows((await inPersian()).text)).toEqual([
        [
          code,
          '۱٬۲۵۰٬۰۰۰ ریال',
          '۰ ریال',
          '۱۴۰۵-۰۹-۰۳ تا ۱۴۰۵-۰۹-۰۴',
          outcome === 'completed' ? 'تکمیل‌شده' : 'ناموفق',
          '۲',
          '۱۴۰۵-۰۹-۰۴ ۱۲:۰۰:۰۰',
        ],
      ]);
      await sandbox.background.settle();
      const sent = hook.received.map(({ json }) => json);
      expect(sent.map(({ event }) => event).sort()).toEqual([...events].sort());
      for (const { data } of sent) expect(data.settlement_code).toBe(code);
    },
  );

  it('says before it what would be transferred, and afterwards that nothing waits', async () => {
    await verified(500_000);
    const before = sentences((await panel.open(page)).text);
    expect(before).toContain('To be transferred500,000 rials');
    expect(before).not.toContain('There is nothing to settle');
    const after = sentences((await settle('completed')).text);
    expect(after).not.toContain('To be transferred');
    expect(after).toContain('There is nothing to settle: no verified payment is waiting.');
  });

  it('leaves the payments of a failed settlement to the next, and lists the newest first', async () => {
    await verified(500_000);
    await settle('failed');
    sandbox.clock.advance(60_000);
    const { text } = await settle('completed');
    expect(rows(text).map(([, , , , status]) => status)).toEqual(['Completed', 'Failed']);
  });

  it('settles this terminal alone', async () => {
    await verified(500_000);
    const other = await sandbox.terminal();
    const elsewhere = `/dashboard/en/terminals/${other.id}/settlements`;
    expect((await panel.send(elsewhere, `${elsewhere}/settle`, { outcome: 'completed' })).status).toBe(422);
    expect(await settlements()).toEqual([]);
    await settle('completed');
    expect(rows((await panel.open(elsewhere)).text)).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each([
    ['en', 'There is nothing to settle: no verified payment is waiting. Verify a payment first.'],
    ['fa', 'چیزی برای تسویه‌حساب نیست: هیچ پرداخت تأییدشده‌ای منتظر تسویه‌حساب نمانده است.'],
  ])('in %s, nothing to settle is said at the form, which keeps its choice', async (language, reason) => {
    await shop.pay(await shop.createPayment());
    page = page.replace('/en/', `/${language}/`);
    const { status, text } = await send({ outcome: 'failed' });
    expect(status).toBe(422);
    const card = text.slice(text.indexOf('id="settle"'), text.indexOf('</section>'));
    expect(card).toContain(`<p class="field-mistake" id="settle-mistake">${reason}`);
    expect(card).toContain('aria-describedby="settle-mistake"');
    expect(card).toContain('<option value="failed" selected>');
    expect(text).toContain('role="alert"');
    expect(await settlements()).toEqual([]);
  });

  it('names the refunds when they took what the payments brought', async () => {
    const authority = await verified(300_000);
    await settle('completed');
    await shop.call('createRefund', { body: { authority } });
    await verified(100_000);
    const { status, text } = await send({ outcome: 'completed' });
    expect([status, text.includes('refunds and fees are as much as the payments have brought')]).toEqual([
      422,
      true,
    ]);
    expect(sentences(text)).toContain('To be transferred-200,000 rials');
    expect(await settlements()).toHaveLength(1);
  });

  it.each(['', 'pending', 'constructor'])('the outcome "%s"', async (outcome) => {
    await verified(500_000);
    const { status, text } = await send({ outcome });
    expect([status, text.includes('Choose one of the outcomes')]).toEqual([422, true]);
    expect(await settlements()).toEqual([]);
  });

  it.each([
    ['without the token of the form', { form_token: '' }],
    ['with a token that somebody made up', { form_token: 'A'.repeat(43) }],
  ])('a form %s', async (_, forged) => {
    await verified(500_000);
    expect((await send({ outcome: 'completed', ...forged })).status).toBe(403);
    expect(await settlements()).toEqual([]);
  });
});

it('a long list has pages', async () => {
  for (let count = 0; count < 26; count += 1) {
    await verified(100_000);
    await settle('completed');
  }
  const [first, second] = [await panel.open(page), await panel.open(`${page}?page=2`)];
  expect([rows(first.text).length, rows(second.text).length]).toEqual([25, 1]);
  expect(first.text).toContain('settlements?page=2');
});
