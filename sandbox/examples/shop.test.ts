// A merchant's own test suite, with the gateway in three lines: start it, use it, close it.
import { startSandbox, type TestingSandbox } from '@irandargah/sandbox/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let gateway: TestingSandbox;
let shop: Shop;
beforeAll(async () => {
  gateway = await startSandbox();
  shop = await openShop(gateway);
});
afterAll(async () => {
  shop.close();
  await gateway.close();
});

it('delivers what has been paid', async () => {
  const authority = await shop.checkOut('A', 150_000);
  const { callback_answers: answers } = await gateway.pay(authority, 'success', { callback: true });
  expect(answers).toEqual([{ status: 200, body: 'paid', error: null }]);
  expect(shop.isPaid('A')).toBe(true);
});

it.each(['failed', 'insufficient', 'timeout', 'cancel'] as const)(
  'delivers nothing after %s',
  async (card) => {
    await gateway.pay(await shop.checkOut(card, 150_000), card, { callback: true });
    expect(shop.isPaid(card)).toBe(false);
  },
);

it('delivers once when the callback comes twice', async () => {
  await gateway.fault({ kind: 'callback_duplicate' });
  const { callback_answers: answers } = await gateway.pay(await shop.checkOut('B', 150_000), 'success', {
    callback: true,
  });
  expect(answers?.map(({ body }) => body)).toEqual(['paid', 'paid']);
  const verifications = (await gateway.requests()).filter(
    ({ operation }) => operation === 'createVerification',
  );
  expect(verifications.filter(({ status }) => status === 200)).toHaveLength(2);
});

it('makes one payment though the connection breaks after the first try', async () => {
  await gateway.fault({ kind: 'connection_cut', when: 'after', operation: 'createPayment' });
  const authority = await shop.checkOut('C', 150_000);
  const created = (await gateway.requests())
    .filter(({ operation }) => operation === 'createPayment')
    .slice(-2);
  expect(created.map(({ fault }) => fault)).toEqual(['connection_cut', null]);
  expect(created[0]?.answer).toEqual(created[1]?.answer);
  expect(created[1]?.answer).toMatchObject({ data: { transaction: { authority } } });
});

it('delivers nothing when the payer comes too late', async () => {
  const authority = await shop.checkOut('D', 150_000);
  await gateway.advance(24 * 3600);
  const { state } = await gateway.pay(authority, 'success', { callback: true });
  expect([state, shop.isPaid('D')]).toEqual(['TIMEOUT', false]);
});
