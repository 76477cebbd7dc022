// Money is believed to be ours on positive evidence only, and lost only when the gateway itself says so.
import { describe, expect, it } from 'vitest';
import { createClient, type OperationName } from '../src/index.ts';
import {
  already,
  error,
  internal,
  literal,
  page,
  payment,
  type Script,
  type Scripted,
  success,
  timestamp,
  transaction,
  unproven,
  unverified,
  verification,
  verificationWithout,
  verified,
} from './scripted-answers.ts';
import { token } from './shop.ts';

const { authority, amount, order_id } = payment;

function shop(script: Script) {
  const asked: string[] = [];
  const client = createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    clock: { now: Date.now, sleep: async () => {} },
    onWarning: () => {},
    fetch: async (url, init) => {
      const path = new URL(String(url)).pathname;
      const name: OperationName =
        init?.method === 'POST'
          ? 'createVerification'
          : path.includes('/transactions/')
            ? 'getTransaction'
            : 'getVerification';
      asked.push(name);
      const answer = script[name] ?? 'broken';
      if (answer === 'broken') throw new TypeError('fetch failed');
      const { status = 200, body } = answer;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
    },
  });
  return { client, asked };
}

const outcomeOf = (script: Script) => shop(script).client.verifyPayment(payment);

describe('a payment is paid', () => {
  it.each<Script & { what: string; already: boolean }>([
    { what: 'that was verified just now', createVerification: verification(), already: false },
    {
      what: 'whose amount comes as text',
      createVerification: verification({ amount: '250000' }),
      already: false,
    },
    {
      what: 'whose reference comes as a number',
      createVerification: verification({ ref_id: 123_456_789 }),
      already: false,
    },
    {
      what: 'whose answer has further fields',
      createVerification: verification({ fee: 1, transaction: { authority: 'another' } }),
      already: false,
    },
    {
      what: 'that was verified before',
      createVerification: already,
      getVerification: verification(),
      already: true,
    },
    {
      what: 'that was verified before, said with another status',
      createVerification: error('ErrorAlreadyVerified', undefined, 422),
      getVerification: verification(),
      already: true,
    },
    {
      what: 'that was verified before, said with 200',
      createVerification: error('ErrorAlreadyVerified', undefined, 200),
      getVerification: verification({ amount: '250000', ref_id: 123_456_789 }),
      already: true,
    },
    {
      what: 'whose verification was answered by an error page',
      createVerification: page,
      getVerification: verification(),
      already: true,
    },
    {
      what: 'whose verification was answered without its data',
      createVerification: verificationWithout('ref_id'),
      getVerification: verification(),
      already: true,
    },
    {
      what: 'whose verification got a code that nobody knows',
      createVerification: { status: 400, body: { success: false, error: { code: -77, message: 'x' } } },
      getVerification: verification(),
      already: true,
    },
  ])('$what', async ({ already: alreadyVerified, ...script }) => {
    const outcome = await outcomeOf(script);
    expect(outcome).toEqual({
      outcome: 'paid',
      payment,
      refId: '123456789',
      verifiedAt: timestamp,
      alreadyVerified,
    });
  });
});

describe('a payment is never paid, and nothing is thrown, when the gateway answers', () => {
  it.each(unproven)('the verification with %s', async (_, answer) => {
    expect(await outcomeOf({ createVerification: answer })).toMatchObject({ outcome: 'unknown', payment });
    expect(
      await outcomeOf({ createVerification: answer, getVerification: answer, getTransaction: answer }),
    ).toMatchObject({ outcome: 'unknown' });
  });

  const firsts: [what: string, answer: Scripted][] = [
    ['-21', already],
    ['-2 at 422', literal],
    ['-31', internal],
    ['996 at 503', error('ErrorBankUnavailable', undefined, 503)],
    ['an error page', page],
    ['nothing', 'broken'],
    ['success: false', { body: { success: false } }],
  ];
  it.each(
    firsts.flatMap(([first, answer]) => unproven.map(([what, found]) => ({ first, answer, what, found }))),
  )('$first, and then $what', async ({ answer, found }) => {
    expect(await outcomeOf({ createVerification: answer, getVerification: found })).toMatchObject({
      outcome: 'unknown',
      payment,
    });
    const paid = transaction({ status: 'completed' });
    expect(
      await outcomeOf({ createVerification: answer, getVerification: found, getTransaction: paid }),
    ).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a payment is not paid', () => {
  it.each([
    { reason: 'payment_unpaid', final: false },
    { reason: 'payment_failed', final: true },
    { reason: 'payment_expired', final: true },
    { reason: 'payment_cancelled', final: true },
  ])('when the gateway says $reason, in one request', async ({ reason, final }) => {
    for (const status of [400, 422, 200]) {
      const { client, asked } = shop({ createVerification: error('ErrorStateForbids', { reason }, status) });
      expect(await client.verifyPayment(payment)).toMatchObject({
        outcome: 'not_paid',
        reason,
        final,
        payment,
      });
      expect(asked).toEqual(['createVerification']);
    }
  });

  const refusals: [what: string, answer: Scripted][] = [
    ['-2 without a word', literal],
    ['-2 of another type', error('ErrorStateForbids')],
    ['-2 with a reason that nobody knows', error('ErrorStateForbids', { reason: 'payment_odd' })],
    ['-2 with the faulty amount', error('ErrorValidation', { validation: { amount: ['x'] } })],
    ['a code that nobody knows', { status: 409, body: { success: false, error: { code: -77 } } }],
    ['-31', internal],
    ['an error page', page],
  ];
  const lookUps: [what: string, answer: Scripted][] = [
    ['null', unverified],
    ['nothing', verificationWithout('ref_id', 'verified_at')],
    ['empty text', verification({ ref_id: '', verified_at: '' })],
    ['-33', error('ErrorTransactionNotFound')],
    ['-2', error('ErrorValidation')],
  ];
  const states = [
    { status: 'failed', reason: 'payment_failed', final: true },
    { status: 'timeout', reason: 'payment_expired', final: true },
    { status: 'cancelled', reason: 'payment_cancelled', final: true },
    { status: 'pending', reason: 'payment_unpaid', final: false },
  ];
  it.each(
    refusals.flatMap(([what, refusal]) =>
      lookUps.flatMap(([none, found]) => states.map((state) => ({ what, refusal, none, found, ...state }))),
    ),
  )(
    'after $what, $none for its verification and the status $status',
    async ({ refusal, found, status, reason, final }) => {
      const script = {
        createVerification: refusal,
        getVerification: found,
        getTransaction: transaction({ status }),
      };
      expect(await outcomeOf(script)).toMatchObject({ outcome: 'not_paid', reason, final, payment });
    },
  );

  it.each<[what: string, answer: Scripted]>([
    ['the payer has paid', transaction({ can_be_verified: true })],
    ['the payer has paid, whatever the status', transaction({ status: 'failed', can_be_verified: true })],
    ['it may be pending and paid', transaction({ can_be_verified: undefined })],
    ['it is completed', transaction({ status: 'completed' })],
    ['the gateway does not know', transaction({ status: 'unknown' })],
    ['the status is new', transaction({ status: 'refunded' })],
    ['the status is inherited', transaction({ status: 'constructor' })],
    ['there is no status', transaction({ status: undefined })],
    ['the status is null', transaction({ status: null })],
    ['the status is a list', transaction({ status: ['failed'] })],
    ['the transaction is null', success({ transaction: null })],
    ['the line breaks', 'broken'],
    ['the gateway fails', internal],
  ])('never when %s', async (_, answer) => {
    for (const createVerification of [literal, page, internal]) {
      expect(
        await outcomeOf({ createVerification, getVerification: unverified, getTransaction: answer }),
      ).toMatchObject({ outcome: 'unknown' });
    }
  });

  it.each<[what: string, answer: Scripted]>([
    ['there is half of a verification', verification({ verified_at: null })],
    ['there is the other half', verification({ ref_id: null })],
    ['nobody can say whether it is verified', 'broken'],
    ['its verification is answered by an error page', page],
    ['its verification is answered by an error', internal],
  ])('never when %s', async (_, getVerification) => {
    const getTransaction = transaction({ status: 'failed' });
    for (const createVerification of [literal, page, internal]) {
      expect(await outcomeOf({ createVerification, getVerification, getTransaction })).toMatchObject({
        outcome: 'unknown',
      });
    }
  });

  it('never after -21, which says that it is verified', async () => {
    const getTransaction = transaction({ status: 'failed' });
    expect(
      await outcomeOf({ createVerification: already, getVerification: unverified, getTransaction }),
    ).toMatchObject({ outcome: 'unknown', error: { code: -21 } });
  });

  it.each([
    error('ErrorCredentialsInvalid'),
    error('ErrorCredentialsInvalid', undefined, 403),
    error('ErrorIpNotAllowed', undefined, 401),
    error('ErrorRateLimited', undefined, 503),
  ])('never because the shop itself was refused', async (answer) => {
    const { client, asked } = shop({ createVerification: answer });
    expect(await client.verifyPayment(payment)).toMatchObject({ outcome: 'unknown' });
    expect(asked).toEqual(['createVerification']);
  });
});

describe('a person has to look', () => {
  const other = { amount: 900_000 };
  it.each<Script & { what: string }>([
    { what: 'the gateway does not know the payment', createVerification: error('ErrorTransactionNotFound') },
    {
      what: 'the gateway does not know the payment, at another status',
      createVerification: error('ErrorTransactionNotFound', undefined, 400),
    },
    { what: 'another amount was verified', createVerification: verification(other) },
    { what: 'another amount was verified, as text', createVerification: verification({ amount: '900000' }) },
    { what: 'another payment was verified', createVerification: verification({ authority: 'ANOTHER' }) },
    {
      what: 'another amount was verified before',
      createVerification: already,
      getVerification: verification(other),
    },
    {
      what: 'a lost answer verified another amount',
      createVerification: 'broken',
      getVerification: verification(other),
    },
    {
      what: 'the answer about the verification is about another payment',
      createVerification: already,
      getVerification: verification({ authority: 'ANOTHER' }),
    },
    {
      what: 'the unverified payment has another amount',
      createVerification: literal,
      getVerification: verification({ ...other, ref_id: null, verified_at: null }),
    },
    {
      what: 'the transaction has another amount',
      createVerification: literal,
      getVerification: verificationWithout('amount', 'ref_id', 'verified_at'),
      getTransaction: transaction({ ...other, can_be_verified: true }),
    },
    {
      what: 'the transaction belongs to another order',
      createVerification: literal,
      getVerification: unverified,
      getTransaction: transaction({ order_id: 'ORDER-99999', can_be_verified: true }),
    },
    {
      what: 'the transaction is unknown, although the verification was only refused',
      createVerification: literal,
      getVerification: error('ErrorTransactionNotFound'),
      getTransaction: error('ErrorTransactionNotFound'),
    },
  ])('when $what', async ({ what, ...script }) => {
    expect(await outcomeOf(script)).toMatchObject({ outcome: 'mismatch', payment });
  });

  it('but not for a cart that was left: -2 at 422 for an unpaid payment is no alarm', async () => {
    expect(
      await outcomeOf({
        createVerification: literal,
        getVerification: unverified,
        getTransaction: transaction({ status: 'pending' }),
      }),
    ).toMatchObject({ outcome: 'not_paid', reason: 'payment_unpaid', final: false });
  });
});

describe('createVerification itself', () => {
  const ask = (answer: Scripted) =>
    shop({ createVerification: answer }).client.createVerification({ authority, amount, order_id });

  it.each(unproven)('is no success with %s', async (_, answer) => {
    expect(await ask(answer)).toMatchObject({ ok: false, error: { mayHaveActed: true } });
  });

  it('gives amounts as numbers and references as text, and keeps what is new', async () => {
    expect(await ask(verification({ amount: '250000', ref_id: 123_456_789, fee: '5' }))).toMatchObject({
      ok: true,
      data: { verification: { ...verified, fee: '5' } },
    });
  });

  it.runIf(Number(process.versions.node.split('.')[0]) >= 22)(
    'gives every digit of a reference that is too long for a number',
    async () => {
      const text = JSON.stringify({ success: true, data: { verification: verified, meta: {} } });
      const answer = { body: text.replace('"123456789"', '12345678901234567890') };
      expect(await ask(answer)).toMatchObject({
        ok: true,
        data: { verification: { ref_id: '12345678901234567890' } },
      });
    },
  );
});
