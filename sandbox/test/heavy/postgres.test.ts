// The same sandbox over PostgreSQL: races between processes that share a database, and the same invariants.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateLimits } from '../../../generated/facts.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { type Endpoint, endpoint } from '../support/endpoint.ts';
import { acts, play } from '../support/invariants.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Two sandboxes on one database, as two processes would be: they share nothing else. */
async function two(): Promise<{ one: TestSandbox; other: TestSandbox; close: () => Promise<void> }> {
  const url = await server.database();
  // Both migrate at the same moment, as processes that start together do.
  const [first, second] = await Promise.all([openPostgres(url), openPostgres(url)]);
  const [one, other] = await Promise.all([first, second].map((storage) => testSandbox({ storage })));
  if (!one || !other) throw new Error('Two sandboxes were expected.');
  return {
    one,
    other,
    close: async () => {
      await one.close();
      await other.close();
    },
  };
}

/** A terminal of one sandbox, called through the other. */
function through(sandbox: TestSandbox, terminal: TestTerminal) {
  return (method: string, path: string, body: unknown, key: string = randomUUID()) =>
    sandbox.request(
      method,
      path,
      {
        authorization: `Bearer ${terminal.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      JSON.stringify(body),
    );
}

describe('two processes on one database', () => {
  it('make one payment of many concurrent requests with one key, and give one answer', async () => {
    const { one, other, close } = await two();
    const shop = await one.terminal();
    const there = through(other, shop);
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, count) =>
        // Those through the other process are not signed, and stay below the limit of unsigned requests.
        count % 10 === 0
          ? there('POST', '/v2/payments', payment, 'crowd')
          : shop.call('createPayment', { body: payment, key: 'crowd' }),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await shop.call('listTransactions')).json.data.pagination.total).toBe(1);
    await close();
  });

  it('let exactly one of many concurrent verifications win', async () => {
    const { one, other, close } = await two();
    const shop = await one.terminal();
    const there = through(other, shop);
    for (let round = 0; round < 10; round += 1) {
      const authority = await shop.createPayment();
      await shop.pay(authority);
      const body = { authority, amount: payment.amount };
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, count) =>
          count % 2 === 0
            ? shop.call('createVerification', { body })
            : there('POST', '/v2/verifications', body),
        ),
      );
      const codes = answers.map(({ json }) => json.status_code).sort();
      expect(codes).toEqual([...Array(7).fill(-21), 200]);
    }
    await close();
  });

  it('never refund more than there was', async () => {
    const { one, other, close } = await two();
    const shop = await one.terminal();
    const there = through(other, shop);
    const authority = await shop.createPayment();
    await shop.pay(authority);
    await shop.call('createVerification', { body: { authority, amount: payment.amount } });
    const body = { authority, amount: 30_000 };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, count) =>
        count % 2 === 0 ? shop.call('createRefund', { body }) : there('POST', '/v2/refunds', body),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    await close();
  });

  it('settle a payment once, however many ask at the same moment', async () => {
    const { one, other, close } = await two();
    const shop = await one.terminal();
    for (let count = 0; count < 3; count += 1) {
      const authority = await shop.createPayment();
      await shop.pay(authority);
      await shop.call('createVerification', { body: { authority, amount: payment.amount } });
    }
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, count) =>
        (count % 2 === 0 ? one : other).control(`terminals/${shop.id}/settlements`, {}),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    const { settlements } = (await other.control(`terminals/${shop.id}/settlements`)).json;
    expect(settlements).toMatchObject([{ payments: 3, amount: 3 * payment.amount }]);
    await close();
  });

  it('count one limit together', async () => {
    const { one, other, close } = await two();
    const shop = await one.terminal();
    const there = through(other, shop);
    const { limit } = rateLimits['webhook-subscribe'];
    const answers = await Promise.all(
      Array.from({ length: limit * 2 }, (_, count) =>
        count % 2 === 0
          ? shop.call('subscribeWebhook', { body: {}, sign: false })
          : there('POST', '/v2/webhooks/subscribe', {}),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(limit);
    await close();
  });

  it('never send one attempt twice', async () => {
    const { one, other, close } = await two();
    const target: Endpoint = await endpoint();
    const shop = await one.terminal();
    await shop.call('subscribeWebhook', { body: { url: target.url, events: ['payment.created'] } });
    await Promise.all(Array.from({ length: 60 }, () => shop.createPayment()));
    await Promise.all([one.background.settle(), other.background.settle(), one.background.settle()]);
    const ids = target.received.map(({ headers }) => headers['x-webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
    await target.close();
    await close();
  });
});

describe('over PostgreSQL', () => {
  it('random sequences of calls by several merchants never break the invariants', async () => {
    const sandbox = await testSandbox({ storage: await openPostgres(await server.database()) });
    await fc.assert(
      fc.asyncProperty(acts, (sequence) => play(sandbox, sequence)),
      { numRuns: 40 },
    );
    await sandbox.close();
  });

  it('text that PostgreSQL cannot hold does no harm', async () => {
    const sandbox = await testSandbox({ storage: await openPostgres(await server.database()) });
    const shop = await sandbox.terminal();
    const authority = await shop.createPayment({ description: 'a\0b\ud800c' });
    const { json } = await shop.call('getTransaction', { authority });
    expect(json.data.transaction.description).toBe('a\u{fffd}b\u{fffd}c');
    expect((await shop.call('unsubscribeWebhook', { body: { webhook_id: '\0' } })).status).toBe(422);
    await sandbox.close();
  });
});
