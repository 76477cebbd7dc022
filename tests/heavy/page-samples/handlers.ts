// Tries the samples that wait for somebody else: handlers of the callback and of webhooks, and the check of an answer.
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { signResponse } from '../../../contract-tests/src/signatures.ts';
import type { PageSample } from '../../../foundation/reader/page-samples.ts';
import { operations, signing } from '../../../generated/facts.ts';
import type { Server } from './bench.ts';
import { frameSample } from './framing.ts';
import { judgeFindings } from './judge.ts';
import { runProgram, writeProgram } from './programs.ts';
import type { Laboratory, Tried } from './requests.ts';
import { openShop, type Shop } from './shop.ts';
import { ask, createPayment, order } from './states.ts';
import { substitute } from './substitutions.ts';

type ShopLanguage = Parameters<typeof openShop>[0];

/** The callback of a payment that waits for its verification. */
const callbackOf = (changes: object) => ({
  authority: '2025100121424146HC',
  status_code: '201',
  amount: String(order.amount),
  order_id: order.order_id,
  ref_id: '123456789',
  card_pan: '603799******1234',
  ...changes,
});

const postForm = (shop: Shop, fields: Record<string, string>) =>
  fetch(`${shop.url}/callback`, { method: 'POST', body: new URLSearchParams(fields) });

/** What a shop did with a callback: the orders that it wrote, and the page that it showed. */
async function reaction(shop: Shop) {
  const news = await shop.news();
  return {
    orders: news.flatMap((report) => (report.order ? [report.order] : [])),
    paid: news.some(({ page }) => /success/.test(String(page?.name))),
    failed: news.some(({ page }) => /failed/.test(String(page?.name))),
  };
}

/** Gives a callback handler the callbacks of real payments, and two that an attacker would send. */
export async function tryCallback(
  { bench, page, reasons }: Laboratory,
  server: Server,
  sample: PageSample,
): Promise<Tried> {
  const { gateway, front, terminalOptions } = server;
  const terminal = await gateway?.terminal(terminalOptions);
  const given = { server: `${front.url}/${sample.id}`, ...(terminal ? { token: terminal.token } : {}) };
  const { text, framed } = frameSample(
    sample.language,
    substitute(page.text(sample.lines), given),
    'callback',
  );
  const shop = await openShop(sample.language as ShopLanguage, text, {
    folder: bench.folder(server, sample),
    isCallback: true,
    env: { API_TOKEN: terminal?.token ?? 'idg_test_demo' },
  });
  const findings: string[] = [];
  try {
    if (!gateway || !terminal) {
      // The mock sends no callback (docs/decisions/0032); it verifies what the contract's example brings.
      await postForm(shop, callbackOf({}));
      expect(await reaction(shop)).toMatchObject({
        paid: true,
        orders: [{ order_id: order.order_id, status: 'paid' }],
      });
      return { framed, outcome: judgeFindings(findings, reasons) };
    }
    const asked = { url: gateway.url, token: terminal.token };
    const callback_url = `${shop.url}/callback`;
    const statusOf = async (authority: string) =>
      (await ask(asked, 'getPayment', { path: { authority } })).data.transaction.status;

    for (const action of ['POST', 'GET']) {
      const authority = await createPayment(asked, { callback_url, action });
      await terminal.pay(authority, 'success', { callback: true });
      const { orders, paid } = await reaction(shop);
      expect(paid, `a successful payment by ${action}`).toBe(true);
      expect(orders).toEqual([
        expect.objectContaining({
          order_id: order.order_id,
          status: 'paid',
          card_pan: expect.stringMatching(/\d{4}$/),
        }),
      ]);
      expect(await statusOf(authority)).toBe('completed');
    }

    const failing = await createPayment(asked, { callback_url });
    await terminal.pay(failing, 'failed', { callback: true });
    expect(await reaction(shop), 'a failed payment').toMatchObject({ failed: true, orders: [] });

    const direct = await createPayment(asked, { callback_url, direct_verify: true });
    await terminal.pay(direct, 'success', { callback: true });
    const directly = await reaction(shop);
    expect(await statusOf(direct)).toBe('completed');
    if (directly.failed) findings.push('a payment verified directly is shown as failed');

    // The attacker pays for a cheap order, and names a dear one in a callback of his own.
    const cheap = await createPayment(asked, { callback_url, order_id: 'CHEAP' });
    await terminal.pay(cheap);
    await postForm(shop, callbackOf({ authority: cheap, order_id: 'DEAR' }));
    const robbed = await reaction(shop);
    if (robbed.orders.some(({ order_id }) => order_id === 'DEAR'))
      findings.push('a cheap payment pays for a dear order');

    await postForm(shop, callbackOf({ authority: '20250101000000ABCD' }));
    expect(await reaction(shop), 'a callback without a payment').toMatchObject({ failed: true, orders: [] });
    return { framed, outcome: judgeFindings(findings, reasons) };
  } finally {
    await shop.close();
  }
}

const notSent: Tried['outcome'] = { verdict: 'not tried', reasons: [] };

/** Lets the sandbox bring events to a webhook handler, some of them with Persian text, and sends forged ones. */
export async function tryWebhook(
  { bench, page, reasons }: Laboratory,
  server: Server,
  sample: PageSample,
): Promise<Tried> {
  const webhookSecret = 'the secret of the webhook';
  const filled = substitute(page.text(sample.lines), { server: server.front.url, webhookSecret });
  const { text, framed } = frameSample(sample.language, filled, 'webhook');
  const { gateway } = server;
  // The mock sends no webhooks (docs/decisions/0032).
  if (!gateway) return { framed, outcome: notSent };
  const shop = await openShop(sample.language as ShopLanguage, text, {
    folder: bench.folder(server, sample),
    isCallback: false,
    env: { WEBHOOK_SECRET: webhookSecret },
  });
  try {
    const terminal = await gateway.terminal(server.terminalOptions);
    const asked = { url: gateway.url, token: terminal.token };
    const url = `${shop.url}/webhook`;
    const events = ['payment.completed', 'payment.failed'];
    await ask(asked, 'subscribeWebhook', { body: { url, events, secret: webhookSecret } });
    const failing = await createPayment(asked);
    await terminal.pay(failing, 'failed');
    const paying = await createPayment(asked);
    await terminal.pay(paying);
    await ask(asked, 'createVerification', { body: { authority: paying, amount: order.amount } });
    const deliveries = await settled(terminal.deliveries);
    expect(deliveries.map(({ event, state }) => [event, state])).toEqual([
      ['payment.failed', 'delivered'],
      ['payment.completed', 'delivered'],
    ]);

    const data = { authority: paying, amount: order.amount };
    const sign = (secret: string) => createHmac('sha256', secret).update(JSON.stringify(data)).digest('hex');
    const send = async (signature: string) => {
      const headers = { 'Content-Type': 'application/json', [signing.webhook.signature_header]: signature };
      const body = JSON.stringify({ event: 'payment.completed', data, signature });
      const { status } = await fetch(url, { method: 'POST', headers, body });
      return status;
    };
    expect(await send(sign(webhookSecret)), 'signed with the right secret').toBe(200);
    expect(await send(sign('another secret')), 'signed with another secret').toBe(401);
    const short = await send('a1b2');
    expect(short, 'a signature of another length').not.toBe(200);
    return {
      framed,
      outcome: judgeFindings(short === 401 ? [] : ['throws at a signature of another length'], reasons),
    };
  } finally {
    await shop.close();
  }
}

/** The deliveries of a terminal, as soon as none of them waits to be sent. */
async function settled<Delivery extends { state: string }>(
  list: () => Promise<Delivery[]>,
): Promise<Delivery[]> {
  for (;;) {
    const deliveries = await list();
    if (deliveries.length >= 2 && deliveries.every(({ state }) => state !== 'pending')) return deliveries;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Gives a signed answer of the sandbox to the sample's check, and the same answer changed in every part. */
export async function tryResponse(
  { bench, page, reasons }: Laboratory,
  server: Server,
  sample: PageSample,
): Promise<Tried> {
  const { gateway } = server;
  const terminal = await gateway?.terminal(server.terminalOptions);
  const key = terminal?.secretKey ?? '';
  const filled = substitute(page.text(sample.lines), { server: server.front.url, secretKey: key });
  const { text, framed } = frameSample(sample.language, filled, 'response');
  // The answers of the mock are signed by nobody.
  if (!gateway || !terminal) return { framed, outcome: notSent };
  const response = await fetch(gateway.url + operations.listTransactions.path, {
    headers: { Authorization: `Bearer ${terminal.token}` },
  });
  const answer = {
    key,
    body: await response.text(),
    signature: response.headers.get(signing.response.signature_header) ?? '',
    timestamp: response.headers.get(signing.response.timestamp_header) ?? '',
  };
  const past = String(Number(answer.timestamp) - signing.tolerance_seconds - 10);
  const cases = [
    { name: 'right', ...answer },
    { name: 'another body', ...answer, body: answer.body.replace('true', 'false') },
    { name: 'another key', ...answer, key: `${key} ` },
    {
      name: 'too old',
      ...answer,
      timestamp: past,
      signature: signResponse(Buffer.from(answer.body), past, key),
    },
    { name: 'short', ...answer, signature: 'a1b2' },
  ];
  const program = await writeProgram(sample.language as ShopLanguage, text, bench.folder(server, sample), {
    CASES: JSON.stringify(cases),
    SIGNATURE_HEADER: signing.response.signature_header,
  });
  const { reports, output } = await runProgram(program);
  const judged = Object.fromEntries(reports.map(({ name = 'by the sample itself', valid }) => [name, valid]));
  const { short, ...others } = judged;
  expect(others, output).toEqual({
    ...(sample.language === 'php' ? { 'by the sample itself': true } : {}),
    right: true,
    'another body': false,
    'another key': false,
    'too old': false,
  });
  expect(short, 'a signature of another length').not.toBe(true);
  return {
    framed,
    outcome: judgeFindings(short === false ? [] : ['throws at a signature of another length'], reasons),
  };
}
