// The control API shows the requests of a terminal with their answers, and nothing secret of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('requests without a working token', () => {
  const events = (authorization?: string) =>
    sandbox.request('GET', '/v2/webhooks/events?secret=mine', { authorization });
  const unknown = async (after = 0) =>
    (await sandbox.control(`requests?caller=unknown&after=${after}`)).json.requests as {
      sequence: number;
      token: string;
    }[];
  const last = async () => (await unknown()).at(-1)?.sequence ?? 0;

  it('are shown with the reason, which no answer tells, and nothing of what the sender wrote', async () => {
    const before = await last();
    const [revoked, rotated, expired] = await Promise.all([1, 2, 3].map(() => sandbox.terminal()));
    if (!revoked || !rotated || !expired) throw new Error('Three terminals were expected.');
    await sandbox.control(`terminals/${revoked.id}/tokens/revoke`, {});
    await sandbox.control(`terminals/${rotated.id}/tokens/rotate`, {});
    await sandbox.control('clock', { terminal: rotated.id, advance_seconds: 86_400 });
    await sandbox.control('clock', { terminal: expired.id, advance_seconds: 30 * 86_400 });
    const tokens = ['idg_test_unknown', revoked.token, expired.token, rotated.token];
    const sent = [
      undefined,
      'Basic c2VjcmV0',
      'Bearer my-password',
      ...tokens.map((token) => `Bearer ${token}`),
    ];
    const bodies = new Set<string>();
    for (const authorization of sent) {
      const { status, json } = await events(authorization);
      expect(status).toBe(401);
      bodies.add(JSON.stringify(json.error));
    }
    // -50 without a bearer token, and -51 for whatever is wrong with one.
    expect(bodies.size).toBe(2);
    await sandbox.request('GET', '/health', { authorization: `Bearer ${revoked.token}` });
    const shown = await unknown(before);
    expect(shown.map(({ token }) => token)).toEqual([
      'missing',
      'not a bearer token',
      'malformed',
      'unknown',
      'revoked',
      'expired',
      'grace over',
      'not needed',
    ]);
    expect(shown[0]).toMatchObject({
      operation: 'listWebhookEvents',
      path: '/v2/webhooks/events?…',
      status: 401,
      answer: { error: { code: -50 } },
    });
    const text = JSON.stringify(shown);
    for (const hidden of ['c2VjcmV0', 'my-password', 'mine', ...tokens]) expect(text).not.toContain(hidden);
  });

  it('stand in the log of no terminal', async () => {
    const shop = await sandbox.terminal();
    await events('Bearer idg_test_unknown');
    expect((await sandbox.control(`requests?terminal=${shop.id}`)).json).toEqual({ requests: [] });
    await shop.createPayment();
    expect((await unknown()).map(({ sequence }) => sequence)).not.toContain(
      (await sandbox.control(`requests?terminal=${shop.id}`)).json.requests[0].sequence,
    );
  });

  it('are a bounded number, from which a monitor pushes out nobody', async () => {
    const before = await last();
    await events();
    for (let count = 0; count < 150; count += 1) await sandbox.request('GET', '/health');
    const kept = await unknown(before);
    expect(kept.filter(({ token }) => token === 'missing')).toHaveLength(1);
    expect(kept.filter(({ token }) => token === 'not needed')).toHaveLength(100);
    const path = `/v2/transactions/${'x'.repeat(15_000)}idg_test_secret`;
    for (let count = 0; count < 150; count += 1) await sandbox.request('GET', path);
    const refused = (await unknown()).filter(({ token }) => token !== 'not needed');
    expect(refused).toHaveLength(100);
    expect(JSON.stringify(refused).length).toBeLessThan(100_000);
  });

  it('are forgotten with everything else', async () => {
    await events();
    await sandbox.control('reset', {});
    expect(await unknown()).toEqual([]);
  });
});
