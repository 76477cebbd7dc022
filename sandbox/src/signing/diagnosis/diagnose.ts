// Explains a refused signature: tries the usual mistakes until one gives the signature that was sent.
import { createHash, createHmac } from 'node:crypto';
import { signing } from '../../../../generated/facts.ts';
import { endpointOf } from '../signatures.ts';
import { bodyVariants, type Variant } from './bodies.ts';
import type { Cause } from './causes.ts';

const { endpoint_prefix: prefix, separator } = signing.request;
const version = prefix.replaceAll('/', '');

export interface RefusedRequest {
  method: string;
  /** The path with its query, as it travelled. */
  url: string;
  /** The value of the header Host, for those who sign the whole URL. */
  host?: string | undefined;
  body: Buffer;
  /** The values of X-Signature and X-Timestamp, undefined where they were missing. */
  signature: string | undefined;
  timestamp: string | undefined;
}

/** Keys that may have been used; none of them ever leaves the diagnosis. */
export interface Keys {
  secretKey: string;
  token?: string | undefined;
  webhookSecrets?: readonly string[];
  otherTerminals?: readonly string[];
}

export interface Diagnosis {
  /** `unknown` alone when no usual mistake explains it. */
  causes: Cause[];
  /** What had to be signed: the request as it came, byte for byte. */
  expected: Buffer;
  /** What was signed instead; undefined when it is not known. */
  signed: Buffer | undefined;
  /** Seconds by which the timestamp is ahead of the clock; undefined when it is no Unix time. */
  secondsAhead: number | undefined;
}

/** How many bytes one diagnosis may hash, so that a large body cannot hold the server. */
const budget = 8_000_000;

const right = (value: string | Buffer): Variant => ({ value, causes: [] });
const wrong = (value: string, ...causes: Cause[]): Variant => ({ value, causes });

/** The path after /v2/ without the query, and whatever else senders have taken for it. */
function endpoints(url: string, host: string | undefined): Variant[] {
  const [, query] = url.split('?', 2);
  const endpoint = endpointOf(url);
  const starts: [string, Cause[]][] = [
    ['', []],
    ['/', ['endpoint_with_leading_slash']],
    [`${version}/`, ['endpoint_with_version']],
    [prefix, ['endpoint_with_leading_slash', 'endpoint_with_version']],
    ...(host ? ['http', 'https'] : []).map((scheme): [string, Cause[]] => [
      `${scheme}://${host}${prefix}`,
      ['endpoint_with_host'],
    ]),
  ];
  const ends: [string, Cause[]][] = [
    ['', []],
    ['/', ['endpoint_with_trailing_slash']],
    ...(query === undefined ? [] : [[`?${query}`, ['endpoint_with_query']] as [string, Cause[]]]),
  ];
  const [first = ''] = endpoint.split('/');
  return [
    ...starts.flatMap(([start, before]) =>
      ends.map(([end, after]) => wrong(`${start}${endpoint}${end}`, ...before, ...after)),
    ),
    ...(first === endpoint ? [] : [wrong(first, 'endpoint_cut')]),
  ];
}

function timestamps(sent: string): Variant[] {
  const seconds = /^[0-9]{1,15}$/.test(sent) ? Number(sent) : undefined;
  const near = seconds === undefined ? [] : Array.from({ length: 21 }, (_, index) => seconds + index - 10);
  return [
    right(sent),
    ...near.filter((second) => second !== seconds).map((second) => wrong(`${second}`, 'timestamp_differs')),
    ...(seconds === undefined ? [] : [wrong(`${seconds}000`, 'timestamp_milliseconds')]),
    wrong('', 'timestamp_left_out'),
  ];
}

interface Key {
  bytes: Buffer;
  causes: Cause[];
}

function keysToTry({ secretKey, token, webhookSecrets = [], otherTerminals = [] }: Keys): Key[] {
  const key = (text: string, ...causes: Cause[]): Key => ({ bytes: Buffer.from(text), causes });
  const decoded = [Buffer.from(secretKey, 'hex'), Buffer.from(secretKey, 'base64')];
  return [
    key(secretKey),
    ...['\n', '\r\n', ' '].map((blank) => key(secretKey + blank, 'key_with_blanks')),
    key(` ${secretKey}`, 'key_with_blanks'),
    ...decoded.filter(({ length }) => length > 0).map((bytes): Key => ({ bytes, causes: ['key_decoded'] })),
    ...(token ? [key(token, 'key_is_token')] : []),
    ...webhookSecrets.map((secret) => key(secret, 'key_is_webhook_secret')),
    ...otherTerminals.map((secret) => key(secret, 'key_of_another_terminal')),
  ];
}

type Digest = (key: Buffer, payload: Buffer) => Buffer;

const hmacBy = (algorithm: string): Digest => {
  return (key, payload) => createHmac(algorithm, key).update(payload).digest();
};
const hash: Digest = (_key, payload) => createHash('sha256').update(payload).digest();
const hashAfterKey: Digest = (key, payload) => createHash('sha256').update(key).update(payload).digest();
const hashBeforeKey: Digest = (key, payload) => createHash('sha256').update(payload).update(key).digest();

/** The bytes that a signature stands for, in whatever way it was written. */
function readSignature(sent: string): { bytes: Buffer; causes: Cause[] } | undefined {
  const trimmed = sent.trim();
  const bare = trimmed.replace(/^(?:hmac-)?(?:sha-?(?:1|256|512)|v1|md5)[=:,]\s*/i, '');
  const causes: Cause[] = bare === sent ? [] : ['signature_prefixed'];
  if (/^(?:[0-9a-f]{2})+$/i.test(bare)) {
    if (bare !== bare.toLowerCase()) causes.push('upper_case_hex');
    return { bytes: Buffer.from(bare, 'hex'), causes };
  }
  if (/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(bare)) {
    return { bytes: Buffer.from(bare, 'base64'), causes: [...causes, 'base64'] };
  }
  return undefined;
}

/** The ways to make so many bytes, with what is wrong with each. */
function digests(length: number): { digest: Digest; causes: Cause[] }[] {
  const other: Record<number, string> = { 16: 'md5', 20: 'sha1', 48: 'sha384', 64: 'sha512' };
  if (length === 32) return [{ digest: hmacBy('sha256'), causes: [] }];
  return other[length] ? [{ digest: hmacBy(other[length]), causes: ['other_algorithm'] }] : [];
}

interface Attempt {
  method: Variant;
  endpoint: Variant;
  body: Variant;
  timestamp: Variant;
  separator: Variant;
  key: Key;
}

type Part = keyof Attempt;

const alone = (part: Attempt[Part]) => 'alone' in part && part.alone === true;

function payloadOf({ method, endpoint, body, timestamp, separator: between }: Attempt): Buffer {
  const gap = Buffer.from(between.value as string);
  const [head, tail] = [method, timestamp].map(({ value }) => Buffer.from(value as string)) as [
    Buffer,
    Buffer,
  ];
  const path = Buffer.from(endpoint.value as string);
  return Buffer.concat([head, gap, path, gap, Buffer.from(body.value as string), gap, tail]);
}

/** The attempts with no wrong part, then those with one, then those with two. */
function* attempts(of: { [Name in Part]: Attempt[Name][] }): Generator<Attempt> {
  const parts = Object.keys(of) as Part[];
  const base = Object.fromEntries(parts.map((part) => [part, of[part][0]])) as unknown as Attempt;
  yield base;
  for (const part of parts) for (const value of of[part].slice(1)) yield { ...base, [part]: value };
  for (const [index, one] of parts.entries()) {
    for (const other of parts.slice(index + 1)) {
      for (const value of of[one].slice(1)) {
        for (const second of of[other].slice(1)) {
          if (!alone(value) && !alone(second)) yield { ...base, [one]: value, [other]: second };
        }
      }
    }
  }
}

/** What is wrong with the timestamp by itself, before any signature is looked at. */
function timestampCauses(timestamp: string, now: number): Cause[] {
  if (!/^[0-9]{1,15}$/.test(timestamp)) return ['timestamp_not_unix'];
  const ahead = Number(timestamp) - now;
  if (Math.abs(ahead) <= signing.tolerance_seconds) return [];
  const tehran = 3.5 * 3600;
  if (Math.abs(Number(timestamp) / 1000 - now) <= 10 * 365 * 86_400) return ['timestamp_milliseconds'];
  return Math.abs(Math.abs(ahead) - tehran) <= signing.tolerance_seconds
    ? ['timestamp_local_time']
    : ['clock_skew'];
}

/** Explains in small steps, after each of which something else may be done. */
function* steps(request: RefusedRequest, keys: Keys, now: number): Generator<void, Diagnosis> {
  const { method, url, host, body, signature, timestamp } = request;
  const parts = {
    method: [right(method.toUpperCase()), wrong(method.toLowerCase(), 'method_lower_case')],
    endpoint: endpoints(url, host),
    timestamp: timestamps(timestamp ?? ''),
    separator: [
      right(separator),
      ...['', '\n', '.', '|', '-', '&', ' '].map((gap) => wrong(gap, 'separator')),
    ],
    key: keysToTry(keys),
    body: [right(body), ...bodyVariants(body)],
  };
  yield;
  const [base] = attempts(parts);
  const expected = payloadOf(base as Attempt);
  const ahead =
    timestamp !== undefined && /^[0-9]{1,15}$/.test(timestamp) ? Number(timestamp) - now : undefined;
  const outcome = (causes: Cause[], payload?: Buffer): Diagnosis => ({
    causes: causes.length > 0 ? [...new Set(causes)] : ['unknown'],
    expected,
    signed: payload,
    secondsAhead: ahead,
  });
  const missing: Cause[] = [
    ...(signature === undefined ? (['signature_missing'] as const) : []),
    ...(timestamp === undefined ? (['timestamp_missing'] as const) : []),
  ];
  if (signature === undefined || timestamp === undefined) return outcome(missing);
  const late = timestampCauses(timestamp, now);
  const sent = readSignature(signature);
  if (!sent) return outcome(late);
  let spent = 0;
  for (const { digest, causes } of digests(sent.bytes.length)) {
    for (const attempt of attempts(parts)) {
      const payload = payloadOf(attempt);
      spent += payload.length + 128;
      if (spent > budget) break;
      yield;
      if (!digest(attempt.key.bytes, payload).equals(sent.bytes)) continue;
      const { method: verb, endpoint, body: text, timestamp: time, separator: gap, key } = attempt;
      const found = [verb, endpoint, text, time, gap, key].flatMap((part) => part.causes);
      return outcome([...late, ...causes, ...sent.causes, ...found], payload);
    }
  }
  const key = Buffer.from(keys.secretKey);
  const unkeyed = [hash, hashAfterKey, hashBeforeKey].some((digest) =>
    digest(key, expected).equals(sent.bytes),
  );
  if (unkeyed) return outcome([...late, ...sent.causes, 'without_hmac'], expected);
  return outcome(late);
}

/**
 * Explains why a signature was refused.
 * @param now Unix seconds on the clock that refused it.
 * @returns the causes and the two texts; neither a key nor the right signature is ever part of it.
 */
export function diagnose(request: RefusedRequest, keys: Keys, now: number): Diagnosis {
  const explaining = steps(request, keys, now);
  for (;;) {
    const step = explaining.next();
    if (step.done) return step.value;
  }
}

/** How long an explanation works before others get their turn, in milliseconds. */
const slice = 4;

/**
 * As diagnose, in slices, so that a server goes on answering meanwhile.
 * @param elapsed the milliseconds that have gone by, by which a slice is measured.
 */
export async function diagnoseInSlices(
  request: RefusedRequest,
  keys: Keys,
  now: number,
  elapsed = () => performance.now(),
): Promise<Diagnosis> {
  const explaining = steps(request, keys, now);
  for (;;) {
    const end = elapsed() + slice;
    do {
      const step = explaining.next();
      if (step.done) return step.value;
    } while (elapsed() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
