// What a developer gets wrong is told as the developer's own mistake, never as an attack or as a fault of the payer.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headers as names, signing } from '../../generated/client-facts.ts';
import {
  type ClientOptions,
  ConfigurationError,
  createClient,
  inToman,
  normalizeTyped,
  readCallback,
  rials,
  toman,
  verifyWebhook,
} from '../src/index.ts';
import { order, secretKey, token } from './shop.ts';

const authority = '2025100121424146HC';

describe('a webhook', () => {
  const secret = 'the secret of this webhook';
  const data = { authority, amount: 250_000 };
  const headers = { [names.webhookEvent]: 'payment.created', [names.webhookId]: 'evt_1' };
  const now = 1_727_800_000_000;
  const signed = (key: string, seconds = now / 1000) => ({
    ...headers,
    [signing.webhook.timestamp_header]: String(seconds),
    [signing.webhook.signature_header]: createHmac('sha256', key).update(JSON.stringify(data)).digest('hex'),
  });
  const body = { event: 'payment.created', data };

  it.each([
    { what: 'a parsed body', rawBody: body, says: /parsed/ },
    { what: 'no body at all', rawBody: undefined, says: /raw/ },
  ])('with $what is a mistake of the handler', async ({ rawBody, says }) => {
    const verified = verifyWebhook(rawBody as never, signed(secret), secret, { now });
    await expect(verified).rejects.toThrow(ConfigurationError);
    await expect(verified).rejects.toThrow(says);
  });

  it('that is refused says what to look at if it was genuine', async () => {
    const text = JSON.stringify(body);
    const refused = (key: string, seconds?: number) =>
      verifyWebhook(text, signed(key, seconds), secret, { now });
    await expect(refused('another')).rejects.toThrow(/secret/);
    await expect(refused(secret, now / 1000 - 400)).rejects.toThrow(/clock/);
  });
});

describe('a callback', () => {
  const type = 'application/x-www-form-urlencoded; charset=utf-8';
  const stored = { authority, amount: rials(250_000), order_id: 'ORDER-1' };

  it('whose form nobody has read is a mistake of the handler', async () => {
    const request = { method: 'POST', url: '/back', headers: { 'content-type': type } };
    for (const body of [undefined, Buffer.from('authority=x')]) {
      const read = readCallback({ ...request, body }, stored);
      await expect(read).rejects.toThrow(ConfigurationError);
      await expect(read).rejects.toThrow(/parser/);
    }
  });

  it('without a form is one of a stranger', async () => {
    const request = { method: 'POST', url: '/back', headers: { 'content-type': 'text/plain' } };
    await expect(readCallback(request, stored)).rejects.toMatchObject({ reason: 'malformed' });
  });
});

describe('a setting', () => {
  const create = (options: Partial<ClientOptions>) => () =>
    createClient({ token, environment: 'sandbox', ...options });

  it.each([`${token}\n`, ` ${token}`, 'idg_test_01 23', 'idg_test_01\u200c23'])(
    'the token %j is told to have a blank or a line break',
    (token) => {
      expect(create({ token })).toThrow(/blank or a line break/);
    },
  );

  it.each([`${secretKey}\n`, `\t${secretKey}`])(
    'the secret %j is told to begin or end with one',
    (secretKey) => {
      expect(create({ secretKey })).toThrow(/blank or a line break/);
      expect(create({ secretKey })).not.toThrow(secretKey);
    },
  );

  it('an address that is none is told', () => {
    expect(create({ baseUrl: '127.0.0.1:4020' })).toThrow(ConfigurationError);
  });
});

describe('an answer that is not believed', () => {
  const ask = async (key: string, age: number) => {
    const text = '{}';
    const seconds = String(Math.floor(Date.now() / 1000) - age);
    const signature = createHmac('sha256', key).update(`${text}:${seconds}`).digest('hex');
    const headers = {
      [signing.response.timestamp_header]: seconds,
      [signing.response.signature_header]: signature,
    };
    const fetch = async () => new Response(text, { headers });
    const { error } = await createClient({ token, secretKey, environment: 'sandbox', retries: 0, fetch }) //
      .getPayment(authority);
    return error?.message;
  };

  it('because of the secret says so, and because of the clock as well', async () => {
    expect(await ask('another', 0)).toMatch(/secretKey is that of this terminal/);
    expect(await ask(secretKey, 400)).toMatch(/clock/);
    expect(await ask(secretKey, 400)).not.toMatch(/secretKey/);
  });
});

describe('an argument', () => {
  it.each([null, undefined, true, [], [5], {}, '', new Date(0)])('%j is no amount', (value) => {
    for (const make of [rials, toman, inToman]) {
      expect(() => make(value as never)).toThrow(RangeError);
    }
  });

  it.each([undefined, null, '', 7, { authority }])('%j is no authority', async (value) => {
    const gateway = createClient({ token, environment: 'sandbox' });
    await expect(gateway.getPayment(value as never)).rejects.toThrow(ConfigurationError);
  });

  it('no payment is no payment, and an empty key no key', async () => {
    const gateway = createClient({ token, environment: 'sandbox' });
    await expect(gateway.createPayment(undefined as never)).rejects.toThrow(ConfigurationError);
    await expect(gateway.createPayment(order, { idempotencyKey: '' })).rejects.toThrow(ConfigurationError);
  });
});

describe('text typed on a Persian keyboard', () => {
  it.each([
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '09123456789'],
    ['٠٩١٢٣٤٥٦٧٨٩', '09123456789'],
    ['+۹۸-۹۱۲\u00a0۳۴۵\u200c۶۷۸۹', '+989123456789'],
    ['۶۰۳۷-۹۹۷۱-۲۳۴۵-۶۷۸۹', '6037997123456789'],
    ['\u202a6037 99** **** 6789\u202c', '603799******6789'],
    ['علي ك', 'علیک'],
  ])('%s is %s', (typed, plain) => {
    expect(normalizeTyped(typed)).toBe(plain);
  });

  it('leaves what is plain as it is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9*+]*$/), (text) => normalizeTyped(text) === text));
  });
});
