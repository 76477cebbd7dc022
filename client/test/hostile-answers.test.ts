// Whatever an answer has lost on its way: never paid without the money, never lost for good with it, and nothing throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient, IranDargahError, type OperationName, rials } from '../src/index.ts';
import { answers, inputs } from './contract-answers.ts';
import { errorBody } from './fault-server.ts';
import { type Mutation, mutation, type Travelling, travel } from './mutations.ts';
import { token } from './shop.ts';

const authority = '2025100121424146HC';
const timestamp = '1404-06-28 10:30:00';
const payment = { authority, amount: rials(250_000), order_id: 'ORDER-12345' };

type State = 'unpaid' | 'paid' | 'verified' | 'failed' | 'timeout' | 'cancelled';

/** What a gateway can say of a payment that cannot be verified: our assumption, the page's letter, and less. */
const refusals = ['reason', 'literal', 'bare'] as const;

/** How a verification looks that has not been made. */
const nothings = {
  null: { ref_id: null, verified_at: null },
  absent: {},
  empty: { ref_id: '', verified_at: '' },
  zero: { ref_id: 0, verified_at: '0000-00-00 00:00:00' },
};

interface Gateway {
  state: State;
  nothing: keyof typeof nothings;
  /** Whether the reference of the bank is shown as soon as the payer has paid. */
  early: boolean;
  wasPaid: boolean;
  amount: number;
  refusal: (typeof refusals)[number];
  honoursKeys: boolean;
  /** What happens to the answers to come; they arrive whole when it is used up. */
  way: Mutation[];
}

const success = (data: object): Travelling => ({
  status: 200,
  body: { success: true, data: { ...data, meta: { request_id: 'r' } }, status_code: 200, timestamp },
});
const failure = (status: number, body: object): Travelling => ({ status, body });

const reasons = {
  unpaid: 'payment_unpaid',
  failed: 'payment_failed',
  timeout: 'payment_expired',
  cancelled: 'payment_cancelled',
};

function answer(gateway: Gateway, method: string, path: string, asked: { amount?: number }): Travelling {
  const { state, amount, refusal } = gateway;
  const verification = { ref_id: '123456789', authority, amount, verified_at: timestamp };
  if (method === 'POST') {
    if (state === 'verified') return failure(400, errorBody('ErrorAlreadyVerified'));
    if (state !== 'paid') {
      if (refusal === 'literal') return failure(422, errorBody('ErrorValidation', { validation: {} }));
      if (refusal === 'bare') return failure(422, { success: false, error: { code: -2 } });
      return failure(400, errorBody('ErrorStateForbids', { reason: reasons[state] }));
    }
    if (asked.amount !== amount)
      return failure(422, errorBody('ErrorValidation', { validation: { amount: ['x'] } }));
    gateway.state = 'verified';
    return success({ verification });
  }
  if (path.includes('/transactions/')) {
    const status = {
      unpaid: 'pending',
      paid: 'pending',
      verified: 'completed',
      failed: '',
      timeout: '',
      cancelled: '',
    };
    const { order_id } = payment;
    return success({
      transaction: {
        authority,
        amount,
        order_id,
        status: status[state] || state,
        can_be_verified: state === 'paid',
      },
    });
  }
  if (state === 'verified') return success({ verification });
  const { ref_id } = verification;
  const early = gateway.early && gateway.wasPaid ? { ref_id } : {};
  return success({ verification: { authority, amount, ...nothings[gateway.nothing], ...early } });
}

function shopOf(gateway: Gateway, retries: number) {
  const stored = new Map<string, Travelling>();
  return createClient({
    token,
    environment: 'sandbox',
    retries,
    clock: { now: Date.now, sleep: async () => {} },
    onWarning: () => {},
    fetch: async (url, { method = 'GET', body, headers } = {}) => {
      const key = (headers as Record<string, string>)['Idempotency-Key'] ?? '';
      const known = gateway.honoursKeys ? stored.get(key) : undefined;
      const made =
        known ?? answer(gateway, method, new URL(String(url)).pathname, body ? JSON.parse(String(body)) : {});
      if (key) stored.set(key, made);
      const arrived = travel(made, gateway.way.shift() ?? { kind: 'none' });
      if (!arrived) throw new TypeError('fetch failed');
      const { status, text } = arrived;
      return new Response(status === 204 ? null : text, { status });
    },
  });
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('verify' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Exclude<State, 'unpaid' | 'verified'>>(
      'paid',
      'failed',
      'timeout',
      'cancelled',
    ),
  },
);

const situation = fc.record({
  refusal: fc.constantFrom(...refusals),
  nothing: fc.constantFrom(...(Object.keys(nothings) as (keyof typeof nothings)[])),
  early: fc.boolean(),
  honoursKeys: fc.boolean(),
  amount: fc.constantFrom<number>(payment.amount, payment.amount, 900_000),
  retries: fc.nat({ max: 2 }),
  way: fc.array(mutation, { maxLength: 12 }),
  steps: fc.array(step, { maxLength: 6 }),
});

describe('verifyPayment', () => {
  it('is right, or does not know, whatever becomes of the answers, and knows in the end', async () => {
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(situation, async ({ steps, retries, ...rest }) => {
        const gateway: Gateway = { state: 'unpaid', wasPaid: false, ...rest, way: [...rest.way] };
        const client = shopOf(gateway, retries);
        const own = gateway.amount === payment.amount;
        const check = async () => {
          const outcome = await client.verifyPayment(payment);
          told.add(outcome.outcome);
          const { state } = gateway;
          if (outcome.outcome === 'paid') expect({ state, own }).toEqual({ state: 'verified', own: true });
          if (outcome.outcome === 'not_paid') {
            const lost = ['failed', 'timeout', 'cancelled'];
            expect(outcome.final ? lost : [...lost, 'unpaid']).toContain(state);
          }
          if (outcome.outcome === 'mismatch') expect(own).toBe(false);
          return outcome;
        };
        for (const what of steps) {
          if (what === 'verify') await check();
          else if (gateway.state === 'unpaid' || (gateway.state === 'paid' && what === 'timeout')) {
            gateway.state = what;
            gateway.wasPaid ||= what === 'paid';
          }
        }
        gateway.way = [];
        const last = await check();
        const { state } = gateway;
        const settled = state === 'paid' || state === 'verified';
        const final = state !== 'unpaid';
        // A refusal that names the state does not name the amount: that comes to light when it is paid.
        if (!own && (settled || gateway.refusal !== 'reason')) expect(last.outcome).toBe('mismatch');
        else if (settled) expect(last.outcome).toBe('paid');
        // The trace of a payment that came to nothing is too much for a final word.
        else if (gateway.wasPaid && gateway.early && gateway.refusal !== 'reason')
          expect(last.outcome).toBe('unknown');
        else expect(last).toMatchObject({ outcome: 'not_paid', reason: reasons[state], final });
      }),
      { numRuns: 1500 },
    );
    expect([...told].sort()).toEqual(['mismatch', 'not_paid', 'paid', 'unknown']);
  });
});

describe.each(Object.keys(inputs) as OperationName[])('%s', (name) => {
  const whole = answers.filter((one) => one.name === name);
  it('ends in data or in a typed error, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), mutation, async (one, change) => {
        const arrived = travel(one, change);
        const client = createClient({
          token,
          environment: 'sandbox',
          retries: 0,
          onWarning: () => {},
          onLog: () => {},
          fetch: async () => {
            if (!arrived) throw new TypeError('fetch failed');
            return new Response(arrived.status === 204 ? null : arrived.text, { status: arrived.status });
          },
        }) as unknown as Record<
          string,
          (input: unknown) => Promise<{ ok: boolean; data?: unknown; error?: unknown }>
        >;
        const result = await client[name]?.(inputs[name]);
        if (result?.ok) expect(typeof result.data).toBe('object');
        else expect(result?.error).toBeInstanceOf(IranDargahError);
      }),
      { numRuns: 150 },
    );
  });
});
