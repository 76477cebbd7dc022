// Requests that no honest client sends, made from a seed: wrong, huge, deep, doubled, and nearly right.
import { operations } from '../../../generated/facts.ts';

export interface HostileRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

/** A small generator of pseudo-random numbers, so that a failing flood can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const texts = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\u{202e}ابجد',
  '۱۲۳۴۵۶',
  "' OR 1=1 --",
  '"; drop table payments; --',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}',
  'a'.repeat(300),
  '%00%ff',
  '__proto__',
  'constructor',
  'null',
  '1e400',
  '-0',
  '9007199254740993',
  'https://[::1',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data',
  'https://a;b,c@d:99999/',
  '1405-02-31',
  '0000-00-00',
];

const values: unknown[] = [
  ...texts,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53 + 2,
  99_999,
  100_000,
  4_000_000_001,
  [],
  {},
  [[[[]]]],
  { $gt: '' },
  { __proto__: null, toString: 1 },
  ['payment.created', 'payment.created'],
];

const fields = [
  'amount',
  'order_id',
  'callback_url',
  'mobile',
  'description',
  'card_number',
  'action',
  'affiliate_code',
  'direct_verify',
  'authority',
  'reason',
  'url',
  'events',
  'secret',
  'webhook_id',
  'event_type',
  'method',
  'endpoint',
  'data',
  '__proto__',
  'constructor',
];

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  '*/*',
  '',
];

export interface Known {
  /** Of many terminals, so that the limits of one do not hide what lies behind them. */
  tokens: string[];
  authorities: string[];
}

/** @returns a function that makes the next hostile request. */
export function hostileRequests(random: () => number, { tokens, authorities }: Known): () => HostileRequest {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (part: number) => random() < part;
  const paths = [...Object.values(operations)];

  const object = () => {
    const entries = Array.from(
      { length: Math.floor(random() * 8) },
      () => [pick(fields), pick(values)] as const,
    );
    // Written by hand, so that doubled names and __proto__ arrive as they are.
    return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`;
  };
  const nearlyRight = () =>
    JSON.stringify({
      amount: 100_000,
      order_id: 'A',
      callback_url: 'https://merchant.com/',
      authority: pick(authorities),
      [pick(fields)]: pick(values),
    });
  const bytes = () =>
    Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
  const body = (): string | Buffer => {
    const kind = random();
    if (kind < 0.35) return object();
    if (kind < 0.7) return nearlyRight();
    if (kind < 0.8) return JSON.stringify(pick(values)) ?? '';
    if (kind < 0.9) return bytes();
    if (kind < 0.95) return nearlyRight().slice(0, Math.floor(random() * 60));
    if (kind < 0.98) return '['.repeat(30_000);
    return `{"order_id":"${'x'.repeat(70_000)}"}`;
  };
  const segment = () =>
    chance(0.5) ? pick(authorities) : encodeURIComponent(pick(texts).replaceAll('\ud800', ''));
  const query = () =>
    chance(0.3)
      ? `?${Array.from({ length: 1 + Math.floor(random() * 4) }, () => `${pick(['page', 'per_page', 'status', 'from_date', 'to_date', 'date', 'month', 'x'])}=${encodeURIComponent(pick(texts).replaceAll('\ud800', ''))}`).join('&')}`
      : '';
  const header = () => pick(texts).replaceAll(/[^\x21-\x7e]/g, '') || 'x';

  return () => {
    const operation = pick(paths);
    const path = chance(0.05)
      ? `/${segment()}/${segment()}`
      : operation.path.replace('{authority}', segment());
    const method = chance(0.9) ? operation.method : pick(methods);
    const headers: Record<string, string> = {};
    if (chance(0.9)) headers.authorization = chance(0.9) ? `Bearer ${pick(tokens)}` : header();
    if (chance(0.8))
      headers['idempotency-key'] = chance(0.5) ? `key-${Math.floor(random() * 1000)}` : header();
    if (chance(0.1)) headers['x-idempotency-key'] = header();
    if (chance(0.1)) headers['x-signature'] = header();
    if (chance(0.1)) headers['x-timestamp'] = header();
    if (chance(0.1)) headers['x-api-token'] = header();
    const type = chance(0.8) ? 'application/json' : pick(contentTypes);
    if (type) headers['content-type'] = type;
    return {
      method,
      path: path + query(),
      headers,
      body: method === 'GET' || method === 'HEAD' ? null : body(),
    };
  };
}
