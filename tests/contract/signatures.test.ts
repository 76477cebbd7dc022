// The signatures in the examples are real, so that a developer can check an implementation against them.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contract, placeOf } from './bundle.ts';

const signing = contract['x-signing'] as {
  tolerance_seconds: number;
  request: { separator: string };
};

const hmac = (secret: string, payload: string) => createHmac('sha256', secret).update(payload).digest('hex');

interface Event {
  data: unknown;
  signature: string;
}

describe('the signature of the example of', () => {
  const { secret } = placeOf('subscribeWebhook request').examples.shop as { secret: string };

  it.each(Object.keys(contract.webhooks))('%s is made with the secret of the subscription', (event) => {
    const examples = Object.values(placeOf(`${event} request`).examples) as Event[];
    expect(examples).not.toEqual([]);
    for (const { data, signature } of examples) expect(signature).toBe(hmac(secret, JSON.stringify(data)));
  });

  it('prepareRequest is made with the secret key of the samples, and says when it ends', () => {
    const { method, endpoint, data } = placeOf('prepareRequest request').examples.payment as {
      method: string;
      endpoint: string;
      data: unknown;
    };
    const signed = placeOf('prepareRequest 200').examples.signed as {
      idempotency_key: string;
      signature: string;
      timestamp: string;
      headers: Record<string, string>;
      expires_at: string;
    };
    const payload = [method, endpoint, JSON.stringify(data), signed.timestamp].join(
      signing.request.separator,
    );
    expect(signed.signature).toBe(hmac('your_secret_key', payload));
    expect(signed.headers).toEqual({
      'X-Idempotency-Key': signed.idempotency_key,
      'X-Signature': signed.signature,
      'X-Timestamp': signed.timestamp,
      'Content-Type': 'application/json',
    });
    expect(Date.parse(signed.expires_at) / 1000).toBe(Number(signed.timestamp) + signing.tolerance_seconds);
  });
});
