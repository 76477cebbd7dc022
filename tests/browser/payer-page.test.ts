// The payer's page in a real browser: with and without JavaScript, back to the shop by POST and by GET.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { launchBrowser } from './browser.ts';

let sandbox: RunningSandbox;
let browser: Browser;
let shop: Server;
let shopUrl: string;
const callbacks: { method: string; fields: URLSearchParams }[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
  browser = await launchBrowser();
  // A shop that sends the payer on to another host after the callback, as many do.
  shop = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', shopUrl);
    // Browsers ask for an icon as well, which is no callback.
    if (url.pathname !== '/callback') {
      response
        .setHeader('Content-Type', 'text/html')
        .end('<title>thanks</title><link rel="icon" href="data:,">');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fields =
      request.method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString()) : url.searchParams;
    callbacks.push({ method: request.method ?? '', fields });
    response.writeHead(303, { Location: `http://localhost:${url.port}/thanks` }).end();
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => shop.close(resolve));
  await sandbox.close();
});

async function createPayment(fields: Record<string, unknown> = {}): Promise<string> {
  const response = await fetch(`${sandbox.url}/v2/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${sandbox.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      amount: 1_250_000,
      order_id: 'ORDER-12345',
      callback_url: `${shopUrl}/callback`,
      description: 'خرید کتاب «حافظ»',
      ...fields,
    }),
  });
  const { data } = (await response.json()) as { data: { transaction: { gateway_url: string } } };
  return data.transaction.gateway_url;
}

interface OpenPage {
  page: Page;
  complaints: string[];
}

async function open(url: string, { javaScript = true, width = 390 } = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 844 },
    colorScheme: 'light',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe("the payer's page", () => {
  it('fits a phone, counts down and complains of nothing', async () => {
    const { page, complaints } = await open(await createPayment());
    await page.waitForFunction(() => document.getElementById('countdown')?.textContent);
    expect(await page.textContent('#countdown')).toMatch(/^\([۰-۹]{2}:[۰-۹]{2}\)$/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.fonts.check('16px Vazirmatn'))).toBe(true);
    await screenshot(page, 'payment-phone');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['POST', 'success', '201'],
    ['POST', 'failed', '-1'],
    ['GET', 'success', '201'],
    ['GET', 'timeout', '-1'],
  ])('returns by %s after the card %s without another click', async (action, card, code) => {
    const { page, complaints } = await open(await createPayment({ action }));
    await page.click(`button[value="${card}"]`);
    await page.waitForURL('**/thanks');
    const callback = callbacks.at(-1);
    expect([callback?.method, callback?.fields.get('status_code')]).toEqual([action, code]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['POST', 'GET'])('works by %s without JavaScript', async (action) => {
    const before = callbacks.length;
    const { page } = await open(await createPayment({ action }), { javaScript: false });
    await screenshot(page, 'payment-without-javascript');
    await page.click('button[value="success"]');
    if (action === 'POST') {
      expect(callbacks.length).toBe(before);
      await screenshot(page, 'return-without-javascript');
      await page.click('text=بازگشت به فروشگاه');
    }
    await page.waitForURL('**/thanks');
    expect(callbacks.at(-1)?.fields.get('status_code')).toBe('201');
    await page.context().close();
  });

  it('lets the payer cancel', async () => {
    const { page } = await open(await createPayment(), { width: 1280 });
    await screenshot(page, 'payment-desktop');
    await page.click('text=انصراف از پرداخت');
    await page.waitForURL('**/thanks');
    expect(callbacks.at(-1)?.fields.get('status_code')).toBe('-1');
    await page.context().close();
  });

  it('says when the payment is over, with a way back', async () => {
    const url = await createPayment();
    await fetch(`${sandbox.url}/v2/payments/${url.split('/').at(-1)}/cancel`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${sandbox.token}` },
    });
    const { page, complaints } = await open(url);
    await screenshot(page, 'payment-over');
    expect(await page.textContent('h1')).toBe('این پرداخت لغو شده است.');
    await page.click('text=بازگشت به فروشگاه');
    await page.waitForURL('**/thanks');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
