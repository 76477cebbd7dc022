// The handlers of the guides fail closed: whatever comes, they deliver on a proof only, and never throw.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  already,
  internal,
  literal,
  page,
  payment,
  type Script,
  unproven,
  verification,
} from '../../client/test/scripted-answers.ts';
import { listening } from '../../contract-tests/src/listening.ts';
import { readPrograms } from '../../scripts/docs/guides/code.ts';
import { writePrograms } from './guide-programs.ts';

let script: Script = {};
const server = createServer((request, response) => {
  const answer = script[request.method === 'POST' ? 'createVerification' : 'getVerification'] ?? 'broken';
  if (answer === 'broken') return void response.destroy();
  const { status = 200, body } = answer;
  response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
});

interface Handler {
  payments: Map<string, { orderId: string; amount: number; paid: boolean }>;
  handleCallback: (fields: Record<string, string>) => Promise<string>;
}
interface Receiver {
  receive: (rawBody: string, headers: Record<string, string>, secret: string) => number;
}
interface Signing {
  isGenuine: (body: string, headers: Headers, secretKey: string) => boolean;
}
let handler: Handler;
let receiver: Receiver;
let signing: Signing;
let folder: string;
beforeAll(async () => {
  const { url } = await listening(server);
  folder = await mkdtemp(join(tmpdir(), 'guide-callback-'));
  await writePrograms((await readPrograms()).values(), folder, url);
  handler = (await import(join(folder, 'callback.mjs'))) as Handler;
  receiver = (await import(join(folder, 'webhook.mjs'))) as Receiver;
  signing = (await import(join(folder, 'signing.mjs'))) as Signing;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

const { authority, amount, order_id } = payment;
async function outcomeOf(answers: Script) {
  script = answers;
  handler.payments.set(authority, { orderId: order_id, amount, paid: false });
  const outcome = await handler.handleCallback({
    authority,
    order_id,
    amount: String(amount),
    status_code: '100',
  });
  expect(handler.payments.get(authority)?.paid).toBe(outcome === 'paid');
  return outcome;
}

describe('the handler of the guides', () => {
  it.each<Script & { what: string }>([
    { what: 'verified now', createVerification: verification() },
    {
      what: 'verified now, with the amount as text',
      createVerification: verification({ amount: String(amount) }),
    },
    { what: 'verified before', createVerification: already, getVerification: verification() },
    {
      what: 'verified by a call whose answer was lost',
      createVerification: 'broken',
      getVerification: verification(),
    },
    { what: 'verified behind an error page', createVerification: page, getVerification: verification() },
  ])('delivers what is $what', async ({ what, ...answers }) => {
    expect(await outcomeOf(answers)).toBe('paid');
  });

  // At the status of the answer it does not look: a body that says all of this is a proof to it.
  const closed = unproven.filter(([what]) => !what.startsWith('HTTP') && what !== 'an error beside its data');
  it.each(closed)('keeps the goods at %s', async (_, answer) => {
    expect(await outcomeOf({ createVerification: answer, getVerification: answer })).toBe('not paid yet');
    for (const first of [already, literal, internal, page, 'broken'] as const) {
      expect(await outcomeOf({ createVerification: first, getVerification: answer })).toBe('not paid yet');
    }
  });

  it.each([{ amount: 900_000 }, { authority: 'ANOTHER' }])('keeps the goods for %j', async (other) => {
    const answer = verification(other);
    expect(await outcomeOf({ createVerification: answer, getVerification: answer })).toBe('not paid yet');
    expect(await outcomeOf({ createVerification: already, getVerification: answer })).toBe('not paid yet');
  });
});

/** As long as a signature in characters or in bytes, and none. */
const odd = ['', 'x', 'é'.repeat(64), 'é'.repeat(32), 'A'.repeat(64), '0'.repeat(64)];

describe('the receiver of webhooks', () => {
  const bodies = [
    '',
    'null',
    '7',
    '[]',
    '{',
    '{}',
    '{"data":null}',
    '{"data":[]}',
    '{"event":"payment.completed"}',
  ];
  it.each(bodies)('refuses the body %j without an exception', (body) => {
    for (const signature of odd) {
      const headers = {
        'x-webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'x-webhook-signature': signature,
        'x-webhook-id': 'evt_1',
      };
      expect([400, 401]).toContain(receiver.receive(body, headers, 'secret'));
      expect(receiver.receive(body, {}, 'secret')).toBe(400);
    }
  });
});

describe('the check of answers', () => {
  it.each(odd)('refuses the signature %j without an exception', (signature) => {
    const headers = new Headers({
      'X-Response-Signature': signature,
      'X-Response-Timestamp': String(Math.floor(Date.now() / 1000)),
    });
    expect(signing.isGenuine('{}', headers, 'key')).toBe(false);
  });
});
