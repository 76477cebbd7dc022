// The timeline of a payment tells how its callback left the sandbox, and claims nothing about its arrival.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Endpoint, endpoint } from '../support/endpoint.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';
import { privateSettings, type Visitor, visitor } from './visitor.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let panel: Visitor;
let hook: Endpoint;
beforeEach(async () => {
  sandbox = await testSandbox({ settings: privateSettings });
  shop = await sandbox.terminal();
  panel = visitor(sandbox);
  hook = await endpoint();
});
afterEach(async () => {
  await hook.close();
  await sandbox.close();
});

const base = (language = 'en') => `/dashboard/${language}/terminals/${shop.id}`;

/** The steps of a payment's timeline as text, oldest first. */
async function steps(authority: string, language = 'en'): Promise<string[]> {
  const { text } = await panel.open(`${base(language)}/transactions/${authority}`);
  const [story = ''] = /<ol class="timeline">.*?<\/ol>/s.exec(text) ?? [];
  return story
    .split('<li')
    .slice(1)
    .map((step) => step.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '));
}
const callbackSteps = async (authority: string) =>
  (await steps(authority)).filter((step) => /callback/i.test(step));

/** What the payer does on the page. */
const onPage = (authority: string, action: 'pay' | 'cancel', card = 'success') =>
  sandbox.request(
    'POST',
    `/startpay/${authority}/${action}`,
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ card }).toString(),
  );

describe('a callback in the hands of the payer’s browser', () => {
  it.each([
    ['POST', 'as a form', 'status_code=201'],
    ['GET', 'browser redirected', 'status_code=201'],
  ])(
    'by %s is told with its moment, and that only the shop knows of its arrival',
    async (action, way, code) => {
      const authority = await shop.createPayment({ action });
      await sandbox.request('GET', `/startpay/${authority}`);
      expect(await callbackSteps(authority)).toEqual([]);
      sandbox.clock.advance(61_000);
      await onPage(authority, 'pay');
      const [step = '', ...others] = await callbackSteps(authority);
      expect(others).toEqual([]);
      expect(step).toContain('1405-09-03 12:01:01');
      expect(step).toContain(way);
      expect(step).toContain('the shop alone knows');
      expect(step).toContain(`${action} ${payment.callback_url}`);
      expect(step).toContain(code);
      expect(step).not.toMatch(/No answer|sent by the sandbox/);
    },
  );

  it('is told again when the page is opened again, and a bounded number of times', async () => {
    const authority = await shop.createPayment({ action: 'GET' });
    await onPage(authority, 'cancel');
    await sandbox.request('GET', `/startpay/${authority}`);
    const told = await callbackSteps(authority);
    expect(told.map((step) => /redirected|as a link/.exec(step)?.[0])).toEqual(['redirected', 'as a link']);
    for (let count = 0; count < 60; count += 1) await sandbox.request('GET', `/startpay/${authority}`);
    expect(await callbackSteps(authority)).toHaveLength(50);
  });

  it('that a fault doubles is told twice: the one that the sandbox sent, and the form', async () => {
    hook.answer = 500;
    await sandbox.control('faults', { terminal: shop.id, kind: 'callback_duplicate' });
    const authority = await shop.createPayment({ callback_url: hook.url });
    await onPage(authority, 'pay');
    const [sent = '', form = '', ...others] = await callbackSteps(authority);
    expect(others).toEqual([]);
    expect(sent).toMatch(/sent by the sandbox itself status_code=201 doubled by a fault · 500/);
    expect(form).toMatch(/as a form/);
    expect(form).not.toContain('doubled');
    expect(hook.received).toHaveLength(1);
  });
});

describe('a callback that the sandbox sends itself', () => {
  it('is told with the answer of the shop, from the panel and from the control API', async () => {
    hook.answer = () => {
      sandbox.clock.advance(5000);
      return 302;
    };
    const authority = await shop.createPayment({ callback_url: hook.url });
    await sandbox.control(`payments/${authority}/pay`, { card: 'failed', send_callback: true });
    hook.answer = 'hang up';
    const there = `${base()}/transactions/${authority}`;
    await panel.send(there, `${there}/callback`);
    const [first = '', second = ''] = await callbackSteps(authority);
    expect(first).toMatch(/sent by the sandbox itself status_code=-1 · 302 POST /);
    // When it left, however long the shop took.
    expect(first).toContain('1405-09-03 12:00:00');
    expect(second).toContain('1405-09-03 12:00:05');
    expect(second).toMatch(/sent by the sandbox itself status_code=-1 · Connection failed/);
    expect((await steps(authority, 'fa')).join()).toMatch(/از خود سندباکس فرستاده شد[\s\S]*اتصال برقرار نشد/);
  });
});

describe('the box of the callback', () => {
  /** Its text, and the values of the callback's fields in it. */
  async function box(authority: string, language = 'en') {
    const { text } = await panel.open(`${base(language)}/transactions/${authority}`);
    const [part = ''] = /<section id="callback">.*?<\/section>/s.exec(text) ?? [];
    const fields = [...part.matchAll(/<dt>(\w+)<\/dt><dd><bdi>(.*?)<\/bdi>/g)];
    return { part, fields: Object.fromEntries(fields.map(([, name, value]) => [name, value])) };
  }
  const verify = (authority: string) =>
    shop.call('createVerification', { body: { authority, amount: payment.amount } });

  it('shows what was given, also after the verification, and what it would be now', async () => {
    hook.answer = 200;
    const authority = await shop.createPayment({ callback_url: hook.url });
    await onPage(authority, 'pay');
    const before = await box(authority);
    expect(before.fields).toMatchObject({ status_code: '201', ref_id: expect.any(String) });
    expect(before.part).toContain('This was given last');
    expect(before.part).not.toContain('has changed since');
    expect((await verify(authority)).status).toBe(200);
    const after = await box(authority);
    expect(after.fields).toEqual(before.fields);
    expect(after.part).toMatch(/has changed since then.*status_code=100/s);
    expect((await box(authority, 'fa')).part).toMatch(/تغییر کرده است.*status_code=100/s);
    const there = `${base()}/transactions/${authority}`;
    await panel.send(there, `${there}/callback`);
    const again = await box(authority);
    expect(again.fields.status_code).toBe('100');
    expect(again.part).toContain('The sandbox sent it itself');
    const sent = new URLSearchParams(hook.received[0]?.text);
    expect(again.fields).toEqual(Object.fromEntries(sent));
  });

  it('keeps to what was given when the paid payment has run out of time', async () => {
    const authority = await shop.createPayment({ action: 'GET' });
    await onPage(authority, 'pay');
    const before = await box(authority);
    sandbox.clock.advance(3_600_000);
    const after = await box(authority);
    expect(after.fields).toEqual(before.fields);
    expect(after.part).toMatch(/has changed since then.*status_code=-1/s);
  });

  it('says that none was given where none was', async () => {
    const authority = await shop.createPayment();
    await shop.pay(authority);
    const { part, fields } = await box(authority);
    expect(part).toContain('No callback has been given yet');
    expect(fields.status_code).toBe('201');
  });
});

it('is kept over a snapshot, and forgotten by a reset', async () => {
  const authority = await shop.createPayment();
  await onPage(authority, 'pay');
  const { json } = await sandbox.control('snapshots', { terminal: shop.id });
  await onPage(authority, 'pay');
  expect(await callbackSteps(authority)).toHaveLength(2);
  await sandbox.control(`snapshots/${json.id}/restore`, {});
  expect(await callbackSteps(authority)).toHaveLength(1);
  await sandbox.control('reset', { terminal: shop.id });
  const { kept } = await sandbox.services.storage.db
    .selectFrom('callbacks')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow();
  expect(kept).toBe(0);
});
