// Terminals cannot harm each other: whatever one is brought to, all others pay, expire and deliver, and it can go.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allDialects } from '../../foundation/dialects/catalogue.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { noon, payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let receiver: Endpoint;
beforeEach(async () => {
  sandbox = await testSandbox();
  receiver = await endpoint();
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

const year = 365 * 86_400;

describe('a date that no calendar bears', () => {
  it.each([
    '9999-12-31T23:59:59Z',
    '2100-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2016-12-31T23:59:60Z',
  ])('%s is refused with a sentence when a terminal is made', async (moment) => {
    const { status, json } = await sandbox.control('terminals', { starts_at: moment });
    expect([status, json.error]).toEqual([400, expect.stringContaining('"starts_at"')]);
  });

  it('is not reached by moving a clock again and again', async () => {
    const { id } = await sandbox.terminal();
    const statuses = [];
    for (let count = 0; count < 9; count += 1) {
      statuses.push((await sandbox.control('clock', { terminal: id, advance_seconds: 10 * year })).status);
    }
    expect(statuses).toEqual([...Array(7).fill(200), 400, 400]);
    expect((await sandbox.control('terminals')).status).toBe(200);
  });

  it("is not reached by moving everybody's clock either, and those that can go no further stand still", async () => {
    await sandbox.control('terminals', { starts_at: '2099-12-31T00:00:00Z' });
    const other = await sandbox.terminal();
    const before = (await sandbox.control(`clock?terminal=${other.id}`)).json.clocks[other.id].unix_seconds;
    expect((await sandbox.control('clock', { advance_seconds: year })).status).toBe(200);
    const { json } = await sandbox.control(`clock?terminal=${other.id}`);
    expect(json.clocks[other.id].unix_seconds - before).toBe(year);
    for (let count = 0; count < 9; count += 1) await sandbox.control('clock', { advance_seconds: 10 * year });
    expect((await sandbox.control('clock', { advance_seconds: 10 * year })).status).toBe(400);
    expect((await sandbox.control('terminals')).status).toBe(200);
    expect(
      (await sandbox.terminal().then((shop) => shop.call('getDailyReport', { sign: false }))).status,
    ).toBe(200);
  });
});

/** What an older version of the sandbox, or a hand in the database, may have left behind. */
async function brokenBeyondRepair(): Promise<TestTerminal> {
  const shop = await sandbox.terminal();
  const { db } = sandbox.services.storage;
  const authority = await shop.createPayment();
  await shop.pay(authority);
  await shop.call('createVerification', { body: { authority, amount: payment.amount } });
  await shop.call('createRefund', { body: { authority, amount: 10_000 } });
  await shop.call('subscribeWebhook', {
    body: { url: receiver.url, events: ['refund.completed', 'payment.failed'] },
  });
  await shop.createPayment();
  await db
    .updateTable('terminals')
    .set({ clock_offset_ms: 253_402_300_799_000, clock_runs: 0 })
    .where('id', '=', shop.id)
    .execute();
  await db.updateTable('webhooks').set({ events: 'no JSON' }).where('terminal_id', '=', shop.id).execute();
  return shop;
}

/** Pays, lets a payment expire, and gets the webhooks of both, on a clock of its own. */
async function expectBusiness(neighbour: TestTerminal): Promise<void> {
  const here = `/of-${neighbour.id}`;
  // Each at least once: a clock that leaps days lets the claim of what is under way lapse.
  const events = () => [
    ...new Set(receiver.received.filter(({ path }) => path === here).map(({ json }) => json.event as string)),
  ];
  await neighbour.call('subscribeWebhook', {
    body: {
      url: new URL(here, receiver.url).href,
      events: ['payment.completed', 'payment.failed', 'refund.completed'],
    },
  });
  const [bought, left] = [await neighbour.createPayment(), await neighbour.createPayment()];
  await neighbour.pay(bought);
  const body = { authority: bought, amount: payment.amount };
  expect((await neighbour.call('createVerification', { body })).status).toBe(200);
  expect((await neighbour.call('createRefund', { body: { ...body, amount: 10_000 } })).status).toBe(200);
  // By the turns of the clock that are common to all, and not by its own alone.
  sandbox.clock.advance(30 * 60_000);
  await sandbox.background.turn();
  expect((await neighbour.call('getPayment', { authority: left })).json.data.transaction.status).toBe(
    'timeout',
  );
  sandbox.clock.advance(2 * 86_400_000);
  await sandbox.background.turn();
  for (let tries = 0; events().length < 3 && tries < 100; tries += 1) {
    await sandbox.background.turn();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(events().sort()).toEqual(['payment.completed', 'payment.failed', 'refund.completed']);
}

async function expectCalm(): Promise<void> {
  expect((await sandbox.control('terminals')).status).toBe(200);
  for (const page of ['/dashboard', '/dashboard?lang=fa', '/dashboard/terminals']) {
    const { status } = await sandbox.request('GET', page, { host: '127.0.0.1' });
    expect([page, status < 500]).toEqual([page, true]);
  }
}

it('a terminal whose data is broken stops nobody else, and can be deleted', async () => {
  const [broken, neighbour] = [await brokenBeyondRepair(), await sandbox.terminal()];
  await expectBusiness(neighbour);
  await expectCalm();
  const { status } = await broken.call('getDailyReport', { sign: false });
  expect(status).toBe(401);
  const gone = await sandbox.control(`terminals/${broken.id}`, undefined, 'DELETE');
  expect([gone.status, gone.json]).toEqual([200, { deleted: true }]);
  const { terminals } = (await sandbox.control('terminals')).json;
  expect(terminals.map(({ id }: { id: string }) => id)).toEqual([neighbour.id]);
  expect((await sandbox.control(`terminals/${broken.id}`, undefined, 'DELETE')).status).toBe(404);
});

it('a terminal can be deleted while a webhook of it is under way, and its token works no more', async () => {
  const shop = await sandbox.terminal();
  receiver.answer = 'never';
  await shop.call('subscribeWebhook', { body: { url: receiver.url, events: ['payment.created'] } });
  await shop.createPayment();
  await sandbox.background.turn();
  await receiver.arrived(1);
  expect((await sandbox.control(`terminals/${shop.id}`, undefined, 'DELETE')).status).toBe(200);
  expect((await shop.call('getDailyReport')).json.error.code).toBe(-51);
  receiver.release();
});

/** One thing that somebody does to a terminal by any of the sandbox's doors. */
type Trouble =
  | { do: 'make'; options: Record<string, unknown> }
  | { do: 'advance'; seconds: number }
  | { do: 'fault'; order: Record<string, unknown> }
  | { do: 'speak'; dialects: string[] | null }
  | {
      do: 'call';
      body: Record<string, unknown>;
      operation: 'createPayment' | 'createRefund' | 'subscribeWebhook';
    }
  | { do: 'pay' | 'verify' | 'refund' | 'settle' | 'reset' | 'rotate' | 'revoke' | 'snapshot' };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('\0', '\ud800', '__proto__'),
);
const moment = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 315_360_000 }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);
const troubles: fc.Arbitrary<Trouble[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('make' as const),
      options: fc.record(
        { name: text, merchant_code: text, secret_key: fc.option(text), starts_at: moment, seed: text },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ do: fc.constant('advance' as const), seconds }),
    fc.record({
      do: fc.constant('speak' as const),
      dialects: fc.option(fc.uniqueArray(fc.constantFrom(...Object.keys(allDialects())), { maxLength: 2 })),
    }),
    fc.record({
      do: fc.constant('fault' as const),
      order: fc.oneof(
        fc.record({ kind: fc.constantFrom('webhook_late', 'webhook_out_of_order'), seconds }),
        fc.record({ kind: fc.constant('webhook_duplicate'), copies: fc.integer({ min: 1, max: 5 }) }),
        fc.record({ kind: fc.constant('error'), code: fc.constantFrom(-31, -500, 996), times: fc.nat(100) }),
        fc.record({ kind: fc.constant('callback_duplicate') }),
      ),
    }),
    fc.record({
      do: fc.constant('call' as const),
      operation: fc.constantFrom('createPayment' as const, 'subscribeWebhook' as const),
      body: fc.record(
        {
          amount: fc.oneof(fc.constant(100_000), fc.double(), fc.maxSafeInteger()),
          order_id: text,
          callback_url: fc.oneof(fc.webUrl(), text, fc.constant('http://127.0.0.1:1/')),
          description: text,
          url: fc.oneof(fc.constant('http://127.0.0.1:1/'), fc.webUrl(), text),
          events: fc.constant(['payment.created', 'payment.failed', 'refund.completed']),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({
      do: fc.constantFrom(
        ...(['pay', 'verify', 'refund', 'settle', 'reset', 'rotate', 'revoke', 'snapshot'] as const),
      ),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

/** Does it; a refusal is an answer like any other, a failure of the sandbox is not. */
async function bring(shop: TestTerminal, trouble: Trouble, made: Set<string>): Promise<void> {
  const fine = ({ status, text: said }: { status: number; text: string }, ordered = false) => {
    if (status >= 500 && !ordered) throw new Error(`${JSON.stringify(trouble)} gave ${status}: ${said}`);
  };
  const call: typeof shop.call = async (operation, options) => {
    const answer = await shop.call(operation, { ...options, sign: false });
    fine(answer, true);
    return answer;
  };
  const last = async (): Promise<string> => {
    const { json } = await call('listTransactions');
    return json?.data?.transactions?.[0]?.authority ?? '20261124120000ABCDEF';
  };
  switch (trouble.do) {
    case 'make': {
      const answer = await sandbox.control('terminals', trouble.options);
      fine(answer);
      if (answer.status === 201) made.add(answer.json.id);
      return;
    }
    case 'advance':
      return fine(await sandbox.control('clock', { terminal: shop.id, advance_seconds: trouble.seconds }));
    case 'fault':
      return fine(await sandbox.control('faults', { ...trouble.order, terminal: shop.id }));
    case 'speak':
      return fine(await sandbox.control(`terminals/${shop.id}/dialects`, { dialects: trouble.dialects }));
    case 'call':
      return void (await call(trouble.operation, { body: trouble.body }));
    case 'pay':
      return void (await sandbox.control(`payments/${await last()}/pay`, { card: 'success' }));
    case 'verify':
      return void (await call('createVerification', {
        body: { authority: await last(), amount: payment.amount },
      }));
    case 'refund':
      return void (await call('createRefund', { body: { authority: await last(), amount: 10_000 } }));
    case 'settle':
      return fine(await sandbox.control(`terminals/${shop.id}/settlements`, {}));
    case 'reset':
      return fine(await sandbox.control('reset', { terminal: shop.id }));
    case 'rotate':
    case 'revoke':
      return fine(await sandbox.control(`terminals/${shop.id}/tokens/${trouble.do}`, {}));
    case 'snapshot': {
      const { json } = await sandbox.control('snapshots', { terminal: shop.id });
      return fine(await sandbox.control(`snapshots/${json.id}/restore`, {}));
    }
  }
}

it('whatever one terminal is brought to, all others pay, expire and deliver, and it can be deleted', async () => {
  await fc.assert(
    fc.asyncProperty(troubles, async (sequence) => {
      receiver.received.length = 0;
      const before = sandbox;
      sandbox = await testSandbox();
      await before.close();
      const [troubled, neighbour] = [await sandbox.terminal(), await sandbox.terminal()];
      const made = new Set([troubled.id]);
      for (const trouble of sequence) await bring(troubled, trouble, made);
      await expectBusiness(neighbour);
      await expectCalm();
      for (const id of made) {
        expect(
          (await sandbox.control(`terminals/${encodeURIComponent(id)}`, undefined, 'DELETE')).status,
        ).toBe(200);
      }
      expect((await sandbox.control('terminals')).json.terminals).toHaveLength(1);
      expect(sandbox.clock.now()).toBeGreaterThan(noon);
    }),
    { numRuns: 30 },
  );
}, 120_000);
