// Time in the sandbox: one clock for all, one for each terminal, and clocks that stand still.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idempotency, signing, tokens } from '../../generated/facts.ts';
import { advanceClock, advanceEveryClock } from '../src/control/time-travel.ts';
import { jalaliDateTime } from '../src/core/calendar.ts';
import { endpoint } from './support/endpoint.ts';
import { noon, payment, type TestSandbox, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const advance = (terminal: string, seconds: number) =>
  advanceClock(sandbox.services, sandbox.background, terminal, seconds * 1000);

describe("a terminal's clock", () => {
  it('decides when an idempotency key may be used for another request', async () => {
    const shop = await sandbox.terminal();
    const create = (order: string) =>
      shop.call('createPayment', { body: { ...payment, order_id: order }, key: 'one-key', sign: false });
    await create('A');
    await advance(shop.id, idempotency.lifetime_seconds - 1);
    expect((await create('B')).json.error.code).toBe(-2);
    await advance(shop.id, 1);
    expect((await create('B')).status).toBe(200);
  });

  it('decides when a signed request is stale', async () => {
    const shop = await sandbox.terminal();
    await advance(shop.id, signing.tolerance_seconds + 1);
    expect((await shop.call('getDailyReport', { sign: true })).json.error.code).toBe(-102);
  });

  it('decides when the grace of a rotated token is over', async () => {
    const shop = await sandbox.terminal({ secretKey: null });
    await sandbox.control(`terminals/${shop.id}/tokens/rotate`, {});
    await advance(shop.id, tokens.rotation.grace_seconds - 1);
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
    await advance(shop.id, 1);
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-51);
  });

  it('may stand still, and then moves only when it is told to', async () => {
    const shop = await sandbox.terminal({ startsAt: noon, secretKey: null });
    const createdAt = async () => {
      const authority = await shop.createPayment();
      return (await shop.call('getPayment', { authority })).json.data.transaction.created_at;
    };
    sandbox.clock.advance(5000);
    expect(await createdAt()).toBe(jalaliDateTime(noon));
    await advance(shop.id, 61);
    sandbox.clock.advance(5000);
    expect(await createdAt()).toBe(jalaliDateTime(noon + 61_000));
  });

  it('is moved without waiting for the slow endpoint of another terminal', async () => {
    const [quick, slow] = [await sandbox.terminal(), await sandbox.terminal()];
    const target = await endpoint();
    target.answer = 'never';
    const body = { url: target.url, events: ['payment.created'] };
    await slow.call('subscribeWebhook', { body });
    await slow.createPayment();
    const sending = sandbox.background.settle(slow.id);
    await target.arrived(1);
    await advance(quick.id, 60);
    target.release();
    await sending;
    await target.close();
  });

  it('moved twice at once goes the whole way', async () => {
    const shop = await sandbox.terminal({ startsAt: noon });
    await Promise.all([advance(shop.id, 10), advance(shop.id, 20)]);
    expect(await advance(shop.id, 0)).toBe(noon + 30_000);
  });
});

describe("the sandbox's own clock", () => {
  it('carries all terminals along, the later ones and requests without a terminal as well', async () => {
    const moved = await testSandbox();
    const before = await moved.terminal();
    await advanceEveryClock(moved.services, moved.background, 86_400_000);
    const after = await moved.terminal();
    for (const shop of [before, after]) {
      expect((await shop.call('getDailyReport', { sign: false })).json.data.report_date).toBe('1405-09-04');
    }
    expect((await after.call('getHealth')).json.timestamp).toBe(jalaliDateTime(noon + 86_400_000));
    await moved.close();
  });
});
