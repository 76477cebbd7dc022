// The panel in a real browser: a shop's whole story through its buttons, and every page as it is seen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { launchBrowser } from './browser.ts';
import { openShop, type Shop } from './panel-shop.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let sandbox: RunningSandbox;
let shop: Shop;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Seat {
  page: Page;
  context: BrowserContext;
  /** Console errors, violations of the policy, and addresses outside this machine. */
  complaints: string[];
}

async function sitDown(options: Parameters<Browser['newContext']>[0] = {}): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const { hostname } = new URL(route.request().url());
    if (hostname === '127.0.0.1') return route.continue();
    complaints.push(`foreign: ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that answers 404 or 422 on purpose says so here as well.
    const expected = /the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
  return { page, context, complaints };
}

/** Violations that axe-core calls serious or critical. */
async function severeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(`axe.run('html', { resultTypes: ['violations'] })`)) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const go = (page: Page, section: string) =>
  page.getByRole('navigation').getByRole('link', { name: section, exact: true }).click();

describe.each([
  { name: 'with JavaScript', javaScriptEnabled: true },
  { name: 'without JavaScript', javaScriptEnabled: false },
])('a shop from its first token to its last, $name', ({ javaScriptEnabled }) => {
  let seat: Seat;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
    seat = await sitDown({ javaScriptEnabled, locale: 'en-GB' });
  });
  afterEach(async () => {
    await seat.context.close();
    await shop.close();
    await sandbox.close();
  });

  it('creates a token, is paid, is told, rotates, revokes, and gets a dead letter again', async () => {
    const { page, complaints } = seat;
    await page.goto(sandbox.url);
    expect(page.url()).toBe(`${sandbox.url}/dashboard/en`);
    await page.getByRole('link', { name: 'فروشگاه آزمایشی' }).click();

    // A token, shown once.
    await go(page, 'API tokens');
    await button(page, 'Create a token').click();
    const token = (await page.locator('code.value').textContent()) ?? '';
    expect(token).toMatch(/^idg_test_/);
    await go(page, 'API tokens');
    expect(await page.content()).not.toContain(token);

    // A payment made with it, paid on the payer's page, verified by the shop.
    shop = await openShop(sandbox.url, token);
    await go(page, 'Webhooks');
    const field = (label: string) => page.getByLabel(label, { exact: true });
    // A bad address comes back with the gateway's words beside it, and with everything else that was written.
    await field('Address').fill('http://shop.example/webhook');
    await field('Secret for signatures (optional)').fill(shop.secret);
    for (const event of ['payment.created', 'payment.completed']) {
      await page.locator(`input[name="events"][value="${event}"]`).check();
    }
    await button(page, 'Subscribe').click();
    expect(await page.locator('#url-mistake').textContent()).toContain('قالب فیلد url نامعتبر است');
    // axe-core is a script as well.
    if (javaScriptEnabled) expect(await severeViolations(page)).toEqual([]);
    await field('Address').fill(`${shop.url}/webhook`);
    await button(page, 'Subscribe').click();
    await page.getByRole('status').filter({ hasText: 'The address was subscribed' }).waitFor();
    await page.getByLabel('Send a sample of').selectOption('payment.completed');
    await button(page, 'Test').click();
    await page.getByRole('status').filter({ hasText: 'The address took the sample of' }).waitFor();
    expect(shop.events.splice(0)).toEqual(['payment.completed']);
    const order = await shop.order('ORDER-1', 1_250_000);
    await go(page, 'Transactions');
    await page.getByRole('link', { name: order.authority }).click();
    await page.getByRole('link', { name: "Open the payer's page instead" }).click();
    expect(page.url()).toBe(order.gatewayUrl);
    await page.locator('button.card.success').click();
    if (!javaScriptEnabled) await page.locator('#back button').click();
    await page.waitForURL(`${shop.url}/callback`);
    expect(shop.callbacks).toEqual(['paid']);

    // The panel shows callback, verification, webhooks and the report.
    await sandbox.sandbox.background.settle();
    expect([...shop.events].sort()).toEqual(['payment.completed', 'payment.created']);
    await page.goto(
      `${sandbox.url}/dashboard/en/terminals/${sandbox.terminalId}/transactions/${order.authority}`,
    );
    const story = await page.locator('.timeline').textContent();
    for (const step of [
      'Created',
      'Paid',
      "Callback given to the payer's browser as a form",
      'Verified',
      'Verification attempt',
      'payment.completed',
    ]) {
      expect(story).toContain(step);
    }
    expect(await page.locator('main').textContent()).toContain(`POST ${shop.url}/callback`);
    await page.locator('.timeline').getByRole('link', { name: 'payment.completed' }).click();
    expect(await page.locator('main').textContent()).toMatch(/Delivered[\s\S]*attempt 1: 200/);
    await go(page, 'Reports');
    expect(await page.locator('svg.chart rect.good').count()).toBe(2);
    await page.getByText('The same as a table').first().click();
    expect(await page.locator('details.figures').first().textContent()).toContain('1,250,000 rials');

    // What was paid is settled once; the second time there is nothing left, and the form says so.
    await go(page, 'Settlements');
    await button(page, 'Settle now').click();
    await page.getByRole('status').filter({ hasText: 'It was settled' }).waitFor();
    expect(await page.locator('table').textContent()).toContain('1,250,000 rials');
    await button(page, 'Settle now').click();
    await page.locator('#settle .field-mistake').filter({ hasText: 'There is nothing to settle' }).waitFor();
    if (javaScriptEnabled) expect(await severeViolations(page)).toEqual([]);

    // A delivery that fails until it is a dead letter, sent again once the shop is well.
    shop.webhookStatus = 500;
    await shop.order('ORDER-2', 100_000);
    await sandbox.sandbox.background.settle();
    await go(page, 'Clock');
    await button(page, '+ 15 min').click();
    await go(page, 'Webhooks');
    await page.getByRole('link', { name: 'Show them' }).click();
    shop.webhookStatus = 200;
    shop.minutesAhead = 15;
    await button(page, 'Send again').click();
    await page.getByRole('status').filter({ hasText: 'It was sent once more' }).waitFor();
    expect(shop.events.filter((event) => event === 'payment.created')).toHaveLength(2);
    expect(await page.locator('main').textContent()).not.toContain('in the dead letter queue');

    // Rotation with its grace, and the end of every token in the danger zone.
    await go(page, 'API tokens');
    await page.getByRole('button', { name: /^Rotate/ }).click();
    const fresh = (await page.locator('code.value').textContent()) ?? '';
    expect(await page.locator('table').textContent()).toContain('Old; works for another');
    expect((await shop.client.listWebhookEvents()).headers?.get('x-token-deprecated')).toBe('true');
    await page.getByRole('link', { name: /danger zone/ }).click();
    await page.getByRole('checkbox').check();
    await button(page, 'Revoke: the token has leaked').click();
    await page.getByRole('status').filter({ hasText: 'has been revoked' }).waitFor();
    for (const revoked of [token, fresh]) {
      const { status } = await fetch(`${sandbox.url}/v2/webhooks/events`, {
        headers: { Authorization: `Bearer ${revoked}` },
      });
      expect(status).toBe(401);
    }
    expect(complaints).toEqual([]);
  });
});

describe('every page', () => {
  let paths: string[];

  /** A payment that is paid, verified and settled, and another that waits to be. */
  async function settled(): Promise<void> {
    const control = (path: string, body: object) =>
      fetch(`${sandbox.url}/_sandbox/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const amount of [2_500_000, 700_000]) {
      const payment = await shop.order(`ORDER-${amount}`, amount);
      await control(`payments/${payment.authority}/pay`, { card: 'success' });
      await shop.client.verifyPayment(payment);
      if (amount === 2_500_000) await control(`terminals/${sandbox.terminalId}/settlements`, {});
    }
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
    shop = await openShop(sandbox.url, sandbox.token);
    await shop.subscribe();
    const { authority } = await shop.order('ORDER-1', 1_250_000);
    await shop.order('ORDER-2', 400_000);
    await shop.client.cancelPayment(authority);
    await settled();
    await sandbox.sandbox.background.settle();
    await fetch(`${sandbox.url}/v2/webhooks/events`, {
      headers: {
        Authorization: `Bearer ${sandbox.token}`,
        'X-Signature': 'a'.repeat(64),
        'X-Timestamp': '1',
      },
    });
    const delivery = await sandbox.sandbox.services.storage.db
      .selectFrom('deliveries')
      .select('id')
      .executeTakeFirstOrThrow();
    const terminal = `/terminals/${sandbox.terminalId}`;
    paths = [
      '',
      terminal,
      ...[
        'transactions',
        `transactions/${authority}`,
        'tokens',
        'signing-key',
        'webhooks',
        `webhooks/deliveries/${delivery.id}`,
        'reports',
        'reports?date=1405-13-01&month=foo',
        'settlements',
        'requests',
        'clock',
        'faults',
        'dialects',
        'settings',
      ].map((section) => `${terminal}/${section}`),
      '/requests',
      '/nowhere',
    ];
  });
  afterAll(async () => {
    await shop.close();
    await sandbox.close();
  });

  it.each([1440, 1200, 1024, 760, 390])('keeps the names of events whole at %d px', async (width) => {
    const { page, context } = await sitDown({ viewport: { width, height: 844 } });
    for (const language of ['en', 'fa']) {
      await page.goto(`${sandbox.url}/dashboard/${language}/terminals/${sandbox.terminalId}/webhooks`);
      const { lines, overflow } = await page.evaluate(() => ({
        lines: [...document.querySelectorAll('#deliveries td a code')].map(
          (name) => name.getClientRects().length,
        ),
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      expect(lines.length).toBeGreaterThan(0);
      expect([new Set(lines), overflow]).toEqual([new Set([1]), 0]);
    }
    await context.close();
  });

  it.each([
    { language: 'fa', colorScheme: 'light', width: 1440 },
    { language: 'en', colorScheme: 'light', width: 390 },
    { language: 'fa', colorScheme: 'dark', width: 390 },
    { language: 'en', colorScheme: 'dark', width: 1440 },
  ] as const)(
    'in $language, $colorScheme, $width px wide, has no serious fault for axe, fits, and asks nobody else',
    async ({ language, colorScheme, width }) => {
      const { page, context, complaints } = await sitDown({
        colorScheme,
        viewport: { width, height: 844 },
      });
      for (const path of paths) {
        await page.goto(`${sandbox.url}/dashboard/${language}${path}`);
        const folded = page.locator('main details > summary');
        for (let index = 0; index < (await folded.count()); index += 1) await folded.nth(index).click();
        expect([path, await severeViolations(page)]).toEqual([path, []]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, overflow]).toEqual([path, 0]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('uses its own font and keeps the page when the language is switched', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${sandbox.url}/dashboard/fa/terminals/${sandbox.terminalId}/reports?month=1405-01`);
    await page.evaluate(() => document.fonts.ready);
    expect(
      await page.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status])),
    ).toEqual([['Vazirmatn', 'loaded']]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toMatch(/\/dashboard\/en\/terminals\/\w+\/reports\?month=1405-01$/);
    expect(await page.evaluate(() => document.dir)).toBe('ltr');
    await context.close();
  });

  it('shows a new request by itself, and leaves open what is being read', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${sandbox.url}/dashboard/en/terminals/${sandbox.terminalId}/requests`);
    const entries = page.locator('#log > details');
    const before = await entries.count();
    await entries.first().locator('summary').click();
    const read = await entries.first().getAttribute('data-id');
    await shop.client.getDailyReport();
    await entries.nth(before).waitFor({ state: 'attached' });
    expect(await entries.first().textContent()).toContain('/v2/reports/daily');
    expect(await page.locator('#log > details[open]').getAttribute('data-id')).toBe(read);
    await context.close();
  });
});
