// Terminals as worlds of their own: reset, snapshots, seeds, replays, recordings, and fifty of them at once.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../src/core/clock.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import { connectSandbox, SandboxRefusal, startSandbox } from '../src/testing/index.ts';
import { endpoint } from './support/endpoint.ts';
import { noon, payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const asked = (shop: { id: string }) => `?terminal=${shop.id}`;
const advance = (shop: { id: string }, seconds: number) =>
  sandbox.control('clock', { terminal: shop.id, advance_seconds: seconds });
const totalOf = async (shop: TestTerminal) =>
  (await shop.call('listTransactions', { sign: false })).json.data.pagination.total;

/** A terminal as the control API makes it, called as any other. */
async function made(options: Record<string, unknown>) {
  const { json } = await sandbox.control('terminals', options);
  const ask = (method: string, path: string, body?: unknown) =>
    sandbox.request(
      method,
      path,
      {
        authorization: `Bearer ${json.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'key-1',
      },
      body === undefined ? undefined : JSON.stringify(body),
    );
  return { ...(json as { id: string; token: string; secret_key: string }), ask };
}

describe('a snapshot', () => {
  it('brings payments, keys, webhooks, faults and the moment back, any number of times', async () => {
    const target = await endpoint();
    target.answer = 500;
    const shop = await sandbox.terminal();
    await shop.call('subscribeWebhook', { body: { url: target.url, events: ['payment.created'] } });
    const authority = await shop.createPayment();
    await shop.pay(authority);
    await advance(shop, 60);
    await sandbox.control('faults', { terminal: shop.id, code: -31, operation: 'listWebhookEvents' });
    const seen = async () => ({
      clock: (await sandbox.control(`clock${asked(shop)}`)).json,
      deliveries: (await sandbox.control(`deliveries${asked(shop)}`)).json,
      faults: (await sandbox.control(`faults${asked(shop)}`)).json,
      payment: (await shop.call('getTransaction', { authority, sign: false })).json.data,
    });
    const before = await seen();
    const { json } = await sandbox.control('snapshots', { terminal: shop.id });
    for (let time = 0; time < 2; time += 1) {
      await shop.createPayment();
      await shop.call('createVerification', { body: { authority, amount: payment.amount }, sign: false });
      await shop.call('listWebhookEvents', { sign: false });
      await advance(shop, 3600);
      expect(await seen()).not.toEqual(before);
      await sandbox.control(`snapshots/${json.id}/restore`, {});
      expect(await seen()).toEqual(before);
    }
    await target.close();
  });
});

describe('reset', () => {
  it('leaves a terminal with its token and nothing else, and another as it was', async () => {
    const [shop, other] = [await sandbox.terminal(), await sandbox.terminal()];
    for (const terminal of [shop, other]) {
      await terminal.pay(await terminal.createPayment());
      await sandbox.control('faults', { terminal: terminal.id, code: -500, operation: 'getPayment' });
      await advance(terminal, 60);
    }
    await sandbox.control('reset', { terminal: shop.id });
    expect([await totalOf(shop), await totalOf(other)]).toEqual([0, 1]);
    for (const [terminal, left] of [
      [shop, 0],
      [other, 1],
    ] as const) {
      expect((await sandbox.control(`faults${asked(terminal)}`)).json.faults).toHaveLength(left);
      const { clocks } = (await sandbox.control(`clock${asked(terminal)}`)).json;
      expect(clocks[terminal.id].unix_seconds).toBe(noon / 1000 + left * 60);
    }
  });

  it('of everything takes the clock of the sandbox back too', async () => {
    const all = await testSandbox();
    const shop = await all.terminal();
    await shop.createPayment();
    await all.control('clock', { advance_seconds: 86_400 });
    await all.control('reset', {});
    expect((await shop.call('listTransactions')).json.data.pagination.total).toBe(0);
    expect((await all.terminal()).id).not.toBe(shop.id);
    expect((await shop.call('getDailyReport')).json.data.report_date).toBe('1405-09-03');
    await all.close();
  });
});

describe('a seed', () => {
  it('with a clock that stands still makes every answer the same, byte for byte', async () => {
    const run = async () => {
      const shop = await made({ seed: 'seven', starts_at: '2026-11-24T08:30:00Z', secret_key: null });
      const created = await shop.ask('POST', '/v2/payments', payment);
      const { authority } = created.json.data.transaction;
      await sandbox.control(`payments/${authority}/pay`, { card: 'success' });
      const verified = await shop.ask('POST', '/v2/verifications', { authority, amount: 100_000 });
      const seen = await shop.ask('GET', `/v2/transactions/${authority}`);
      return [shop.token, created.text, verified.text, seen.text].map((text) =>
        text.replace(/"processing_time_ms":\d+/, ''),
      );
    };
    const first = await run();
    await run();
    expect(await run()).toEqual(first);
  });

  it('goes on after a restart, also when the payer comes before any request', async () => {
    const run = async () => {
      const folder = mkdtempSync(join(tmpdir(), 'irandargah-seed-'));
      const open = async () =>
        testSandbox({ storage: await openSqlite(join(folder, 'sandbox.sqlite')), clock: manualClock(noon) });
      const before = await open();
      const { json: shop } = await before.control('terminals', { seed: 'nine', secret_key: null });
      const ask = async (at: TestSandbox, path: string, body: unknown) => {
        const headers = { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json' };
        const keyed = { ...headers, 'idempotency-key': path };
        return (await at.request('POST', path, keyed, JSON.stringify(body))).json.data;
      };
      const { authority } = (await ask(before, '/v2/payments', payment)).transaction;
      await before.close();
      const after = await open();
      await after.control(`payments/${authority}/pay`, { card: 'success' });
      const verified = await ask(after, '/v2/verifications', { authority, amount: payment.amount });
      await after.close();
      rmSync(folder, { recursive: true });
      return verified.verification;
    };
    const first = await run();
    expect(first).toMatchObject({ ref_id: expect.any(String) });
    expect(await run()).toEqual(first);
  });

  it('of another terminal gives other identifiers', async () => {
    const [one, other] = [await made({ seed: 'one' }), await made({ seed: 'other' })];
    expect(new Set([one.id, one.token, one.secret_key, other.id, other.token, other.secret_key]).size).toBe(
      6,
    );
  });
});

describe('a replay', () => {
  it('repeats a delivery to the letter, or sends it as a new one', async () => {
    const target = await endpoint();
    const shop = await sandbox.terminal();
    await shop.call('subscribeWebhook', { body: { url: target.url, events: ['payment.created'] } });
    await shop.createPayment();
    await advance(shop, 3600);
    const [{ id }] = (await sandbox.control(`deliveries${asked(shop)}`)).json.deliveries;
    for (const mode of ['same_bytes', 'signed_anew']) {
      expect((await sandbox.control(`deliveries/${id}/replay`, { mode })).json).toMatchObject({
        response_code: 200,
      });
    }
    const [first, same, anew] = target.received;
    const sent = (from: typeof first, name: string) => from?.headers[`x-webhook-${name}`];
    expect([same?.text, sent(same, 'id'), sent(same, 'timestamp'), sent(same, 'signature')]).toEqual([
      first?.text,
      sent(first, 'id'),
      sent(first, 'timestamp'),
      sent(first, 'signature'),
    ]);
    expect(sent(anew, 'id')).not.toBe(sent(first, 'id'));
    expect(Number(sent(anew, 'timestamp')) - Number(sent(first, 'timestamp'))).toBe(3600);
    expect([anew?.json.data, sent(anew, 'signature')]).toEqual([first?.json.data, sent(first, 'signature')]);
    await target.close();
  });
});

it('a recording is judged by the contract tests, and holds no secret', async () => {
  const shop = await sandbox.terminal();
  const authority = await shop.createPayment({ card_number: '6037997123456789', mobile: '09123456789' });
  await shop.pay(authority);
  await shop.call('createVerification', { body: { authority, amount: payment.amount } });
  await shop.call('getTransaction', { authority });
  const { text } = await sandbox.control(`har${asked(shop)}`);
  for (const secret of ['6037997123456789', '09123456789', shop.token]) expect(text).not.toContain(secret);
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-har-'));
  const file = join(folder, 'traffic.har');
  writeFileSync(file, text);
  const cli = new URL('../../contract-tests/src/cli.ts', import.meta.url).pathname;
  const judged = await new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [cli, '--har', file], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
  rmSync(folder, { recursive: true });
  expect(judged.output).toContain('3 kept, 0 broken');
  expect(judged.code).toBe(0);
});

describe('fifty terminals at once', () => {
  it('each with its own clock, faults and webhooks, see nothing of each other', async () => {
    const world = async (number: number) => {
      const target = await endpoint();
      const shop = await sandbox.terminal({ startsAt: noon });
      // No two are alike: so far ahead, so many failures, and so many payments.
      const [minutes, failures, payments] = [number, number % 4, 1 + (number % 3)];
      const body = { url: target.url, events: ['payment.created', 'payment.failed'] };
      await shop.call('subscribeWebhook', { body, sign: false });
      target.answer = number % 2 === 0 ? 200 : 500;
      if (failures > 0) await sandbox.control('faults', { terminal: shop.id, code: 996, times: failures });
      const codes: (number | null)[] = [];
      for (let count = 0; count < failures + payments; count += 1) {
        const { json } = await shop.call('createPayment', { body: payment, sign: false });
        codes.push(json.error?.code ?? null);
      }
      await advance(shop, minutes * 60);
      const { deliveries } = (await sandbox.control(`deliveries${asked(shop)}`)).json as {
        deliveries: { event: string; attempts: unknown[] }[];
      };
      const { clocks } = (await sandbox.control(`clock${asked(shop)}`)).json;
      await target.close();
      const expired = minutes >= 15;
      expect(codes).toEqual([...Array(failures).fill(996), ...Array(payments).fill(null)]);
      expect(clocks[shop.id].unix_seconds).toBe(noon / 1000 + minutes * 60);
      expect(deliveries).toHaveLength(payments * (expired ? 2 : 1));
      const attempts = deliveries
        .filter(({ event }) => event === 'payment.created')
        .map((one) => one.attempts.length);
      const due = number % 2 === 0 ? 1 : [0, 2, 6, 14].filter((minute) => minute <= minutes).length;
      expect(attempts).toEqual(Array(payments).fill(due));
      expect(await totalOf(shop)).toBe(payments);
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => world(number)));
  });
});

it('a sandbox with a control token obeys whoever knows it, and nobody else', async () => {
  const closed = await testSandbox({
    settings: { publicUrl: 'http://x.test', ratePerSecond: 0, onLoopback: false, controlToken: 'a secret' },
  });
  const ask = (token?: string) =>
    closed.request(
      'POST',
      '/_sandbox/terminals',
      { 'x-control-token': token, 'content-type': 'application/json' },
      '{}',
    );
  expect([(await ask()).status, (await ask('a guess')).status, (await ask('a secret')).status]).toEqual([
    403, 403, 201,
  ]);
  await closed.close();
});

it('on a clock that stands still, retries come to the second, however long each attempt takes', async () => {
  await using running = await startSandbox({ startsAt: new Date(noon) });
  const target = await endpoint();
  target.answer = 503;
  const call = (path: string, body: unknown) =>
    fetch(`${running.url}/v2/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${running.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'key-1',
      },
      body: JSON.stringify(body),
    });
  await call('webhooks/subscribe', { url: target.url, events: ['payment.created'] });
  await call('payments', payment);
  await running.advance(16 * 60);
  const [delivery] = (await running.deliveries()).filter(({ event }) => event === 'payment.created');
  expect(delivery?.state).toBe('dead');
  expect(delivery?.attempts.map(({ sent_at: at }) => (at - noon) / 1000)).toEqual([0, 120, 360, 840]);
  await target.close();
});

it('whoever asks at the wrong address is told so', async () => {
  await expect(connectSandbox('http://127.0.0.1:9')).rejects.toThrow(/No sandbox answers at http/);
  const another = await endpoint();
  const { origin } = new URL(another.url);
  await expect(connectSandbox(origin)).rejects.toThrow(`What answers at ${origin} is no sandbox`);
  await another.close();
});

it('a running sandbox is used from elsewhere by its address', async () => {
  await using running = await startSandbox({ seed: 'address', startsAt: new Date(noon) });
  const shop = await connectSandbox(`${running.url}/`, { name: 'another' });
  expect(await running.now()).toBe(noon / 1000);
  expect(await running.advance(90)).toBe(noon / 1000 + 90);
  expect([await shop.deliveries(), await shop.requests()]).toEqual([[], []]);
  await expect(shop.pay('20251001214241ABCDEF')).rejects.toThrow(SandboxRefusal);
  const back = await shop.snapshot();
  const withdraw = await shop.fault({ code: -31 });
  await withdraw();
  await back();
  await shop.reset();
});
