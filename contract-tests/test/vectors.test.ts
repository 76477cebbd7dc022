// The shared vectors: true ones are accepted, forged ones refused for their reason, and nothing is missing.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signing } from '../../generated/facts.ts';
import {
  endpointOf,
  signatureFault,
  signRequest,
  signResponse,
  signWebhook,
  webhookFault,
} from '../src/signatures.ts';

interface Vector {
  name: string;
  secret: string;
  body: string;
  body_base64: string;
  timestamp: string;
  now: number;
  expected: string | null;
  signature: string | null;
  valid: boolean;
  reason: string | null;
}
interface RequestVector extends Vector {
  method: string;
  endpoint: string;
}
interface WebhookVector extends Vector {
  event: string;
  data: string | null;
}

function read<T extends Vector>(name: string): T[] {
  const file = new URL(`../vectors/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { vectors: T[] }).vectors;
}

const requests = read<RequestVector>('requests');
const responses = read<Vector>('responses');
const webhooks = read<WebhookVector>('webhooks');
/** Webhooks by the bytes of their bodies, as receivers judge them. */
const bodies = read<Vector & { signed: string | null; amount: string | null }>('webhook-bodies');
const bytesOf = ({ body_base64 }: Vector) => Buffer.from(body_base64, 'base64');

describe('requests', () => {
  it.each(requests)('$name', (vector) => {
    const expected = signRequest({ ...vector, body: bytesOf(vector) }, vector.secret);
    expect(expected).toBe(vector.expected);
    expect(signatureFault({ ...vector, expected }) ?? null).toBe(vector.reason);
  });
});

describe('responses', () => {
  it.each(responses)('$name', (vector) => {
    const expected = signResponse(bytesOf(vector), vector.timestamp, vector.secret);
    expect(expected).toBe(vector.expected);
    expect(signatureFault({ ...vector, expected }) ?? null).toBe(vector.reason);
  });
});

describe('webhooks', () => {
  it.each(webhooks)('$name', (vector) => {
    if (vector.data !== null) expect(signWebhook(vector.data, vector.secret)).toBe(vector.expected);
    expect(webhookFault({ ...vector, body: bytesOf(vector) }, vector.secret) ?? null).toBe(vector.reason);
  });
});

describe('webhooks by their bytes', () => {
  it.each(bodies)('$name', ({ signed, secret, signature, valid, reason, amount }) => {
    if (signed !== null) expect(signWebhook(signed, secret)).toBe(signature);
    expect(reason === null).toBe(valid);
    expect(amount !== null).toBe(valid);
  });
});

describe('the vectors themselves', () => {
  const all = [...requests, ...responses, ...webhooks];

  it('have one text for body and bytes, and a reason exactly when they are invalid', () => {
    for (const vector of all) {
      expect(bytesOf(vector).toString('utf8'), vector.name).toBe(vector.body);
      expect(vector.reason === null, vector.name).toBe(vector.valid);
      if (vector.valid) expect(vector.signature, vector.name).toBe(vector.expected);
    }
  });

  it.each([
    ['requests', requests],
    ['responses', responses],
    ['webhooks', webhooks],
  ])('stand at both edges of the tolerance: %s', (_, vectors) => {
    const accepted = vectors
      .filter(({ valid }) => valid)
      .map(({ now, timestamp }) => now - Number(timestamp));
    const refused = vectors
      .filter(({ reason }) => reason === 'timestamp_outside_tolerance')
      .map(({ now, timestamp }) => now - Number(timestamp));
    const edge = signing.tolerance_seconds;
    expect(accepted).toEqual(expect.arrayContaining([edge, -edge]));
    expect(refused).toEqual(expect.arrayContaining([edge + 1, -edge - 1]));
  });

  it('contain every signed example of the contract', () => {
    const bundle = readFileSync(new URL('../../generated/strict.en.json', import.meta.url), 'utf8');
    const { components } = JSON.parse(bundle) as {
      components: { examples: Record<string, { value: { signature?: string | null } }> };
    };
    const signed = Object.values(components.examples).flatMap(({ value }) => value?.signature ?? []);
    expect(signed.length).toBeGreaterThan(12);
    expect(all.filter(({ valid }) => valid).map(({ expected }) => expected)).toEqual(
      expect.arrayContaining(signed),
    );
  });
});

describe('the endpoint that is signed', () => {
  it.each([
    ['/v2/payments', 'payments'],
    ['/v2/payments/2025100121424146HC/cancel', 'payments/2025100121424146HC/cancel'],
    ['/v2/transactions?page=1', 'transactions'],
    ['/v2/webhooks/subscribe/', 'webhooks/subscribe'],
  ])('of %s is %s', (path, endpoint) => {
    expect(endpointOf(path)).toBe(endpoint);
  });
});
