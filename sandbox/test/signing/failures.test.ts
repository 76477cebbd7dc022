// A refused signature is explained on the log and by the control API, and never in the answer.
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '../../src/logging.ts';
import { payment, signatureOf, type TestSandbox, testSandbox } from '../support/sandbox.ts';

const lines: string[] = [];
let sandbox: TestSandbox;
beforeAll(async () => {
  const log = createLogger('warn', { write: (line) => lines.push(line) });
  sandbox = await testSandbox({ log: log as unknown as FastifyBaseLogger });
});
afterAll(() => sandbox.close());

const card = '6037997123456789';

/** Sends a payment whose signature covers another body than the one that travels. */
async function sendWronglySigned() {
  const shop = await sandbox.terminal();
  const body = { ...payment, card_number: card };
  const signed = JSON.stringify(body).replaceAll('/', '\\/');
  const timestamp = String(Math.floor(sandbox.clock.now() / 1000));
  const signature = signatureOf(shop.secretKey ?? '', 'POST', '/v2/payments', signed, timestamp);
  const answer = await shop.call('createPayment', {
    body,
    sign: false,
    headers: { 'x-signature': signature, 'x-timestamp': timestamp },
  });
  const failures = (headers: Record<string, string>, query = '') =>
    sandbox.request('GET', `/_sandbox/signature-failures${query}`, { host: '127.0.0.1', ...headers });
  return { shop, answer, failures };
}

it('tells the owner of the token what was signed and what should have been', async () => {
  const { shop, failures } = await sendWronglySigned();
  const { json } = await failures({ authorization: `Bearer ${shop.token}` });
  expect(json.failures).toMatchObject([
    {
      code: -103,
      causes: ['escaped_slash'],
      first_difference: { was: { text: expect.stringMatching(/^\\\/\\\//) } },
    },
  ]);
  expect(json.failures[0].explanation.fa).toHaveLength(1);
  expect((await failures({}, `?terminal=${shop.id}`)).json).toEqual(json);
});

it('says nothing of it in the answer', async () => {
  const { answer } = await sendWronglySigned();
  expect(answer.json).toMatchObject({ error: { code: -103 } });
  expect(answer.text).not.toMatch(/slash|signed/);
});

it('shows neither the key nor the right signature nor a card number, on the log and elsewhere', async () => {
  const { shop, failures } = await sendWronglySigned();
  const { text, json } = await failures({ authorization: `Bearer ${shop.token}` });
  const [, body, timestamp] = /^POST:payments:(.*):([0-9]+)$/.exec(json.failures[0].must_be_signed) ?? [];
  expect(body).toContain('6037************');
  const right = signatureOf(
    shop.secretKey ?? '',
    'POST',
    '/v2/payments',
    JSON.stringify({ ...payment, card_number: card }),
    timestamp ?? '',
  );
  const log = lines.join('');
  expect(log).toContain('escaped_slash');
  for (const shown of [text, log]) {
    for (const secret of [shop.secretKey ?? '', right, card, shop.token]) expect(shown).not.toContain(secret);
  }
});

it('keeps terminals apart, and asks which one is meant', async () => {
  const { failures } = await sendWronglySigned();
  const stranger = await sandbox.terminal();
  expect((await failures({ authorization: `Bearer ${stranger.token}` })).json).toEqual({ failures: [] });
  expect((await failures({})).status).toBe(400);
});
