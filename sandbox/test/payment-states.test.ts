// The states of a payment are the contract's, and each has one meaning.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { move } from '../src/payments/move.ts';
import {
  after,
  cameToNothing,
  isOpen,
  isPayable,
  isRetryable,
  isVerifiable,
  isVerified,
  mayBecome,
} from '../src/payments/states.ts';
import type { PaymentState } from '../src/storage/schema.ts';
import { type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

const contract = JSON.parse(
  readFileSync(new URL('../../generated/strict.en.json', import.meta.url), 'utf8'),
) as { 'x-payment-lifecycle': { states: Record<PaymentState, { next: PaymentState[] }> } };
const { states } = contract['x-payment-lifecycle'];
const all = Object.keys(states) as PaymentState[];

/** The states that a question is answered by yes for. */
const those = (question: (state: PaymentState) => boolean) => all.filter(question);

describe('the states of a payment', () => {
  it.each(all)("%s is followed by those that the contract's document names, and by no other", (from) => {
    expect(those((to) => mayBecome(from, to))).toEqual(all.filter((to) => states[from].next.includes(to)));
  });

  it('are all reached by something that can happen to a payment', () => {
    expect(Object.values(after).sort()).toEqual([...all].sort());
  });

  it('begin with the one that none leads to', () => {
    expect(those((to) => !all.some((from) => mayBecome(from, to)))).toEqual([after.creation]);
  });

  it('mean what the shop and the payer can still do', () => {
    expect(those(isPayable)).toEqual(['AWAITING_PAYMENT']);
    expect(those(isVerifiable)).toEqual(['AWAITING_VERIFICATION', 'VERIFICATION_FAILED']);
    expect(those(isRetryable)).toEqual(['VERIFICATION_FAILED']);
  });

  it('are open, verified, or have come to nothing', () => {
    expect(those(isOpen)).toEqual(['AWAITING_PAYMENT', 'AWAITING_VERIFICATION', 'VERIFICATION_FAILED']);
    expect(those(isVerified)).toEqual(['COMPLETED']);
    expect(those(cameToNothing)).toEqual(['FAILED', 'CANCELLED', 'TIMEOUT']);
  });
});

describe('a payment', () => {
  let sandbox: TestSandbox;
  let shop: TestTerminal;
  beforeAll(async () => {
    sandbox = await testSandbox();
    shop = await sandbox.terminal();
  });
  afterAll(() => sandbox.close());
  const moveTo = (authority: string, to: PaymentState, from?: PaymentState[]) =>
    sandbox.services.storage.write((unit) =>
      move(unit, authority, to, sandbox.clock.now(), from === undefined ? {} : { from }),
    );

  it('goes no way that the contract has not, whoever asks for it', async () => {
    const authority = await shop.createPayment();
    await expect(moveTo(authority, after.payment, [after.expiry])).rejects.toThrow('TIMEOUT');
    expect(await moveTo(authority, after.failedVerification)).toBeUndefined();
  });

  it('goes its way once', async () => {
    const authority = await shop.createPayment();
    expect((await moveTo(authority, after.cancellation))?.state).toBe('CANCELLED');
    expect(await moveTo(authority, after.cancellation)).toBeUndefined();
  });
});
