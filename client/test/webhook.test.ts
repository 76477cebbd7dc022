// Deliveries are proven or refused, and typed by their event.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFields, headers as names, signing } from '../../generated/client-facts.ts';
import { ConfigurationError, verifyWebhook, WebhookError, type WebhookHeaders } from '../src/index.ts';

const secret = 'the secret of this webhook';
const now = 1_727_800_000_000;
const { signature_header, timestamp_header } = signing.webhook;

const settled = {
  authority: '2025100121424146HC',
  amount: 100_000,
  order_id: 'ORDER-12345',
  ref_code: '123456789',
  pan: '603799******1234',
  verified_at: '1404-06-29 10:35:00',
};

interface Made {
  event?: string;
  data?: unknown;
  /** What is signed, when it is another text than the compact JSON of data. */
  text?: string;
  key?: string;
  headers?: Record<string, string>;
}

/** A delivery as the gateway makes it. */
function deliver({
  event = 'payment.completed',
  data = settled,
  text,
  key = secret,
  headers = {},
}: Made = {}) {
  const signed = text ?? JSON.stringify(data);
  const signature = createHmac('sha256', key).update(signed).digest('hex');
  const body = { event, timestamp: '2025-10-01T10:35:00+03:30', merchant_code: 'M1', data, signature };
  return {
    body: JSON.stringify(body),
    signature,
    headers: {
      [signature_header]: signature,
      [timestamp_header]: String(now / 1000),
      [names.webhookEvent]: event,
      [names.webhookId]: 'evt_1',
      ...headers,
    } as Record<string, string>,
  };
}

/** A body whose data stands in it as it is given. */
const bodyOf = (data: string, event = 'payment.completed') =>
  `{"event":"${event}","note":"\\"data\\":{","data":${data},"retry":{"data":1}}`;

const verify = (body: string | Uint8Array, headers: WebhookHeaders, key: string | string[] = secret) =>
  verifyWebhook(body, headers, key, { now });
const reasonOf = (...parameters: Parameters<typeof verify>) =>
  verify(...parameters).then(
    ({ event }) => `accepted ${event}`,
    (error: unknown) => (error instanceof WebhookError ? error.reason : error),
  );

describe('a delivery', () => {
  it('is an event with its data, whatever form the headers have', async () => {
    const { body, headers, signature } = deliver();
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    for (const form of [
      headers,
      lower,
      new Headers(headers),
      { ...lower, cookie: undefined, via: ['a', 'b'] },
    ]) {
      expect(await verify(body, form)).toEqual({
        id: 'evt_1',
        event: 'payment.completed',
        fingerprint: `payment.completed:${signature}`,
        timestamp: '2025-10-01T10:35:00+03:30',
        merchant_code: 'M1',
        data: settled,
      });
    }
  });

  it('may be given as bytes', async () => {
    const { body, headers } = deliver();
    expect(await reasonOf(new TextEncoder().encode(body), headers)).toBe('accepted payment.completed');
    expect(await reasonOf(new Uint8Array([0xff, 0xfe]), headers)).toBe('body_malformed');
  });

  it('is accepted with any of two secrets while they change', async () => {
    const { body, headers } = deliver({ key: 'the new one' });
    expect(await reasonOf(body, headers, [secret, 'the new one'])).toBe('accepted payment.completed');
    expect(await reasonOf(body, headers, [secret, 'another'])).toBe('signature_mismatch');
    expect(await reasonOf(body, headers, [])).toBe('signature_mismatch');
  });

  it('is never verified with an empty secret, which everybody knows', async () => {
    const { body, headers } = deliver();
    await expect(verify(body, headers, '')).rejects.toThrow(ConfigurationError);
    await expect(verify(body, headers, [secret, ''])).resolves.toMatchObject({ event: 'payment.completed' });
  });

  const { body, headers, signature } = deliver();
  const without = (name: string) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
  it.each<{ what: string; body?: string; headers: WebhookHeaders; reason: string }>([
    { what: 'without a signature', headers: without(signature_header), reason: 'signature_missing' },
    { what: 'without a timestamp', headers: without(timestamp_header), reason: 'timestamp_missing' },
    { what: 'without an id', headers: without(names.webhookId), reason: 'id_missing' },
    { what: 'without the name of the event', headers: without(names.webhookEvent), reason: 'event_differs' },
    {
      what: 'of another event',
      headers: { ...headers, [names.webhookEvent]: 'payment.failed' },
      reason: 'event_differs',
    },
    {
      what: 'with two signatures',
      headers: { ...headers, [signature_header]: [signature, signature] as never },
      reason: 'header_doubled',
    },
    {
      what: 'with the signature in two spellings',
      headers: { ...headers, [signature_header.toLowerCase()]: signature },
      reason: 'header_doubled',
    },
    {
      what: 'with the signature twice in one',
      headers: { ...headers, [signature_header]: `${signature}, ${signature}` },
      reason: 'signature_malformed',
    },
    {
      what: 'of 301 seconds ago',
      headers: { ...headers, [timestamp_header]: String(now / 1000 - 301) },
      reason: 'timestamp_outside_tolerance',
    },
    { what: 'with nothing in it', body: '', headers, reason: 'body_malformed' },
    { what: 'that is null', body: 'null', headers, reason: 'body_malformed' },
    { what: 'whose data is a list', body: '{"data":[]}', headers, reason: 'data_missing' },
    {
      what: 'too deep to be written again',
      body: `{"data":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
      headers,
      reason: 'body_malformed',
    },
    {
      what: 'with another signature inside',
      body: body.replace(/"signature":"./, '"signature":"x'),
      headers,
      reason: 'signature_mismatch',
    },
  ])('$what is refused', async ({ reason, ...made }) => {
    expect(await reasonOf(made.body ?? body, made.headers)).toBe(reason);
  });

  it('is refused as soon as one character of its data or signature changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), async (at, character) => {
        const start = body.indexOf('"data":') + 7;
        const end = body.indexOf('}', start);
        const place = start + (at % (end - start));
        const forged = body.slice(0, place) + character + body.slice(place + 1);
        const reason = await reasonOf(forged, headers);
        if (JSON.stringify(parseOrNothing(forged)) === JSON.stringify(JSON.parse(body))) return;
        expect(reason).toMatch(/^(body_malformed|data_missing|signature_mismatch)$/);
      }),
    );
  });

  it('is accepted whatever text its data holds', async () => {
    const text = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(text, fc.integer(), fc.string({ minLength: 1 }), async (message, amount, key) => {
        const made = deliver({
          event: 'payment.failed',
          data: { authority: 'a', amount, status: 'failed', message },
          key,
        });
        expect(await reasonOf(made.body, made.headers, key)).toBe('accepted payment.failed');
      }),
    );
  });

  it('is accepted in whatever form its data was signed, and refused as soon as one character of that changes', async () => {
    const form = fc.constantFrom(undefined, 1, 4, '\t');
    const change = fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 1 }));
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        form,
        fc.boolean(),
        change,
        async (note, space, ascii, [at, character]) => {
          const plain = JSON.stringify({ ...settled, note }, null, space);
          // As PHP writes it by itself.
          const data = ascii
            ? plain.replace(
                /[^\x20-\x7e\s]/g,
                (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
              )
            : plain;
          const headersOfIt = deliver({ text: data }).headers;
          expect(await reasonOf(bodyOf(data), headersOfIt)).toBe('accepted payment.completed');

          const place = at % data.length;
          const forged = data.slice(0, place) + character + data.slice(place + 1);
          if (JSON.stringify(parseOrNothing(forged)) === JSON.stringify(JSON.parse(data))) return;
          const reason = await reasonOf(bodyOf(forged), headersOfIt);
          expect(reason).toMatch(/^(body_malformed|data_missing|signature_mismatch)$/);
        },
      ),
    );
  });

  it('has no number rounded: what JavaScript cannot hold comes as the text of its digits', async () => {
    const data = `{"amount": 9007199254740993,"fee":100000.0,"ref_code":12345678901234567890,"x":[-1e17, 1e5, 0.5]}`;
    const { headers } = deliver({ event: 'refund.completed', text: data });
    expect(await verify(bodyOf(data, 'refund.completed'), headers)).toMatchObject({
      data: {
        amount: '9007199254740993',
        fee: 100_000,
        ref_code: '12345678901234567890',
        x: ['-1e17', 100_000, 0.5],
      },
    });
  });

  const million = 1_000_000;
  it.each([
    { what: 'escapes', data: `{"x":"${'\\n'.repeat(million / 2)}"}` },
    { what: 'escapes that never end', data: `{"x":"${'\\"'.repeat(million / 2)}` },
    { what: 'blanks', data: `{"x":1${' '.repeat(million)}}` },
    { what: 'blanks behind texts', data: `{"x":[""${`${' '.repeat(999)},""`.repeat(million / 1000)}]}` },
    { what: 'digits', data: `{"x":0.${'1'.repeat(million)}}` },
    { what: 'a number that never ends', data: `{"x":${'1e'.repeat(million / 2)}}` },
  ])('of a million $what is judged in no time', async ({ data }) => {
    const { headers } = deliver();
    const start = performance.now();
    expect(await reasonOf(bodyOf(data), headers)).toMatch(/^(body_malformed|signature_mismatch)$/);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('is refused or accepted, and never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), fc.string(), async (any, json, header) => {
        const attacks = [
          any,
          JSON.stringify(json),
          JSON.stringify({ data: json, event: any, signature: json }),
        ];
        for (const attack of attacks) {
          expect(await reasonOf(attack, { ...headers, [signature_header]: header || signature })).toMatch(
            /^(signature_m|body_malformed|data_missing)/,
          );
        }
      }),
    );
  });
});

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('a genuine delivery of tomorrow', () => {
  it('keeps its fields, and has amounts as numbers however they travelled', async () => {
    const data = { ...settled, amount: '100000', ref_code: 5, fee: '7', more: { list: [null] } };
    const { body, headers } = deliver({ data });
    expect(await verify(body, headers)).toMatchObject({
      event: 'payment.completed',
      data: { ...data, amount: 100_000, ref_code: '5' },
    });
  });

  it('is not refused for what its body does not repeat', async () => {
    const { body, headers } = deliver();
    const { event, data } = JSON.parse(body);
    for (const signature of [undefined, null, '']) {
      const event_ = await verify(JSON.stringify({ event, data, signature, retry: 1 }), headers);
      expect(event_).toMatchObject({ event: 'payment.completed', data: settled });
    }
  });
});

describe('the name of an event, which is not signed', () => {
  it.each(Object.entries(eventFields).filter(([, fields]) => fields.length > 0))(
    '%s needs its data',
    async (event, fields) => {
      const status = { 'payment.created': 'pending', 'payment.cancelled': 'cancelled' }[event] ?? 'failed';
      const whole = Object.fromEntries(fields.map((field) => [field, field === 'status' ? status : 'x']));
      const [first = '', ...rest] = fields;
      const part = Object.fromEntries(rest.map((field) => [field, whole[field]]));
      const named = async (data: unknown) => {
        const made = deliver({ event, data });
        return (await verify(made.body, made.headers)).event;
      };
      expect([await named(whole), await named(part)]).toEqual([event, 'unknown']);
      expect(first).not.toBe('');
    },
  );

  it.each([
    { event: 'payment.failed', status: 'timeout', becomes: 'payment.failed' },
    { event: 'payment.failed', status: 'cancelled', becomes: 'unknown' },
    { event: 'payment.failed', status: 'pending', becomes: 'unknown' },
    { event: 'payment.failed', status: 'declined', becomes: 'payment.failed' },
    { event: 'payment.cancelled', status: 'constructor', becomes: 'payment.cancelled' },
    { event: 'payment.cancelled', status: 'failed', becomes: 'unknown' },
    { event: 'payment.reversed', status: 'anything', becomes: 'payment.reversed' },
  ])('$event with the status "$status" becomes $becomes', async ({ event, status, becomes }) => {
    const made = deliver({ event, data: { authority: 'a', amount: 1, status, message: 'x' } });
    expect(await reasonOf(made.body, made.headers)).toBe(`accepted ${becomes}`);
  });

  it.each(['payment.refused', 'toString', '__proto__', 'constructor'])(
    '%s is unknown, and no failure',
    async (event) => {
      const made = deliver({ event });
      expect(await verify(made.body, made.headers)).toMatchObject({
        event: 'unknown',
        name: event,
        data: settled,
      });
    },
  );
});
