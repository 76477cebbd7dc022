// Scenes for the answers of payments and of their page.

import { unknownAuthority } from './errors.ts';
import { existing } from './existing.ts';
import { because, type Scene, type Scenes } from './scene.ts';
import { Elsewhere, keyed, keyHeader, type Stage, Unreachable } from './stage.ts';

/** A payment made in this environment; the example of the other environment cannot come. */
const createdIn = (environment: string): Scene => ({
  needs: ['write'],
  play: async (stage) => {
    if (stage.session.target.environment !== environment) {
      throw new Elsewhere(`the server is no ${environment} server`);
    }
    return stage.ask(stage.draft('createPayment', { body: stage.paymentBody() }));
  },
  like: because('decision 40', '/data/meta/environment', '/data/meta/test_mode'),
});

async function keyReused(stage: Stage) {
  const key = `contract-${crypto.randomUUID()}`;
  await stage.prepare(keyed(stage.draft('createPayment', { body: stage.paymentBody() }), key));
  return stage.ask(keyed(stage.draft('createPayment', { body: stage.paymentBody() }), key));
}

export const createPayment: Scenes = {
  '200 production': createdIn('production'),
  '200 sandbox': createdIn('sandbox'),
  '422 invalidPayment': {
    needs: ['write'],
    play: (stage) => {
      const { order_id: _, ...body } = stage.paymentBody({ amount: 1 });
      return stage.ask(stage.draft('createPayment', { body }));
    },
  },
  '422 idempotencyKeyMissing': {
    basis: 'decision 3, 31',
    needs: ['write'],
    play: (stage) => {
      const draft = stage.draft('createPayment', { body: stage.paymentBody() });
      if (draft.operation.facts.idempotencyKey !== 'required') {
        throw new Unreachable('a payment needs no key in this dialect');
      }
      return stage.ask({ ...draft, headers: { [keyHeader]: null } });
    },
  },
  '422 idempotencyKeyReused': { basis: 'decision 3', needs: ['write'], play: keyReused },
};

export const getPayment: Scenes = {
  '200 completed': {
    state: 'COMPLETED',
    play: async (stage) => {
      const { authority, as } = await existing(stage, 'completed');
      return stage.ask(stage.draft('getPayment', { authority }), { as });
    },
    like: ['/data/transaction/status'],
  },
  '200 pending': {
    state: 'AWAITING_PAYMENT',
    play: async (stage) => {
      const { authority, as } = await existing(stage, 'pending');
      return stage.ask(stage.draft('getPayment', { authority }), { as });
    },
    like: ['/data/transaction/status', ...because('decision 53', '/data/transaction/ref_id')],
  },
  '200 timeout': {
    state: 'TIMEOUT',
    basis: 'decision 5',
    needs: ['control'],
    play: async (stage) => {
      const { authority, by } = await stage.expired();
      return stage.ask(stage.draft('getPayment', { authority }), { as: by });
    },
    like: ['/data/transaction/status', '/data/transaction/ref_id'],
  },
};

export const cancelPayment: Scenes = {
  '200 cancelled': {
    state: 'CANCELLED',
    needs: ['write'],
    play: async (stage) => {
      const { authority, by } = await stage.created();
      return stage.ask(stage.draft('cancelPayment', { authority }), { as: by });
    },
    like: [...because('decision 4', '/data/transaction/status'), '/data/transaction/ref_id'],
  },
  '400 paymentExpired': {
    basis: 'decision 34',
    needs: ['control'],
    play: async (stage) => {
      const { authority, by } = await stage.expired();
      return stage.ask(stage.draft('cancelPayment', { authority }), { as: by });
    },
  },
  '400 alreadyVerified': {
    basis: 'decision 34',
    needs: ['control'],
    play: async (stage) => {
      const { authority, by } = await stage.verified();
      return stage.ask(stage.draft('cancelPayment', { authority }), { as: by });
    },
  },
};

export const openPaymentPage: Scenes = {
  '200 page': {
    play: async (stage) => {
      const { authority } = await existing(stage, 'pending');
      return stage.ask(stage.draft('openPaymentPage', { authority }));
    },
  },
  '404 unknownPayment': {
    basis: 'decision 23',
    play: (stage) => stage.ask(stage.draft('openPaymentPage', { authority: unknownAuthority })),
  },
};
