// The usual mistakes in signing a request: each is named by the diagnosis, and no key is shown.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signing } from '../../../generated/facts.ts';
import { type Cause, causes } from '../../src/signing/diagnosis/causes.ts';
import { diagnose, type Keys, type RefusedRequest } from '../../src/signing/diagnosis/diagnose.ts';
import { firstDifference } from '../../src/signing/diagnosis/difference.ts';
import { compactStyle, readJson, writeJson } from '../../src/signing/diagnosis/json-text.ts';

const now = 1_767_225_600;
const keys: Keys = {
  secretKey: '7f3a9c0e5d1b48267f3a9c0e5d1b48267f3a9c0e5d1b48267f3a9c0e5d1b4826',
  token: 'idg_test_abcdefghijklmnop',
  webhookSecrets: ['a webhook secret'],
  otherTerminals: ['the secret of another terminal'],
};
const order = {
  amount: 100_000,
  order_id: 'ORDER-12345',
  callback_url: 'https://shop.example/callback?a=1&b=2',
  description: 'خرید کتاب <سعدی>',
};
const sentBody = JSON.stringify(order);

const mac = (payload: string, key: string | Buffer = keys.secretKey, algorithm = 'sha256') =>
  createHmac(algorithm, key).update(payload).digest('hex');

/** A request as the sandbox received it, and its signature over whatever the sender signed. */
function refused(signature: string | undefined, changes: Partial<RefusedRequest> = {}): RefusedRequest {
  return {
    method: 'POST',
    url: '/v2/payments',
    host: '127.0.0.1:4020',
    body: Buffer.from(sentBody),
    timestamp: String(now),
    signature,
    ...changes,
  };
}

const asia = (value: string) =>
  value.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const php = asia(sentBody.replaceAll('/', '\\/'));
const python = asia(sentBody).replaceAll('":', '": ').replaceAll(',"', ', "');
const go = sentBody.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
const payload = (body: string, endpoint = 'payments', timestamp = String(now), method = 'POST') =>
  `${method}:${endpoint}:${body}:${timestamp}`;
const cancelUrl = '/v2/payments/2026010100000012AB/cancel';
const listUrl = '/v2/transactions?page=2';
const get = { method: 'GET', body: Buffer.alloc(0) };

interface Mistake {
  sender: string;
  signature: string;
  changes?: Partial<RefusedRequest>;
  expected: Cause[];
}

const mistakes: Mistake[] = [
  {
    sender: 'PHP escapes slashes and Unicode',
    signature: mac(payload(php)),
    expected: ['escaped_slash', 'escaped_unicode'],
  },
  {
    sender: 'Python adds blanks and escapes Unicode',
    signature: mac(payload(python)),
    expected: ['escaped_unicode', 'added_blanks'],
  },
  { sender: 'Go escapes HTML', signature: mac(payload(go)), expected: ['escaped_html'] },
  {
    sender: 'an HTTP library adds blanks to what was signed',
    signature: mac(payload(sentBody)),
    changes: { body: Buffer.from(JSON.stringify(order, null, 2)) },
    expected: ['removed_blanks'],
  },
  {
    sender: 'slashes are escaped only on the way',
    signature: mac(payload(sentBody)),
    changes: { body: Buffer.from(sentBody.replaceAll('/', '\\/')) },
    expected: ['unescaped_slash'],
  },
  {
    sender: 'the keys stand in another order',
    signature: mac(payload(JSON.stringify({ order_id: 'A', callback_url: 'B', amount: 1 }))),
    changes: { body: Buffer.from('{"amount":1,"order_id":"A","callback_url":"B"}') },
    expected: ['key_order'],
  },
  {
    sender: 'numbers are spelt anew',
    signature: mac(payload('{"amount":1000}')),
    changes: { body: Buffer.from('{"amount":1e3}') },
    expected: ['body_reserialised'],
  },
  { sender: 'no body is signed', signature: mac(payload('')), expected: ['body_left_out'] },
  {
    sender: 'an empty object is signed for no body',
    signature: mac(payload('{}', 'transactions', String(now), 'GET')),
    changes: { ...get, url: '/v2/transactions' },
    expected: ['body_for_none'],
  },
  {
    sender: 'a line end follows the body',
    signature: mac(payload(`${sentBody}\n`)),
    expected: ['added_line_end'],
  },
  {
    sender: 'v2/ stands in the endpoint',
    signature: mac(payload(sentBody, 'v2/payments')),
    expected: ['endpoint_with_version'],
  },
  {
    sender: 'the whole path is the endpoint',
    signature: mac(payload(sentBody, '/v2/payments')),
    expected: ['endpoint_with_leading_slash', 'endpoint_with_version'],
  },
  {
    sender: 'a slash leads',
    signature: mac(payload(sentBody, '/payments')),
    expected: ['endpoint_with_leading_slash'],
  },
  {
    sender: 'a slash ends',
    signature: mac(payload(sentBody, 'payments/')),
    expected: ['endpoint_with_trailing_slash'],
  },
  {
    sender: 'the whole URL is the endpoint',
    signature: mac(payload(sentBody, 'http://127.0.0.1:4020/v2/payments')),
    expected: ['endpoint_with_host'],
  },
  {
    sender: 'the query is signed',
    signature: mac(payload('', 'transactions?page=2', String(now), 'GET')),
    changes: { ...get, url: listUrl },
    expected: ['endpoint_with_query'],
  },
  {
    sender: 'only the name of the resource is signed',
    signature: mac(payload('', 'payments')),
    changes: { body: Buffer.alloc(0), url: cancelUrl },
    expected: ['endpoint_cut'],
  },
  {
    sender: 'the method is in lower case',
    signature: mac(payload(sentBody, undefined, undefined, 'post')),
    expected: ['method_lower_case'],
  },
  {
    sender: 'line ends separate',
    signature: mac(
      payload(sentBody)
        .replace(/^POST:payments:/, 'POST\npayments\n')
        .replace(/:(\d+)$/, '\n$1'),
    ),
    expected: ['separator'],
  },
  {
    sender: 'the clock is read twice',
    signature: mac(payload(sentBody, undefined, String(now - 1))),
    expected: ['timestamp_differs'],
  },
  {
    sender: 'milliseconds are signed',
    signature: mac(payload(sentBody, undefined, `${now}000`)),
    expected: ['timestamp_milliseconds'],
  },
  {
    sender: 'milliseconds are sent',
    signature: mac(payload(sentBody, undefined, `${now}123`)),
    changes: { timestamp: `${now}123` },
    expected: ['timestamp_milliseconds'],
  },
  {
    sender: 'a date is sent',
    signature: mac(payload(sentBody, undefined, '2026-01-01T00:00:00Z')),
    changes: { timestamp: '2026-01-01T00:00:00Z' },
    expected: ['timestamp_not_unix'],
  },
  {
    sender: 'the clock is late',
    signature: mac(payload(sentBody, undefined, String(now - signing.tolerance_seconds - 1))),
    changes: { timestamp: String(now - signing.tolerance_seconds - 1) },
    expected: ['clock_skew'],
  },
  {
    sender: 'Tehran is taken for UTC',
    signature: mac(payload(sentBody, undefined, String(now + 12_600))),
    changes: { timestamp: String(now + 12_600) },
    expected: ['timestamp_local_time'],
  },
  {
    sender: 'another terminal signs',
    signature: mac(payload(sentBody), 'the secret of another terminal'),
    expected: ['key_of_another_terminal'],
  },
  {
    sender: 'the secret of a webhook signs',
    signature: mac(payload(sentBody), 'a webhook secret'),
    expected: ['key_is_webhook_secret'],
  },
  { sender: 'the token signs', signature: mac(payload(sentBody), keys.token), expected: ['key_is_token'] },
  {
    sender: 'the key is decoded',
    signature: mac(payload(sentBody), Buffer.from(keys.secretKey, 'hex')),
    expected: ['key_decoded'],
  },
  {
    sender: 'a line end is part of the key',
    signature: mac(payload(sentBody), `${keys.secretKey}\n`),
    expected: ['key_with_blanks'],
  },
  {
    sender: 'the hexadecimal is in capitals',
    signature: mac(payload(sentBody)).toUpperCase(),
    expected: ['upper_case_hex'],
  },
  {
    sender: 'it is Base64',
    signature: Buffer.from(mac(payload(sentBody)), 'hex').toString('base64'),
    expected: ['base64'],
  },
  {
    sender: 'it has a prefix',
    signature: `sha256=${mac(payload(sentBody))}`,
    expected: ['signature_prefixed'],
  },
  {
    sender: 'the algorithm is another',
    signature: mac(payload(sentBody), keys.secretKey, 'sha512'),
    expected: ['other_algorithm'],
  },
  {
    sender: 'two things at once are wrong',
    signature: mac(payload(php, '/v2/payments')),
    expected: ['endpoint_with_leading_slash', 'endpoint_with_version', 'escaped_slash', 'escaped_unicode'],
  },
];

describe('the diagnosis of a refused signature', () => {
  it.each(mistakes)('when $sender: $expected', ({ signature, changes, expected }) => {
    const diagnosis = diagnose(refused(signature, changes), keys, now);
    expect(diagnosis.causes.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['signature', ['signature_missing']],
    ['timestamp', ['timestamp_missing']],
  ] as const)('says that the %s is missing', (name, expected) => {
    const request = { ...refused(mac(payload(sentBody))), [name]: undefined };
    expect(diagnose(request, keys, now).causes).toEqual(expected);
  });

  it('shows both texts and the byte at which they part', () => {
    const { expected, signed } = diagnose(refused(mac(payload(php))), keys, now);
    expect(expected.toString()).toBe(payload(sentBody));
    expect(signed?.toString()).toBe(payload(php));
    const difference = firstDifference(expected, signed ?? expected);
    expect(difference?.byte).toBe(payload(sentBody).indexOf('//'));
    expect(difference?.must_be.text).toMatch(/^\/\/shop/);
    expect(difference?.was.text).toMatch(/^\\\/\\\/shop/);
  });

  it('finds every wrong body in the style of any language, for any order', () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const style = fc.record({
      comma: fc.constantFrom('', ' '),
      colon: fc.constantFrom('', ' '),
      indent: fc.constant(''),
      escapeSlash: fc.boolean(),
      unicode: fc.constantFrom('plain' as const, 'lower' as const, 'upper' as const),
      escapeHtml: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('amount', 'order_id', 'url', 'text'), field, { minKeys: 1 }),
        style,
        (body, how) => {
          const sent = JSON.stringify(body);
          const tree = readJson(sent);
          if (!tree) throw new Error('JSON.stringify made no JSON');
          const signed = writeJson(tree, how);
          fc.pre(signed !== sent);
          const diagnosis = diagnose(refused(mac(payload(signed)), { body: Buffer.from(sent) }), keys, now);
          expect(diagnosis.signed?.toString()).toBe(payload(signed));
          expect(diagnosis.causes).not.toContain('unknown');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reads back what it writes, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const tree = readJson(text);
        expect(
          tree && JSON.parse(writeJson(tree, { ...compactStyle, unicode: 'lower', escapeSlash: true })),
        ).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('never fails and never shows a key or the right signature, whatever was sent', () => {
    const anything = fc.record({
      method: fc.constantFrom('GET', 'POST'),
      url: fc.oneof(fc.string({ maxLength: 40 }), fc.constant('/v2/payments?x=1')),
      host: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
      body: fc
        .oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => Buffer.from(text)),
        )
        .map((bytes) => Buffer.from(bytes)),
      signature: fc.option(fc.oneof(fc.string({ maxLength: 100 }), fc.constant('0'.repeat(64))), {
        nil: undefined,
      }),
      timestamp: fc.option(fc.oneof(fc.string({ maxLength: 20 }), fc.constant(String(now))), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(anything, (request) => {
        const diagnosis = diagnose(request, keys, now);
        const shown = [diagnosis.causes, diagnosis.expected, diagnosis.signed].join('\n');
        expect(diagnosis.causes.every((cause) => cause in causes)).toBe(true);
        for (const secret of [keys.secretKey, keys.token, mac(diagnosis.expected.toString())])
          expect(shown).not.toContain(secret);
      }),
      { numRuns: 12 },
    );
  });

  it('says so when no usual mistake explains it, also for a large body', () => {
    const body = Buffer.from(JSON.stringify({ text: 'م'.repeat(30_000) }));
    expect(diagnose(refused('ab'.repeat(32), { body }), keys, now).causes).toEqual(['unknown']);
  });
});
