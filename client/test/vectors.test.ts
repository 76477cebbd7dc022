// The shared vectors of all languages: what they accept is accepted, what they forge is refused for the same reason.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headers as names, signing } from '../../generated/client-facts.ts';
import {
  importSecret,
  responseFault,
  signRequest,
  verifyWebhook,
  WebhookError,
  type WebhookEvent,
} from '../src/index.ts';
import { parseJalali, printJalaliDay } from '../src/jalali.ts';

interface Vector {
  name: string;
  secret: string;
  method: string;
  endpoint: string;
  event: string;
  body_base64: string;
  timestamp: string;
  now: number;
  expected: string | null;
  signature: string | null;
  valid: boolean;
  reason: string | null;
}

/** A vector of webhook-bodies.json: what a receiver hands on of it. */
interface BodyVector extends Vector {
  id: string;
  amount: string | null;
}

function read<T extends Vector = Vector>(name: string): T[] {
  const file = new URL(`../../contract-tests/vectors/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).vectors;
}
const bytesOf = ({ body_base64 }: Vector) => new Uint8Array(Buffer.from(body_base64, 'base64'));

/** The reasons of this client in the words of the vectors. */
const inTheirWords: Record<string, string[]> = {
  headers_missing: ['signature_missing', 'timestamp_missing'],
  timestamp_malformed: ['timestamp_malformed'],
  timestamp_outside_tolerance: ['timestamp_outside_tolerance'],
  signature_malformed: ['signature_malformed'],
  signature_mismatch: ['signature_mismatch'],
  body_malformed: ['body_malformed', 'data_missing'],
  data_missing: ['data_missing'],
  event_mismatch: ['event_differs'],
  body_signature_mismatch: ['signature_mismatch'],
};

/** What no honest sender sends: nothing but refusals, for whatever reason, and no failure in another way. */
const hostile = JSON.parse(
  readFileSync(new URL('../../contract-tests/vectors/hostile.json', import.meta.url), 'utf8'),
) as Record<'responses' | 'webhooks', Vector[]> & { dates: { value: string; exists: boolean }[] };

const textOf = (vector: Vector) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(vector));
// Bytes that are no text have no place in JSON, so this client cannot send them.
const isText = (vector: Vector) => Buffer.from(textOf(vector)).equals(bytesOf(vector));

describe('requests are signed as', () => {
  const sendable = read('requests').filter((vector) => vector.expected !== null && isText(vector));
  it.each(sendable)('$name', async (vector) => {
    const { secret, method, endpoint, timestamp, expected } = vector;
    const path = `${signing.request.endpoint_prefix}${endpoint}?a=query`;
    const request = { method, path, body: textOf(vector), timestamp };
    expect(await signRequest(await importSecret(secret), request)).toBe(expected);
  });
});

/** Why a response is refused. */
async function faultOf(vector: Vector): Promise<string | undefined> {
  const { signature_header, timestamp_header } = signing.response;
  const values = new Map([
    [timestamp_header as string, vector.timestamp],
    [signature_header, vector.signature],
  ]);
  // Headers would not take every value; a runtime that does is what is tried.
  const headers = { get: (name: string) => values.get(name) ?? null } as Headers;
  return responseFault(await importSecret(vector.secret), headers, textOf(vector), vector.now * 1000);
}

describe('responses are judged as', () => {
  it.each(read('responses'))('$name', async (vector) => {
    const fault = await faultOf(vector);
    if (vector.valid) expect(fault).toBeUndefined();
    else expect(inTheirWords[vector.reason ?? '']).toContain(fault);
  });
});

function verified(vector: Vector): Promise<WebhookEvent> {
  const { signature_header, timestamp_header } = signing.webhook;
  const headers = {
    [timestamp_header]: vector.timestamp,
    [names.webhookEvent]: vector.event,
    [names.webhookId]: 'event-1',
    ...(vector.signature !== null && { [signature_header]: vector.signature }),
  };
  return verifyWebhook(bytesOf(vector), headers, vector.secret, { now: vector.now * 1000 });
}

/** Why a webhook is refused. */
async function reasonOf(vector: Vector): Promise<string | undefined> {
  return verified(vector).then(
    () => undefined,
    (error: WebhookError) => {
      expect(error).toBeInstanceOf(WebhookError);
      return error.reason;
    },
  );
}

describe('webhooks are judged as', () => {
  it.each(read('webhooks'))('$name', async (vector) => {
    const reason = await reasonOf(vector);
    if (vector.valid) expect(reason).toBeUndefined();
    else expect(inTheirWords[vector.reason ?? '']).toContain(reason);
  });
});

describe('a webhook whose body has', () => {
  it.each(read<BodyVector>('webhook-bodies'))('$name is judged for its bytes', async (vector) => {
    if (vector.reason) return expect(inTheirWords[vector.reason]).toContain(await reasonOf(vector));
    const { id, event, data } = await verified(vector);
    const handedOn = { id, event, amount: String((data as { amount: unknown }).amount) };
    return expect(handedOn).toEqual({ id: vector.id, event: vector.event, amount: vector.amount });
  });
});

describe('of hostile input', () => {
  it.each(hostile.responses)('a response with $name is accepted: $valid', async (vector) => {
    expect((await faultOf(vector)) === undefined).toBe(vector.valid);
  });

  it.each(hostile.webhooks)('a webhook with $name is accepted: $valid', async (vector) => {
    expect((await reasonOf(vector)) === undefined).toBe(vector.valid);
  });

  it.each(hostile.dates)('the day "$value" is read: $exists', ({ value, exists }) => {
    if (exists) expect(printJalaliDay(parseJalali(value))).toBe(value);
    else expect(() => parseJalali(value)).toThrow(RangeError);
  });
});
