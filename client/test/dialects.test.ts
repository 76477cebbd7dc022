// Under every dialect of the sandbox: never paid without the money, never lost for good with it, and known in the end.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDialects } from '../../foundation/dialects/catalogue.ts';
import { sandbox } from '../../generated/facts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { connectSandbox, type DialectName } from '../../sandbox/src/testing/index.ts';
import { createClient, rials, verifyWebhook } from '../src/index.ts';
import { type Told, tellAll } from './dialect-story.ts';

const names = Object.keys(allDialects()) as DialectName[];
const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
const told: Told = {};
let pairsTold = 0;
afterAll(async () => {
  await running.close();
  console.log(`dialects: ${names.length}, pairs: ${pairsTold} of ${pairs.length},`, told);
});

describe('verifyPayment', () => {
  it('is safe with a gateway that speaks as we assume', () => tellAll(running, [], 5, told));

  it.each(names)('is safe with %s', (name) => tellAll(running, [name], 2, told));

  it('is safe with pairs of dialects', async () => {
    const some = fc.sample(fc.constantFrom(...pairs), 12);
    for (const pair of some) await tellAll(running, pair, 0, told);
    pairsTold = new Set(some).size;
    expect(pairsTold).toBeGreaterThan(8);
  });
});

describe('verifyWebhook', () => {
  const secret = 'the secret of this webhook';
  const read: string[] = [];
  const receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const name = String(request.headers['x-webhook-event']);
    // Sent in the midst of a jump of the terminal's clock: here every delivery is fresh.
    const now = Number(request.headers['x-webhook-timestamp']) * 1000;
    const event = await verifyWebhook(body, request.headers, secret, { now }).then(
      ({ event }) => (event === name ? name : `${name} became ${event}`),
      (error: Error) => `${name} was refused: ${error.message}`,
    );
    read.push(event);
    response.writeHead(204).end();
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    receiver.close();
    receiver.closeAllConnections();
  });

  const events = [
    'payment.created',
    'payment.completed',
    'payment.failed',
    'payment.cancelled',
    'payment.reversed',
    'verification.completed',
    'verification.failed',
    'refund.created',
    'refund.completed',
    'settlement.created',
    'settlement.completed',
    'settlement.failed',
  ] as const;

  it.each([['no dialect', []], ...names.map((name) => [name, [name]] as const)] as const)(
    'reads every event of %s under its own name',
    async (_, dialects) => {
      const terminal = await connectSandbox(running.url, { dialects: [...dialects], secret_key: null });
      const { token } = terminal;
      const client = createClient({ token, environment: 'sandbox', baseUrl: running.url, retries: 0 });
      read.length = 0;
      const subscribed = await client.subscribeWebhook({ url, secret, events: [...events] });
      if (!subscribed.ok) throw subscribed.error;
      const create = async () => {
        const order = { amount: rials(250_000), order_id: 'ORDER-1', callback_url: 'https://shop.example' };
        const created = await client.createPayment(order);
        if (!created.ok) throw created.error;
        return created.data.transaction.authority;
      };
      const [bought, declined, left, late] = [await create(), await create(), await create(), await create()];
      await terminal.pay(bought);
      await terminal.fault({ error: 'ErrorBankUnavailable', operation: 'createVerification' });
      const verification = { authority: bought, amount: rials(250_000) };
      await client.createVerification(verification);
      await client.createVerification(verification);
      await terminal.pay(declined, 'failed');
      await client.cancelPayment(left);
      await terminal.pay(late);
      await terminal.settle('failed');
      await terminal.settle('completed');
      await client.createRefund({ authority: bought });
      // The late one is never verified, so its money goes back, and the refund is paid out.
      await terminal.advance(16 * 60);
      await terminal.advance(sandbox.refund_payout_seconds);
      await expect.poll(() => [...new Set(read)].sort()).toEqual([...events].sort());
    },
  );
});
