// What a merchant is told: everything but secrets, and nothing that could break a payment.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { headers as names } from '../../generated/client-facts.ts';
import { type ClientOptions, createClient, type LogEntry, redact } from '../src/index.ts';
import { liveToken, order, secretKey, token } from './shop.ts';

const secrets = {
  mobile: '09123456789',
  card_number: '6037997123456789',
  secret: 'a secret of the webhook',
  card_pan: '603799******6789',
  pan: '603799******6780',
};

const created = {
  success: true,
  data: {
    transaction: {
      authority: '2025100121424146HC',
      gateway_url: 'https://x.example',
      expires_at: '1404-06-28 10:30:00',
    },
    meta: { request_id: 'req_7', processing_time_ms: 1 },
    ...secrets,
  },
};

const client = (options: Partial<ClientOptions>, headers = {}) =>
  createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    fetch: async () => new Response(JSON.stringify(created), { headers }),
    ...options,
  });

describe('the log', () => {
  it('names the attempt, and hides every secret', async () => {
    const entries: LogEntry[] = [];
    const payment = { ...order, mobile: secrets.mobile, card_number: secrets.card_number };
    const logged = client({ secretKey, onLog: (entry) => entries.push(entry) });
    await logged.createPayment(payment);
    await logged.subscribeWebhook({
      url: 'https://shop.example',
      events: ['payment.failed'],
      secret: secrets.secret,
    });
    await logged.prepareRequest({ method: 'POST', endpoint: 'payments', data: { nested: [payment] } });
    expect(entries[0]).toMatchObject({
      operation: 'createPayment',
      attempt: 1,
      method: 'POST',
      path: '/v2/payments',
      status: 200,
      code: 'untrusted',
      request: { order_id: order.order_id, mobile: '[redacted]' },
    });
    const text = JSON.stringify(entries);
    for (const secret of [...Object.values(secrets), token, secretKey]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[0-9a-f]{64}/);
  });

  it('hides sensitive fields wherever they stand, and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(secrets), 'Authorization'),
        (value, name) => {
          const redacted = redact({ value, [name]: 'hide me', list: [{ [name]: { deep: 'hide me' } }] });
          expect(JSON.stringify(redacted)).not.toContain('hide me');
          expect(redact({ kept: 1, also: [value, null] })).toHaveProperty('kept', 1);
        },
      ),
    );
  });

  it('that throws does not turn a payment into a failure', async () => {
    const onLog = () => {
      throw new Error('the disk is full');
    };
    expect(await client({ onLog }).createPayment(order)).toMatchObject({ ok: true });
  });
});

describe('a token that was rotated away', () => {
  const headers = {
    [names.tokenDeprecated]: 'true',
    [names.tokenDeprecatedExpiresAt]: '2025-10-02T10:30:00+03:30',
  };

  it('is reported once, with its end', async () => {
    const onTokenDeprecated = vi.fn();
    const onWarning = vi.fn();
    const rotated = client({ onTokenDeprecated, onWarning }, headers);
    await rotated.createPayment(order);
    await rotated.createPayment(order);
    expect(onTokenDeprecated.mock.calls).toEqual([[{ expiresAt: '2025-10-02T10:30:00+03:30' }]]);
    expect(onWarning).not.toHaveBeenCalled();
  });

  it('is a warning when nobody listens', async () => {
    const onWarning = vi.fn();
    await client({ onWarning }, headers).createPayment(order);
    expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('2025-10-02T10:30:00+03:30'));
  });
});

it('warns once of a callback by plain HTTP, with a live token only', async () => {
  const onWarning = vi.fn();
  const plain = { ...order, callback_url: 'http://shop.example/callback' };
  const live = client({ token: liveToken, environment: 'production', onWarning });
  await live.createPayment(plain);
  await live.createPayment(plain);
  await live.createPayment(order);
  await client({ onWarning }).createPayment(plain);
  expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('http://'));
});
