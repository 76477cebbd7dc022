// What a shop and its payers do with one payment at a sandbox that speaks dialects, with its database as the truth.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { RunningSandbox } from '../../sandbox/src/index.ts';
import {
  connectSandbox,
  type DialectName,
  type Fault,
  type PayerAction,
  SandboxRefusal,
} from '../../sandbox/src/testing/index.ts';
import { createClient, IranDargahError, readCallback, rials, type StoredPayment } from '../src/index.ts';

const minute = 60;

type Act =
  | { do: 'pay'; card: PayerAction }
  | { do: 'wait'; minutes: number }
  | { do: 'disturb'; fault: Fault }
  | { do: 'verify' | 'verify another amount' | 'retry' | 'cancel' | 'refund' | 'look' };

/** One story; the same story can be told in any dialect. */
interface Story {
  signs: boolean;
  directVerify: boolean;
  retries: number;
  acts: Act[];
}

const operation = fc.constantFrom('createVerification', 'getVerification', 'getTransaction', undefined);
const times = fc.integer({ min: 1, max: 4 });

/** What a gateway says although it is not so would deceive anybody; these only withhold what is so. */
const errorNames = [
  'ErrorInternal',
  'ErrorUnexpected',
  'ErrorBankUnavailable',
  'ErrorRateLimited',
  'ErrorCredentialsInvalid',
  'ErrorIpNotAllowed',
  'ErrorTerminalInactive',
  'ErrorAlreadyVerified',
] as const;

const fault = fc.oneof(
  fc.record({
    kind: fc.constant('error' as const),
    error: fc.constantFrom(...errorNames),
    operation: fc.constant('createVerification' as const),
    times,
  }),
  fc.record({
    kind: fc.constant('error' as const),
    error: fc.constantFrom('ErrorInternal' as const, 'ErrorRateLimited' as const),
    operation: fc.constantFrom('getVerification' as const, 'getTransaction' as const),
    times,
  }),
  fc.record({
    kind: fc.constant('connection_cut' as const),
    when: fc.constantFrom('before' as const, 'after' as const),
    operation,
    times,
  }),
  fc.record({
    kind: fc.constant('firewall_page' as const),
    status: fc.constantFrom(200, 403, 502),
    operation,
    times,
  }),
) as fc.Arbitrary<Fault>;

const simple = (...names: Exclude<Act['do'], 'pay' | 'wait' | 'disturb'>[]) =>
  fc.constantFrom(...names.map((name) => ({ do: name })));

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: simple('verify') },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      card: fc.constantFrom<PayerAction>('success', 'success', 'success', 'failed', 'insufficient', 'cancel'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('disturb' as const), fault }) },
  { weight: 2, arbitrary: simple('verify another amount', 'retry', 'cancel', 'refund', 'look') },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 16) }),
  },
);

const story: fc.Arbitrary<Story> = fc.record({
  signs: fc.boolean(),
  directVerify: fc.boolean(),
  retries: fc.nat({ max: 2 }),
  acts: fc.array(act, { minLength: 1, maxLength: 9 }),
});

const disturbed = (fault: Fault): Act => ({ do: 'disturb', fault });
const paid: Act = { do: 'pay', card: 'success' };
const verified: Act = { do: 'verify' };
const page = disturbed({ kind: 'firewall_page', status: 200, operation: 'createVerification' });
const unknownToUs = disturbed({ kind: 'error', error: 'ErrorInternal', operation: 'createVerification' });

/** The stories that every shop lives through, and those that have deceived clients before; told in every dialect. */
const knownStories: Story[] = [
  // Nobody pays, and the answer to the verification is a page, an error or what the gateway says.
  [page, verified, unknownToUs, verified, verified],
  // Paid, the answer is lost, the payer reloads, money goes back.
  [
    paid,
    disturbed({ kind: 'connection_cut', when: 'after', operation: 'createVerification' }),
    verified,
    verified,
    { do: 'retry' },
    { do: 'refund' },
    verified,
    { do: 'look' },
  ],
  // Paid, and the bank is away; then another amount.
  [
    paid,
    disturbed({ kind: 'error', error: 'ErrorBankUnavailable', operation: 'createVerification', times: 2 }),
    verified,
    { do: 'verify another amount' },
    { do: 'retry' },
    verified,
  ],
  [{ do: 'pay', card: 'failed' }, verified, unknownToUs, verified],
  [{ do: 'pay', card: 'cancel' }, verified, page, verified],
  [{ do: 'cancel' }, verified, { do: 'cancel' }, page, verified],
  [verified, { do: 'wait', minutes: 16 }, page, verified, verified],
  [paid, { do: 'wait', minutes: 16 }, page, verified, verified],
].map((acts, at) => ({ signs: at % 2 === 0, directVerify: false, retries: 0, acts: acts as Act[] }));
knownStories.push({
  signs: true,
  directVerify: true,
  retries: 0,
  acts: [verified, paid, page, verified, verified],
});

/** What was told over all stories, to be counted. */
export type Told = Record<string, number>;

const lost = ['FAILED', 'CANCELLED', 'TIMEOUT'];
const payable = ['AWAITING_VERIFICATION', 'VERIFICATION_FAILED'];

/**
 * Tells a story and looks, after every word of the client, whether it is true.
 * @throws when the client said what is not so, or threw.
 */
async function tell(
  running: RunningSandbox,
  dialects: readonly DialectName[],
  { signs, directVerify, retries, acts }: Story,
  told: Told = {},
): Promise<void> {
  const terminal = await connectSandbox(running.url, {
    dialects: [...dialects],
    ...(signs ? {} : { secret_key: null }),
  });
  let ahead = 0;
  const client = createClient({
    token: terminal.token,
    ...(terminal.secretKey === null ? {} : { secretKey: terminal.secretKey }),
    environment: 'sandbox',
    baseUrl: running.url,
    retries,
    onWarning: () => {},
    clock: { now: () => Date.now() + ahead * 1000, sleep: async () => {} },
  });
  const order = { amount: rials(250_000), order_id: 'ORDER-1' };
  const created = await client.createPayment({
    ...order,
    callback_url: 'https://shop.example/return',
    direct_verify: directVerify,
  });
  if (!created.ok) throw created.error;
  const { authority } = created.data.transaction;
  const payment: StoredPayment = { authority, ...order };

  const truth = () =>
    running.sandbox.services.storage.db
      .selectFrom('payments')
      .select(['state', 'verified_at'])
      .where('authority', '=', authority)
      .executeTakeFirstOrThrow();

  const verify = async () => {
    const result = await client.verifyPayment(payment);
    const { state, verified_at } = await truth();
    told[result.outcome] = (told[result.outcome] ?? 0) + 1;
    const said = { ...result, error: 'error' in result ? result.error.message : undefined, state };
    if (result.outcome === 'paid') expect(verified_at, JSON.stringify(said)).not.toBeNull();
    if (result.outcome === 'not_paid') {
      expect([...lost, ...(result.final ? [] : ['AWAITING_PAYMENT'])], JSON.stringify(said)).toContain(state);
    }
    // The record of this shop is right: nobody has to look at it.
    expect(result.outcome, JSON.stringify(said)).not.toBe('mismatch');
    return { ...result, state };
  };

  const withdrawals: (() => Promise<void>)[] = [];
  for (const what of acts) {
    switch (what.do) {
      case 'verify':
        await verify();
        break;
      case 'verify another amount': {
        const { outcome } = await client.verifyPayment({ ...payment, amount: rials(900_000) });
        expect(outcome).not.toBe('paid');
        break;
      }
      case 'pay': {
        const { callback } = await terminal.pay(authority, what.card);
        const fields = Object.entries(callback.fields).map(([name, value]) => [name, String(value)]);
        const request =
          callback.method === 'GET'
            ? { method: 'GET', url: callback.url }
            : { method: 'POST', url: callback.url, body: Object.fromEntries(fields) };
        const { claim } = await readCallback(request, payment);
        const { state } = await truth();
        if (claim === 'not_paid') expect([...payable, 'COMPLETED']).not.toContain(state);
        break;
      }
      case 'wait':
        await terminal.advance(what.minutes * minute);
        ahead += what.minutes * minute;
        break;
      case 'disturb':
        withdrawals.push(await terminal.fault(what.fault));
        break;
      case 'retry': {
        const { ok } = await client.retryVerification(authority);
        if (ok) expect((await truth()).verified_at).not.toBeNull();
        break;
      }
      case 'cancel': {
        const { ok } = await client.cancelPayment(authority);
        if (ok) expect((await truth()).state).toBe('CANCELLED');
        break;
      }
      case 'refund':
        await client.createRefund({ authority, amount: rials(100_000) });
        break;
      case 'look':
        await Promise.all([client.getPayment(authority), client.getTransaction(authority)]);
        try {
          for await (const row of client.eachTransaction()) expect(typeof row).toBe('object');
        } catch (error) {
          expect(error).toBeInstanceOf(IranDargahError);
        }
    }
  }
  for (const withdraw of withdrawals) {
    await withdraw().catch((error) => expect(error).toBeInstanceOf(SandboxRefusal));
  }
  // Now nothing is in the way, and what is paid has to be known as paid.
  const { outcome, state } = await verify();
  expect(payable).not.toContain(state);
  if (state === 'COMPLETED') expect(outcome).toBe('paid');
  told.stories = (told.stories ?? 0) + 1;
  told.acts = (told.acts ?? 0) + acts.length;
}

/**
 * Tells what has deceived before, and stories that nobody knows.
 * @param unheard how many of the latter.
 */
export async function tellAll(
  running: RunningSandbox,
  dialects: readonly DialectName[],
  unheard: number,
  told: Told,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(story, (one) => tell(running, dialects, one, told)),
    {
      examples: knownStories.map((one): [Story] => [one]),
      numRuns: knownStories.length + unheard,
    },
  );
}
