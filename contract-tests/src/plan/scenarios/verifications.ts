// Scenes for the answers of verifications.
import { randomUUID } from 'node:crypto';
import { unverified } from './errors.ts';
import { existing } from './existing.ts';
import type { Scenes } from './scene.ts';
import { keyed, type Stage, type StagedPayment } from './stage.ts';

const verify = (stage: Stage, { authority, amount, by }: StagedPayment, change: object = {}) =>
  stage.ask(stage.draft('createVerification', { body: { authority, amount, ...change } }), { as: by });

export const createVerification: Scenes = {
  '200 verified': {
    needs: ['payer'],
    play: async (stage) => {
      const payment = await stage.paid();
      const answer = await verify(stage, payment);
      if (answer.status === 200) stage.session.shelf.verified ??= payment;
      return answer;
    },
  },
  '400 paymentUnpaid': {
    codeBasis: 'decision 19',
    needs: ['write'],
    play: async (stage) => verify(stage, await stage.created()),
  },
  '400 alreadyVerified': {
    needs: ['payer'],
    play: async (stage) => verify(stage, await stage.someVerified()),
  },
  '422 amountMismatch': {
    codeBasis: 'decision 19',
    needs: ['payer'],
    play: async (stage) => {
      const payment = await stage.paid();
      return verify(stage, payment, { amount: payment.amount + 1000 });
    },
  },
  '422 invalidVerification': {
    basis: 'decision 22, 23',
    needs: ['write'],
    play: (stage) => stage.ask(stage.draft('createVerification', { body: { authority: 'nonsense' } })),
  },
  '422 orderMismatch': {
    basis: 'decision 35',
    needs: ['payer'],
    play: async (stage) => verify(stage, await stage.paid(), { order_id: 'another-order' }),
  },
  '422 verificationKeyReused': {
    basis: 'decision 3',
    needs: ['payer'],
    play: async (stage) => {
      const { authority, amount, by } = await stage.paid();
      const key = `contract-${randomUUID()}`;
      const draft = (body: unknown) => keyed(stage.draft('createVerification', { body }), key);
      await stage.prepare(draft({ authority, amount }), { as: by });
      return stage.ask(draft({ authority, amount: amount + 1000 }), { as: by });
    },
  },
};

export const getVerification: Scenes = {
  '200 verified': {
    play: async (stage) => {
      const { authority, as } = await existing(stage, 'completed');
      return stage.ask(stage.draft('getVerification', { authority }), { as });
    },
  },
  '200 notYet': {
    basis: 'decision 36',
    play: async (stage) => {
      const { authority, as } = await existing(stage, 'pending');
      return stage.ask(stage.draft('getVerification', { authority }), { as });
    },
    like: ['/data/verification/ref_id', '/data/verification/verified_at'],
  },
};

const retry = (stage: Stage, { authority, by }: StagedPayment) =>
  stage.ask(stage.draft('retryVerification', { authority }), { as: by });

export const retryVerification: Scenes = {
  '200 verified': {
    basis: 'decision 37',
    needs: ['payer', 'failures'],
    play: async (stage) => retry(stage, await unverified(stage)),
  },
  '400 paymentExpired': {
    basis: 'decision 37',
    needs: ['time-travel'],
    play: async (stage) => retry(stage, await stage.expired()),
  },
  '400 alreadyVerified': {
    basis: 'decision 37',
    needs: ['payer'],
    play: async (stage) => retry(stage, await stage.someVerified()),
  },
};
