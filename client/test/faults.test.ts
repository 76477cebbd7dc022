// Whatever breaks on the way: a payment is never doubled and never lost, and every failure has a type.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { headers as names } from '../../generated/client-facts.ts';
import { IranDargahError, rials } from '../src/index.ts';
import { errorBody, type Fault, type FaultServer, faults, startFaultServer } from './fault-server.ts';
import { order, secretKey, shopClient } from './shop.ts';

const key = names.idempotencyKey.toLowerCase();
const running: FaultServer[] = [];
async function start(options: Parameters<typeof startFaultServer>[0] = {}) {
  const server = await startFaultServer({ secretKey, ...options });
  running.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const timeoutMs = 1_000;

describe('createPayment', () => {
  it.each<{ fault: Fault; code: string | number }>([
    { fault: 'cutBefore', code: 'network' },
    { fault: 'cutAfter', code: 'network' },
    { fault: 'truncated', code: 'network' },
    { fault: 'halfJson', code: 'untrusted' },
    { fault: 'silent', code: 'timeout' },
    { fault: 'limited', code: -54 },
    { fault: 'bankAway', code: 996 },
    { fault: 'internalError', code: -31 },
    { fault: 'html', code: 'unreadable' },
    { fault: 'htmlBefore', code: 'unreadable' },
    { fault: 'redirect', code: 'unreadable' },
    { fault: 'unsigned', code: 'untrusted' },
    { fault: 'wrongSignature', code: 'untrusted' },
    { fault: 'staleTimestamp', code: 'untrusted' },
  ])('survives "$fault" once, and reports $code when it stays', async ({ fault, code }) => {
    const server = await start();
    // Only a silent server is waited out; on a busy machine a short wait would make faults of its own.
    const patience = fault === 'silent' ? timeoutMs : 20_000;
    const { client } = shopClient(server.url, { secretKey, timeoutMs: patience });

    server.faults = [fault];
    const once = await client.createPayment(order);
    expect(once).toMatchObject({ ok: true, attempts: 2 });
    expect(server.payments.size).toBe(1);
    const [first, second] = server.seen;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers[key]).toBe(first?.headers[key]);

    server.faults = [fault, fault, fault];
    const lost = await client.createPayment(order);
    if (lost.ok) expect.unreachable('three faults are more than two retries can mend');
    expect(lost.error).toBeInstanceOf(IranDargahError);
    expect(lost.error).toMatchObject({ code, operation: 'createPayment' });
    expect(lost.attempts).toBe(3);
    expect(server.payments.size).toBe(faults[fault].acts ? 2 : 1);
    if (faults[fault].acts) expect(lost.error.mayHaveActed).toBe(true);

    const { idempotencyKey } = lost.error;
    const again = await client.createPayment(order, { idempotencyKey });
    expect(again.ok).toBe(true);
    expect(server.payments.size).toBe(2);
    expect(server.seen.some(({ path }) => path === '/trap')).toBe(false);
  });

  it('ends in exactly one payment after any row of faults', async () => {
    const names = (Object.keys(faults) as Fault[]).filter((fault) => fault !== 'silent');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 7 }), async (row) => {
        const server = await start();
        const { client } = shopClient(server.url, { secretKey });
        server.faults = [...row];
        let result = await client.createPayment(order);
        while (!result.ok) {
          result = await client.createPayment(order, { idempotencyKey: result.idempotencyKey });
        }
        expect([...server.payments.keys()]).toEqual([result.data.transaction.authority]);
        await server.close();
      }),
      { numRuns: 25 },
    );
  });

  it.each<{ fault: Fault; code: string }>([
    { fault: 'halfJson', code: 'unreadable' },
    { fault: 'truncated', code: 'network' },
    { fault: 'html', code: 'unreadable' },
  ])('reports "$fault" as $code without a secret key, too', async ({ fault, code }) => {
    const server = await start();
    const { client } = shopClient(server.url, { retries: 0 });
    server.faults = [fault];
    expect(await client.createPayment(order)).toMatchObject({
      ok: false,
      error: { code, mayHaveActed: true },
    });
  });

  it('makes two payments of two calls, since only the shop knows whether they are one', async () => {
    const server = await start();
    const { client } = shopClient(server.url, { secretKey });
    await client.createPayment(order);
    await client.createPayment(order);
    expect(server.payments.size).toBe(2);
  });
});

describe('verifyPayment', () => {
  async function paid(options: Parameters<typeof startFaultServer>[0] = {}) {
    const server = await start(options);
    const { client } = shopClient(server.url, { secretKey, timeoutMs });
    const created = await client.createPayment(order);
    if (!created.ok) throw created.error;
    const { authority } = created.data.transaction;
    return { server, client, payment: { authority, amount: order.amount, order_id: order.order_id } };
  }

  it('ends as paid after any row of faults, verified once, also when the gateway ignores the key', async () => {
    const names = (Object.keys(faults) as Fault[]).filter((fault) => fault !== 'silent');
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.constantFrom(...names), { maxLength: 7 }),
        async (honoursKeys, row) => {
          const { server, client, payment } = await paid({ honoursKeys });
          server.faults = [...row];
          let result = await client.verifyPayment(payment);
          while (result.outcome === 'unknown') result = await client.verifyPayment(payment);
          expect(result).toMatchObject({ outcome: 'paid', refId: '123456789', payment });
          expect(server.verifications).toBe(1);
          await server.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('looks the payment up after a lost answer, instead of repeating a call that says -21', async () => {
    const { server, client, payment } = await paid({ honoursKeys: false });
    server.faults = ['cutAfter'];
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'paid', alreadyVerified: true });
    expect(server.seen.slice(1).map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });

  it('says unknown, and never unpaid, when the gateway stays away', async () => {
    const { server, client, payment } = await paid();
    server.faults = ['silent', 'silent'];
    expect(await client.verifyPayment(payment, { retries: 0 })).toMatchObject({
      outcome: 'unknown',
      error: { code: 'timeout' },
    });
  });

  it('does not take -21 for a payment when the verified amount is another', async () => {
    const { server, client, payment } = await paid();
    await client.verifyPayment(payment);
    const other = { ...payment, amount: rials(900_000) };
    expect(await client.verifyPayment(other)).toMatchObject({ outcome: 'mismatch' });
    expect(server.verifications).toBe(1);
  });

  it('does not take -21 for a payment when nothing has been verified', async () => {
    const { server, client, payment } = await paid();
    server.nextAnswer = { status: 400, body: errorBody('ErrorAlreadyVerified') };
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'unknown', error: { code: -21 } });
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'paid', alreadyVerified: false });
  });

  it.each([
    { body: errorBody('ErrorStateForbids', { reason: 'payment_expired' }), status: 400, outcome: 'not_paid' },
    { body: errorBody('ErrorTransactionNotFound'), status: 404, outcome: 'mismatch' },
    { body: errorBody('ErrorCredentialsInvalid'), status: 401, outcome: 'unknown' },
    { body: errorBody('ErrorTerminalInactive'), status: 403, outcome: 'unknown' },
  ])(
    'turns $status $body.error.code of type $body.error.type into "$outcome", and asks no more',
    async ({ body, status, outcome }) => {
      const { server, client, payment } = await paid();
      server.nextAnswer = { status, body };
      expect(await client.verifyPayment(payment)).toMatchObject({ outcome, payment });
      expect(server.verifications).toBe(0);
      expect(server.seen.map(({ path }) => path)).toEqual(['/v2/payments', '/v2/verifications']);
    },
  );

  it.each([
    { body: errorBody('ErrorValidation', { validation: { order_id: ['x'] } }), status: 422 },
    { body: errorBody('ErrorValidation'), status: 422 },
    { body: errorBody('ErrorMalformedBody'), status: 400 },
  ])('looks behind $status $body.error.code, which may mean anything', async ({ body, status }) => {
    const { server, client, payment } = await paid();
    server.nextAnswer = { status, body };
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'unknown', payment });
    expect(server.seen.slice(1).map(({ path }) => path.split('/')[2])).toEqual([
      'verifications',
      'verifications',
      'transactions',
    ]);
    const stored = server.payments.get(payment.authority);
    if (!stored) expect.unreachable('the payment was created');
    server.nextAnswer = { status, body };
    stored.order_id = 'ANOTHER';
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'mismatch' });
    stored.order_id = payment.order_id;
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'paid' });
  });
});
