// Scenes for the answers of refunds, prepared signatures, idempotency keys and the health check.
import { randomUUID } from 'node:crypto';
import type { Scenes } from './scene.ts';
import { keyed, type Stage } from './stage.ts';

const refund = (stage: Stage, body: unknown) => stage.draft('createRefund', { body });

export const createRefund: Scenes = {
  '200 registered': {
    basis: 'decision 12',
    needs: ['payer', 'undocumented'],
    play: async (stage) => {
      const { authority, by } = await stage.verified();
      return stage.ask(refund(stage, { authority }), { as: by });
    },
    like: ['/data/refund/status'],
  },
  '400 paymentNotVerified': {
    basis: 'decision 12',
    needs: ['write', 'undocumented'],
    play: async (stage) => {
      const { authority, by } = await stage.created();
      return stage.ask(refund(stage, { authority }), { as: by });
    },
  },
  '422 invalidRefund': {
    basis: 'decision 12',
    needs: ['write', 'undocumented'],
    play: (stage) => stage.ask(refund(stage, { amount: 0 })),
  },
  '422 refundKeyReused': {
    basis: 'decision 12',
    needs: ['payer', 'undocumented'],
    play: async (stage) => {
      const { authority, amount, by } = await stage.verified();
      const key = `contract-${randomUUID()}`;
      await stage.prepare(keyed(refund(stage, { authority, amount: amount / 2 }), key), { as: by });
      return stage.ask(keyed(refund(stage, { authority, amount: amount / 4 }), key), { as: by });
    },
  },
};

export const prepareRequest: Scenes = {
  '200 signed': {
    needs: ['write', 'signatures'],
    play: (stage) => stage.ask(stage.draft('prepareRequest')),
    like: ['/algorithm'],
  },
  '200 unsigned': {
    basis: 'decision 30',
    needs: ['terminals'],
    play: async (stage) =>
      stage.ask(stage.draft('prepareRequest'), { as: await stage.terminal({ secretKey: null }) }),
    like: ['/signature', '/signature_required'],
  },
  '422 invalidPrepareRequest': {
    basis: 'decision 30',
    needs: ['write'],
    play: (stage) => stage.ask(stage.draft('prepareRequest', { body: { method: 'PATCH' } })),
  },
};

export const getIdempotencyKey: Scenes = {
  '200 key': { play: (stage) => stage.ask(stage.draft('getIdempotencyKey')), like: ['/expires_in'] },
};

export const getHealth: Scenes = {
  '200 ok': { play: (stage) => stage.ask(stage.draft('getHealth')) },
};
