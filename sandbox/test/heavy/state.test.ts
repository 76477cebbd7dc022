// What tests do to a terminal, over PostgreSQL: snapshots, settlements, seeds and faults behave as they do over SQLite.
import { expect, it } from 'vitest';
import { chance } from '../../src/faults/chance.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { endpoint } from '../support/endpoint.ts';
import { startPostgres } from '../support/postgres.ts';
import { payment, testSandbox } from '../support/sandbox.ts';

it('snapshots with settlements, faults by a seed, and terminals of a seed', async () => {
  const server = await startPostgres();
  const sandbox = await testSandbox({ storage: await openPostgres(await server.database()) });
  const target = await endpoint();
  const shop = await sandbox.terminal();
  await shop.call('subscribeWebhook', { body: { url: target.url, events: ['payment.created'] } });
  const authority = await shop.createPayment();
  await shop.pay(authority);
  await shop.call('createVerification', { body: { authority, amount: payment.amount } });
  const settle = () => sandbox.control(`terminals/${shop.id}/settlements`, {});
  expect((await settle()).json.amount).toBe(payment.amount);
  await sandbox.control('clock', { terminal: shop.id, advance_seconds: 60 });
  const seen = async () => [
    (await sandbox.control(`deliveries?terminal=${shop.id}`)).json,
    (await sandbox.control(`clock?terminal=${shop.id}`)).json,
    (await sandbox.control(`terminals/${shop.id}/settlements`)).json,
    (await shop.call('listTransactions', { sign: false })).json.data,
  ];
  const before = await seen();
  const { json } = await sandbox.control('snapshots', { terminal: shop.id });
  await shop.createPayment();
  await sandbox.control('clock', { terminal: shop.id, advance_seconds: 3600 });
  await sandbox.control(`snapshots/${json.id}/restore`, {});
  expect(await seen()).toEqual(before);
  expect((await settle()).status).toBe(409);

  await sandbox.control('faults', { terminal: shop.id, code: -500, probability: 0.5, seed: 'a' });
  const struck: boolean[] = [];
  for (let index = 0; index < 12; index += 1) {
    struck.push((await shop.call('listWebhookEvents', { sign: false })).status !== 200);
  }
  expect(struck).toEqual(struck.map((_, index) => chance('a', index, 'strikes') < 0.5));

  const authorities: string[] = [];
  for (let run = 0; run < 2; run += 1) {
    const { json: made } = await sandbox.control('terminals', {
      seed: 'a',
      starts_at: '2026-11-24T08:30:00Z',
    });
    const { json: created } = await sandbox.request(
      'POST',
      '/v2/payments',
      { authorization: `Bearer ${made.token}`, 'content-type': 'application/json', 'idempotency-key': 'a' },
      JSON.stringify(payment),
    );
    authorities.push(created.data.transaction.authority);
  }
  expect(authorities[0]).toBe(authorities[1]);
  await target.close();
  await sandbox.close();
  await server.stop();
});
