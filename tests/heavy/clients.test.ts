// Installs the client of each language as a merchant would, runs its vectors, and pays with it: mock and sandbox.
import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../client/src/index.ts';
import { signResponse, signWebhook } from '../../contract-tests/src/signatures.ts';
import { idempotency, operations, sandbox, signing, type WebhookEvent } from '../../generated/facts.ts';
import { startSandbox, type TestingSandbox } from '../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../sandbox/test/support/endpoint.ts';
import { type Laboratory, openLaboratory } from './clients/laboratory.ts';
import { clientLanguages } from './clients/languages.ts';
import { type Arrival, type RecordingFront, startRecordingFront } from './front.ts';

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

/** The amount that no 32 bits hold, and the largest that the sandbox takes. */
const amounts = { mock: 4_000_000_000, sandbox: sandbox.amount_maximum };

/** What the programs are told of a delivery. */
const delivered = (body: string, headers: object): NodeJS.ProcessEnv => ({
  WEBHOOK_BODY: Buffer.from(body).toString('base64'),
  WEBHOOK_HEADERS: JSON.stringify(headers),
});

/** A webhook that is sent right now. */
function webhook(): NodeJS.ProcessEnv {
  const data = JSON.stringify({
    authority: '2025100121424146HC',
    amount: 100000,
    order_id: 'ORDER-12345',
    ref_code: '2025100121424146HC',
    pan: '603799******1234',
    verified_at: '1404-06-29 10:35:00',
  });
  const signature = signWebhook(data, webhookSecret);
  const rest = `"timestamp":"2025-10-01T10:35:00+03:30","merchant_code":"MERCHANT001"`;
  const body = `{"event":"payment.completed",${rest},"data":${data},"signature":"${signature}"}`;
  return delivered(body, {
    [signing.webhook.signature_header]: signature,
    [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
    'X-Webhook-Event': 'payment.completed',
    'X-Webhook-ID': 'event-1',
  });
}

/** The right signature of a request that arrived, by the words of the contract. */
function rightSignature({ method, path, headers, body }: Arrival): string {
  return createHmac('sha256', secretKey)
    .update(`${method}:${path.slice('/v2/'.length)}:`)
    .update(body)
    .update(`:${headers[signing.request.timestamp_header.toLowerCase()]}`)
    .digest('hex');
}

let front: RecordingFront;
let gateway: TestingSandbox;
let shop: Endpoint;

beforeAll(async () => {
  gateway = await startSandbox();
  shop = await endpoint();
  front = await startRecordingFront({
    route: ({ url = '', headers }) => ({ name: headers.authorization ?? '', target: url }),
    answerHeaders: (name, body) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const key = name.includes('Forged') ? `${secretKey}, but another` : secretKey;
      return {
        [signing.response.timestamp_header]: timestamp,
        [signing.response.signature_header]: signResponse(body, timestamp, key),
      };
    },
  });
});

afterAll(() => Promise.all([front.close(), gateway.close(), shop.close()]));

describe.each(Object.entries(clientLanguages('payment')))('the %s client', (name, language) => {
  const token = `idg_test_Of${name}`;
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
    const amount = amounts.sandbox;
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

  const { test: tryVectors, checksAnswers } = language;
  // TypeScript has tests of its own.
  if (!tryVectors) return;

  // Whoever compares would not take the mock's example for the answer to another amount.
  test.runIf(!checksAnswers)(
    `${language.label} pays the mock with signatures, accepts a webhook, and refuses a forged answer`,
    async () => {
      const env = { SERVER: front.url, TOKEN: token, AMOUNT: String(amounts.mock) };
      expect(await step(env, 'create')).toBe('payment 2025100121424146HC');
      expect(await step(env, 'verify', '2025100121424146HC')).toBe('verification 123456789');
      expect(await step({ ...env, TOKEN: `${token}Forged` }, 'create')).toBe('refused signature_mismatch');
      const accepted = 'webhook payment.completed 2025100121424146HC';
      expect(await step({ ...env, ...webhook() }, 'webhook')).toBe(accepted);

      const arrivals = front.arrivalsOf(`Bearer ${token}`);
      expect(arrivals.map(({ method, path, status }) => [method, path, status])).toEqual([
        ['POST', operations.createPayment.path, operations.createPayment.successStatus],
        ['POST', operations.createVerification.path, operations.createVerification.successStatus],
      ]);
      expect(arrivals.map(({ body }) => JSON.parse(body.toString()))).toEqual([
        { ...order, amount: amounts.mock },
        { authority: '2025100121424146HC', amount: amounts.mock },
      ]);
      expect(arrivals.map(({ headers }) => headers[idempotency.header.toLowerCase()])).toEqual([
        'key-of-the-order',
        'key-of-the-verification',
      ]);
      for (const arrival of arrivals) {
        const signature = arrival.headers[signing.request.signature_header.toLowerCase()];
        expect(signature).toBe(rightSignature(arrival));
      }
      // A payment whose answer cannot be believed is not sent again by itself: its fate is asked for instead.
      expect(front.arrivalsOf(`Bearer ${token}Forged`)).toHaveLength(1);
    },
  );

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
