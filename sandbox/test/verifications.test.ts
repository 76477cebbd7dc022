// Verifications: one wins, amounts and orders are compared, and a failed attempt can be retried.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

async function paid(): Promise<string> {
  const authority = await shop.createPayment();
  await shop.pay(authority);
  return authority;
}
const { amount } = payment;

describe('createVerification', () => {
  it('makes the payment completed, with the reference everywhere', async () => {
    const authority = await paid();
    const before = await shop.call('getVerification', { authority });
    expect(before.json.data.verification).toMatchObject({ ref_id: null, verified_at: null, amount });
    const { json } = await shop.call('createVerification', {
      body: { authority, amount, order_id: payment.order_id },
    });
    const { ref_id: reference } = json.data.verification;
    expect(reference).toMatch(/^[0-9]+$/);
    expect((await shop.call('getVerification', { authority })).json.data.verification.ref_id).toBe(reference);
    expect((await shop.call('getPayment', { authority })).json.data.transaction).toMatchObject({
      status: 'completed',
      ref_id: reference,
    });
    expect((await shop.call('getTransaction', { authority })).json.data.transaction).toMatchObject({
      ref_code: reference,
      verification_status: 200,
      can_be_verified: false,
    });
  });

  it('is won by exactly one of many concurrent callers; the others get -21', async () => {
    const authority = await paid();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => shop.call('createVerification', { body: { authority, amount } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ json }) => json.error?.code === -21)).toHaveLength(49);
  });

  it('refuses another amount and another order, both at once, and changes nothing', async () => {
    const authority = await paid();
    const { status, json } = await shop.call('createVerification', {
      body: { authority, amount: amount + 1, order_id: 'OTHER' },
    });
    expect([status, Object.keys(json.error.details.validation)]).toEqual([422, ['amount', 'order_id']]);
    expect((await shop.call('createVerification', { body: { authority, amount } })).status).toBe(200);
    // Already verified comes before the comparison.
    expect(
      (await shop.call('createVerification', { body: { authority, amount: amount + 1 } })).json.error.code,
    ).toBe(-21);
  });

  it('does not verify what nobody has paid', async () => {
    const authority = await shop.createPayment();
    const { status, json } = await shop.call('createVerification', { body: { authority, amount } });
    expect([status, json.error.type, json.error.details.reason]).toEqual([
      400,
      'business_logic_error',
      'payment_unpaid',
    ]);
  });
});

describe('retryVerification', () => {
  it.each([996, -31, -500])('succeeds after an attempt that failed with %i', async (code) => {
    const authority = await paid();
    await sandbox.control('faults', { terminal: shop.id, code });
    const failed = await shop.call('createVerification', { body: { authority, amount } });
    expect([failed.status, failed.json.error.code]).toEqual([500, code]);
    expect((await shop.call('getTransaction', { authority })).json.data.transaction).toMatchObject({
      status: 'pending',
      workflow_state: 'VERIFICATION_FAILED',
      can_be_verified: true,
    });
    expect((await shop.call('retryVerification', { authority })).json.data.verification.amount).toBe(amount);
    expect((await shop.call('retryVerification', { authority })).json.error.code).toBe(-21);
  });

  it('does not take the place of the first attempt', async () => {
    const authority = await paid();
    const { json } = await shop.call('retryVerification', { authority });
    expect(json.error.details.reason).toBe('payment_paid');
  });
});
