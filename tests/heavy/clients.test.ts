// Installs the client of each language as a merchant would, runs its vectors, and pays with it against the mock.
import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signResponse, signWebhook } from '../../contract-tests/src/signatures.ts';
import { contractVersion, idempotency, operations, signing } from '../../generated/facts.ts';
import { type Laboratory, openLaboratory } from './clients/laboratory.ts';
import { clientLanguages } from './clients/languages.ts';
import { type Arrival, type RecordingFront, startRecordingFront } from './front.ts';

/** Maven and pip fetch what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

const secretKey = 'the secret key: کلید';
const webhookSecret = 'the secret of the webhook';
const description = 'کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚';

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
  return {
    WEBHOOK_BODY: Buffer.from(body).toString('base64'),
    WEBHOOK_SECRET: webhookSecret,
    WEBHOOK_HEADERS: JSON.stringify({
      [signing.webhook.signature_header]: signature,
      [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
      'X-Webhook-Event': 'payment.completed',
      'X-Webhook-ID': 'event-1',
    }),
  };
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

beforeAll(async () => {
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

afterAll(() => front.close());

describe.each(Object.entries(clientLanguages))('the %s client', (name, language) => {
  const token = `idg_test_Of${name}`;
  let laboratory: Laboratory;

  beforeAll(async () => {
    laboratory = await openLaboratory(name);
    await language.install(laboratory);
  }, installationTimeout);

  afterAll(() => laboratory.remove());

  test(`${language.label} accepts and refuses every shared vector as it should`, async () => {
    const { code, output } = await language.test(laboratory);
    expect(code, output).toBe(0);
  });

  test(`${language.label} makes a signed payment, verifies the answers and a webhook, and refuses a forgery`, async () => {
    const output = await language.run(laboratory, {
      SERVER: front.url,
      TOKEN: token,
      FORGED_TOKEN: `${token}Forged`,
      SECRET_KEY: secretKey,
      ...webhook(),
    });
    expect(output.trim().split(/\r?\n/)).toEqual([
      'payment 2025100121424146HC',
      'verification 123456789',
      'forged answer signature_mismatch',
      'webhook payment.completed 2025100121424146HC',
    ]);

    const arrivals = front.arrivalsOf(`Bearer ${token}`);
    expect(arrivals.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', operations.createPayment.path, operations.createPayment.successStatus],
      ['POST', operations.createVerification.path, operations.createVerification.successStatus],
    ]);
    expect(arrivals.map(({ body }) => JSON.parse(body.toString()))).toEqual([
      {
        amount: 4000000000,
        order_id: 'ORDER-12345',
        callback_url: 'https://yoursite.com/callback',
        description,
      },
      { authority: '2025100121424146HC', amount: 4000000000 },
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
  });

  test(`${language.label} notices a vector that lies`, async () => {
    const file = join(laboratory.vectors, 'webhooks.json');
    const { vectors } = JSON.parse(await readFile(file, 'utf8')) as { vectors: { reason: string | null }[] };
    const valid = vectors.find(({ reason }) => reason === null);
    if (!valid) throw new Error('No vector is valid.');
    valid.reason = 'signature_mismatch';
    await writeFile(file, JSON.stringify({ vectors }));
    const { code, output } = await language.test(laboratory);
    expect(code, output).not.toBe(0);
  });
});

test('the packages have the version of the contract', async () => {
  const versions = {
    'php/composer.json': /"version": "([^"]+)"/,
    'python/pyproject.toml': /^version = "([^"]+)"/m,
    'java/pom.xml': /<artifactId>irandargah-signing<\/artifactId>\s*<version>([^<]+)</,
    'csharp/IranDargah.Signing.csproj': /<Version>([^<]+)</,
  };
  for (const [file, pattern] of Object.entries(versions)) {
    const manifest = await readFile(join(import.meta.dirname, '../../client', file), 'utf8');
    expect(pattern.exec(manifest)?.[1], file).toBe(contractVersion);
  }
});
