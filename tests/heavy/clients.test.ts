import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../client/src/index.ts';
import { operations, sandbox, type WebhookEvent } from '../../generated/facts.ts';
import { startSandbox, type TestingSandbox } from '../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../sandbox/test/support/endpoint.ts';
import { type Laboratory, openLaboratory } from './clients/laboratory.ts';
import { clientLanguages } from './clients/languages.ts';

/** Maven and pip fetch what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

const secretKey = 'the secret key: کلید';
const webhookSecret = 'the secret of the webhook';
/** What the programs order, beside the amount. */
const order = {
  order_id: 'ORDER-12345',
  callback_url: 'https://yoursite.com/callback',
  description: 'کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚',
};

/** What the programs are told of a delivery. */
const delivered = (body: string, headers: object): NodeJS.ProcessEnv => ({
  WEBHOOK_BODY: Buffer.from(body).toString('base64'),
  WEBHOOK_HEADERS: JSON.stringify(headers),
});

let gateway: TestingSandbox;
let shop: Endpoint;

beforeAll(async () => {
  gateway = await startSandbox();
  shop = await endpoint();
});

afterAll(() => Promise.all([gateway.close(), shop.close()]));

describe.each(Object.entries(clientLanguages('payment')))('the %s client', (name, language) => {
  let laboratory: Laboratory;

  beforeAll(async () => {
    laboratory = await openLaboratory(name);
    await language.install(laboratory);
  }, installationTimeout);

  afterAll(() => laboratory.remove());

  /** Runs one step of a payment. @returns the line that it prints. */
  const step = async (env: NodeJS.ProcessEnv, ...words: string[]) => {
    const own = { SECRET_KEY: secretKey, WEBHOOK_SECRET: webhookSecret, ...env };
    return (await laboratory.must([...language.program, ...words], own)).trim();
  };

  test(`${language.label} takes one payment through the sandbox, from its creation to its webhooks`, async () => {
    const terminal = await gateway.terminal({ require_signature: true, secret_key: secretKey });
    const amount = sandbox.amount_maximum;
    const env = { SERVER: gateway.url, TOKEN: terminal.token, AMOUNT: String(amount) };
    const { listTransactions, subscribeWebhook } = createClient({
      token: terminal.token,
      secretKey,
      environment: 'sandbox',
      baseUrl: gateway.url,
    });
    const received = shop.received.length;
    const events: WebhookEvent[] = ['payment.completed', 'verification.completed'];
    await subscribeWebhook({ url: shop.url, events, secret: webhookSecret });

    // The gateway refuses what another key has signed, and signs its refusal with the right one.
    const stranger = { ...env, SECRET_KEY: `${secretKey}, but another` };
    expect(await step(stranger, 'create')).toBe('refused signature_mismatch');

    const created = await step(env, 'create');
    expect(created).toMatch(/^payment \w+$/);
    const authority = created.slice('payment '.length);
    expect(await terminal.pay(authority)).toMatchObject({ paid_now: true });
    const verified = await step(env, 'verify', authority);
    expect(verified).toMatch(/^verification \w+$/);

    await shop.arrived(received + events.length);
    const deliveries = shop.received.slice(received);
    const accepted = [];
    for (const { text, headers } of deliveries) {
      const delivery = delivered(text, headers);
      accepted.push(await step({ ...env, ...delivery }, 'webhook'));
      const forged = { ...env, ...delivery, WEBHOOK_SECRET: 'another secret' };
      expect(await step(forged, 'webhook')).toBe('refused signature_mismatch');
    }
    expect(accepted.sort()).toEqual(events.map((event) => `webhook ${event} ${authority}`));
    expect(deliveries.map(({ json }) => `verification ${json.data.ref_code}`)).toEqual([verified, verified]);

    const asked = (await terminal.requests()).filter(({ operation }) => operation !== 'subscribeWebhook');
    expect(asked.map(({ operation, status, signature }) => [operation, status, signature])).toEqual([
      ['createPayment', 401, 'ErrorSignatureInvalid'],
      ['createPayment', operations.createPayment.successStatus, 'valid'],
      ['createVerification', operations.createVerification.successStatus, 'valid'],
    ]);
    expect(asked[1]?.request).toEqual({ ...order, amount });
    const list = await listTransactions();
    expect(list.ok && list.data.transactions).toMatchObject([
      { authority, amount, order_id: order.order_id, status: 'completed' },
    ]);
  });

  const { test: tryVectors } = language;
  // TypeScript has tests of its own.
  if (!tryVectors) return;

  test(`${language.label} accepts and refuses every shared vector as it should`, async () => {
    const { code, output } = await tryVectors(laboratory);
    expect(code, output).toBe(0);
  });

  test(`${language.label} notices a vector that lies`, async () => {
    const file = join(laboratory.vectors, 'webhooks.json');
    const { vectors } = JSON.parse(await readFile(file, 'utf8')) as { vectors: { reason: string | null }[] };
    const valid = vectors.find(({ reason }) => reason === null);
    if (!valid) throw new Error('No vector is valid.');
    valid.reason = 'signature_mismatch';
    await writeFile(file, JSON.stringify({ vectors }));
    const { code, output } = await tryVectors(laboratory);
    expect(code, output).not.toBe(0);
  });
});
