// The control API shows the requests of a terminal with their answers, and nothing secret of them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payment, type TestSandbox, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const show = (query: string) => sandbox.request('GET', `/_sandbox/requests?${query}`, { host: '127.0.0.1' });

it('shows what came and what was answered, refusals too, in their order', async () => {
  const shop = await sandbox.terminal();
  const authority = await shop.createPayment();
  await shop.call('createVerification', { body: { authority, amount: payment.amount } });
  const { json } = await show(`terminal=${shop.id}`);
  expect(json.requests).toMatchObject([
    {
      operation: 'createPayment',
      status: 200,
      request: payment,
      answer: { data: { transaction: { authority } } },
    },
    { operation: 'createVerification', status: 400, request: { authority }, answer: { error: { code: -2 } } },
  ]);
  const [first, second] = json.requests;
  expect((await show(`terminal=${shop.id}&after=${first.sequence}`)).json.requests).toEqual([second]);
});

it('leaves out cards, mobiles and secrets', async () => {
  const shop = await sandbox.terminal();
  const secret = 'a secret of the shop';
  await shop.createPayment({ card_number: '6037997123456789', mobile: '09123456789' });
  await shop.call('subscribeWebhook', {
    body: { url: 'https://shop.example/', events: ['payment.completed'], secret },
  });
  const { text } = await show(`terminal=${shop.id}`);
  expect(text).toContain('[redacted]');
  for (const hidden of [secret, '6037997123456789', '09123456789', shop.token])
    expect(text).not.toContain(hidden);
});

it('shows nobody else what a terminal sent', async () => {
  const shop = await sandbox.terminal();
  await shop.createPayment();
  const stranger = await sandbox.terminal();
  expect((await show(`terminal=${stranger.id}`)).json).toEqual({ requests: [] });
});
