// Canaries go in by every door and in every form, and are looked for wherever anything of them could come out.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandbox as facts } from '../../generated/facts.ts';
import { createLogger } from '../src/logging.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import { privateSettings } from './panel/visitor.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

const mobile = '9351112233';
const card = '6037998877665544';
const secret = 'canary0secret0canary0secret0canary0';
/** Enough of each to know whose it is. The first digits of a number may stay: they tell its kind. */
const traces = { mobile: '51112233', card: '8877665544', secret: 'canary0secret' };

const persian = (digits: string) => digits.replaceAll(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');
const escaped = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => `\\u${digit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The value of a field as it may stand in JSON. */
const shapes: [name: string, shape: (value: string) => string][] = [
  ['a text', (value) => JSON.stringify(value)],
  ['a number', (value) => value],
  ['a negative number', (value) => `-${value}`],
  ['a fraction', (value) => `${value}.5`],
  ['a list of texts', (value) => `["x", "${value}"]`],
  ['a list of numbers', (value) => `[[${value}], 1]`],
  ['an object', (value) => `{"a": {"number": "${value}"}}`],
  ['an object of numbers', (value) => `{"number": ${value}, "}": "\\"]"}`],
  ['a text with escapes', (value) => `"${escaped(value)}"`],
  ['a text in Persian digits', (value) => `"${persian(value)}"`],
  ['a text that never ends', (value) => `"${value}`],
  ['a list that never ends', (value) => `["${value}", {"x": `],
];
const mobiles = [`0${mobile}`, mobile, `98${mobile}`, `+98${mobile}`, `0098${mobile}`];
const cards = [card, '6037 9988 7766 5544', '6037-9988-7766-5544', '603799******5544'];
const names = ['"mobile"', '"Mobile"', '"mob\\u0069le"', '"MOBILE" '];

let sandbox: TestSandbox;
let shop: TestTerminal;
let folder: string;
const lines: string[] = [];
const answers: string[] = [];
const sent: string[] = [];

async function send(
  path: string,
  body: string | undefined,
  headers: Record<string, string | undefined> = {},
) {
  sent.push(`${path} ${body} ${JSON.stringify(headers)}`);
  const all = {
    authorization: `Bearer ${shop.token}`,
    'content-type': 'application/json',
    'idempotency-key': `key-${sent.length}`,
    ...headers,
  };
  const { text, status } = await sandbox.request(body === undefined ? 'GET' : 'POST', path, all, body);
  expect(status).toBeLessThan(500);
  answers.push(text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-taint-'));
  const log = createLogger('debug', { write: (line) => lines.push(line) }) as FastifyBaseLogger;
  sandbox = await testSandbox({
    storage: await openSqlite(join(folder, 'sandbox.sqlite')),
    log,
    settings: privateSettings,
  });
  shop = await sandbox.terminal();
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function shownEverywhere(): Promise<[place: string, text: string][]> {
  const look = async (path: string): Promise<[string, string]> => {
    const { text, status } = await sandbox.request('GET', path, { host: '127.0.0.1:4020' });
    expect([path, status]).toEqual([path, 200]);
    return [path, text];
  };
  const { json } = await sandbox.control(`deliveries?terminal=${shop.id}`);
  return [
    await look(`/_sandbox/requests?terminal=${shop.id}`),
    await look('/_sandbox/requests?caller=unknown'),
    await look(`/_sandbox/har?terminal=${shop.id}`),
    await look(`/_sandbox/signature-failures?terminal=${shop.id}`),
    await look('/_sandbox/terminals'),
    await look('/dashboard/en'),
    await look('/dashboard/en/requests'),
    await look(`/dashboard/en/terminals/${shop.id}/requests`),
    await look(`/dashboard/en/terminals/${shop.id}/transactions`),
    await look('/metrics'),
    ['deliveries', JSON.stringify(json)],
    ['the log', lines.join('')],
    ['the answers', answers.join('\n')],
  ];
}

/** The same with what a program would see that takes escapes and foreign digits for what they are. */
function plain(text: string): string {
  return text
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
}

async function expectNothing(canaries: readonly string[]): Promise<void> {
  for (const [place, text] of await shownEverywhere()) {
    const dense = plain(text).replaceAll(/[ -]/g, '');
    for (const canary of canaries) {
      const at = dense.indexOf(canary);
      expect([place, at < 0 ? '' : dense.slice(Math.max(0, at - 80), at + 40)]).toEqual([place, '']);
    }
  }
}

function expectNothingInFile(canaries: readonly string[]): void {
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, file));
    for (const canary of canaries) expect([file, bytes.includes(canary)]).toEqual([file, false]);
  }
}

/** A moment ago, with a signature that is wrong: its explanation is kept. */
const badlySigned = () => ({
  'x-signature': 'ab'.repeat(32),
  'x-timestamp': String(Math.floor(sandbox.clock.now() / 1000)),
});

const create = (member: string) =>
  `{"amount":100000,"order_id":"A","callback_url":"https://merchant.com/",${member}}`;

it.each(shapes)('as %s, a mobile, a card, a secret and a token come out nowhere', async (_name, shape) => {
  for (const value of mobiles) {
    for (const name of names) {
      await send('/v2/payments', create(`${name}: ${shape(value)}`));
      sandbox.clock.advance(1000);
      await send('/v2/payments', create(`${name}:${shape(value)}`), badlySigned());
    }
  }
  await expectNothing([traces.mobile]);
  for (const value of cards) {
    for (const name of ['"card_number"', '"cardNumber"', '"pan"', '"card_pan"']) {
      await send('/v2/payments', create(`${name}: ${shape(value)}`));
      sandbox.clock.advance(1000);
      await send('/v2/payments', create(`${name}:${shape(value)}`), badlySigned());
    }
  }
  const subscribe = (member: string) =>
    `{"url":"https://shop.example/","events":["payment.created"],${member}}`;
  for (const name of ['secret', 'secret_key', 'token', 'signature', 'Authorization']) {
    await send('/v2/webhooks/subscribe', subscribe(`"${name}": ${shape(secret)}`));
    await send('/v2/webhooks/subscribe', subscribe(`"${name}": ${shape(shop.token)}`), badlySigned());
    sandbox.clock.advance(1000);
  }
  await expectNothing([traces.card, traces.secret, shop.token]);
  // The secret of a webhook signs what is sent, and stands in the file; a token does not.
  expectNothingInFile([traces.mobile, traces.card, shop.token]);
});

describe('by the door of', () => {
  it.each(mobiles)(
    'addresses, headers, forms and free texts the mobile %s comes out nowhere',
    async (value) => {
      const written = encodeURIComponent(value);
      for (const headers of [{}, badlySigned(), { authorization: undefined }, { authorization: value }]) {
        sandbox.clock.advance(1000);
        await send(`/v2/payments/${written}`, undefined, headers);
        await send(`/v2/transactions?mobile=${written}&page=1`, undefined, headers);
        await send(`/v2/transactions?status=${written}`, undefined, headers);
        await send('/v2/payments', `mobile=${written}&amount=1000`, {
          ...headers,
          'content-type': 'application/x-www-form-urlencoded',
        });
        await send('/v2/payments', create(`"description": "call ${value} at night"`), headers);
        await send('/v2/payments', create(`"order": ["${value}"]`), headers);
        await send('/v2/payments', create(`"x": "{\\"mobile\\": \\"${value}\\"}"`), headers);
        await send('/v2/payments', value, headers);
        await send('/v2/payments', JSON.stringify(value), headers);
        await send('/v2/payments', create('"x":1'), {
          ...headers,
          'idempotency-key': value,
          'x-api-token': value,
        });
      }
      await expectNothing([traces.mobile]);
    },
  );

  it('addresses, headers and free texts a card and a token come out nowhere', async () => {
    for (const value of [card, '6037-9988-7766-5544', shop.token]) {
      for (const headers of [{}, badlySigned(), { authorization: undefined }, { authorization: value }]) {
        sandbox.clock.advance(1000);
        await send(`/v2/payments/${value}`, undefined, headers);
        await send(`/v2/transactions?pan=${value}`, undefined, headers);
        await send(`/v2/nowhere/${value}`, undefined, headers);
        await send('/v2/payments', create(`"description": "card ${value}"`), headers);
        await send('/v2/payments', create('"x":1'), { ...headers, 'idempotency-key': value, cookie: value });
      }
    }
    // The file has what the shop itself wrote into a description or chose as a key: that is its own to keep.
    await expectNothing([traces.card, shop.token]);
  });
});

it('what is shown is still there: amounts, order numbers, authorities and times are not blotted out', async () => {
  const authority = await shop.createPayment({ order_id: 'ORDER-2026-1', amount: facts.amount_maximum });
  for (const path of [`/_sandbox/requests?terminal=${shop.id}`, `/_sandbox/har?terminal=${shop.id}`]) {
    const { text } = await sandbox.request('GET', path, { host: '127.0.0.1:4020' });
    for (const kept of [authority, 'ORDER-2026-1', String(facts.amount_maximum), payment.callback_url])
      expect([path, text.includes(kept)]).toEqual([path, true]);
  }
});
