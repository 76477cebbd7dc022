// The shared vectors of all languages: what they accept is accepted, what they forge is refused for the same reason.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headers as names, signing } from '../../generated/client-facts.ts';
import { importSecret, responseFault, signRequest, verifyWebhook, type WebhookError } from '../src/index.ts';

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

function read(name: string): Vector[] {
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

describe('responses are judged as', () => {
  it.each(read('responses'))('$name', async (vector) => {
    const { signature_header, timestamp_header } = signing.response;
    const headers = new Headers({ [timestamp_header]: vector.timestamp });
    if (vector.signature !== null) headers.set(signature_header, vector.signature);
    const key = await importSecret(vector.secret);
    const fault = await responseFault(key, headers, textOf(vector), vector.now * 1000);
    if (vector.valid) expect(fault).toBeUndefined();
    else expect(inTheirWords[vector.reason ?? '']).toContain(fault);
  });
});

describe('webhooks are judged as', () => {
  it.each(read('webhooks'))('$name', async (vector) => {
    const { signature_header, timestamp_header } = signing.webhook;
    const headers = {
      [timestamp_header]: vector.timestamp,
      [names.webhookEvent]: vector.event,
      [names.webhookId]: 'event-1',
      ...(vector.signature !== null && { [signature_header]: vector.signature }),
    };
    const now = vector.now * 1000;
    const reason = await verifyWebhook(bytesOf(vector), headers, vector.secret, { now }).then(
      () => undefined,
      (error: WebhookError) => error.reason,
    );
    if (vector.valid) expect(reason).toBeUndefined();
    else expect(inTheirWords[vector.reason ?? '']).toContain(reason);
  });
});
