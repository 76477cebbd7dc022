// Money: payments in every state, verified, cancelled and refunded as they may be, and as they must not.
import { sandbox } from '../../../contract/facts.ts';
import type { Finding } from '../../../judge/finding.ts';
import { unverified } from '../errors.ts';
import { beyondEveryLifetime, type Stage, type StagedPayment } from '../stage.ts';
import { asked, inTurn, looked } from './asking.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

/** Large enough that there is a valid amount below it, and small enough for the sandbox. */
const amount = 250_000;

const verifying = (stage: Stage, { authority, by }: StagedPayment, of: number, change: object = {}) =>
  asked(stage, by, 'createVerification', { body: { authority, amount: of, ...change } });

const refunding = (stage: Stage, { authority, by }: StagedPayment, of?: number) =>
  asked(stage, by, 'createRefund', { body: { authority, ...(of !== undefined && { amount: of }) } });

/** Of which a tenth, as if it were in tomans, and ten times as much are valid amounts as well. */
const ofTomans = 1_000_000;

const amounts = behaviour(
  'createVerification',
  'with every other amount, and then with its own',
  async (stage) => {
    const payment = await stage.paid(undefined, { amount: ofTomans });
    const others = [ofTomans - 1, ofTomans / 10, ofTomans + 1, ofTomans * 10];
    const { orderId } = payment;
    const orders = ['another-order', orderId.slice(0, -1), `${orderId}0`];
    return inTurn(
      ...others.map((other) => () => verifying(stage, payment, other)),
      ...orders.map((order_id) => () => verifying(stage, payment, ofTomans, { order_id })),
      () => looked(stage, payment),
      () => verifying(stage, payment, ofTomans, { order_id: orderId }),
      () => verifying(stage, payment, ofTomans),
      () => verifying(stage, payment, ofTomans - 1),
      () => looked(stage, payment),
    );
  },
);

/** Everything that changes a payment, and what it is after each. */
const everything = (stage: Stage, payment: StagedPayment) => {
  const { authority, by } = payment;
  return inTurn(
    () => looked(stage, payment),
    () => refunding(stage, payment),
    () => asked(stage, by, 'retryVerification', { authority }),
    () => verifying(stage, payment, payment.amount - 1),
    () => verifying(stage, payment, payment.amount),
    () => looked(stage, payment),
    () => asked(stage, by, 'cancelPayment', { authority }),
    () => looked(stage, payment),
  );
};

/** Seconds after an end: more than clocks can be apart. */
const aside = 60;

/** The ways of a payment into each of its states. */
const ways: Record<string, (stage: Stage) => Promise<StagedPayment>> = {
  'nobody has paid': (stage) => stage.created(undefined, { amount }),
  'has failed': (stage) => after(stage, 'failed'),
  'was paid without money': (stage) => after(stage, 'insufficient'),
  'the payer has cancelled': (stage) => after(stage, 'cancel'),
  'ran out of time': (stage) => after(stage, 'timeout'),
  'nobody has paid in time': async (stage) => {
    const payment = await stage.created(undefined, { amount });
    await stage.control.advance(payment.by, beyondEveryLifetime);
    await stage.control.tryCard(payment.authority, 'success');
    return payment;
  },
  'was paid and not verified in time': async (stage) => {
    const payment = await stage.paid(undefined, { amount });
    await stage.control.advance(payment.by, beyondEveryLifetime);
    return payment;
  },
  'the shop has cancelled': async (stage) => {
    const payment = await stage.created(undefined, { amount });
    await asked(stage, payment.by, 'cancelPayment', { authority: payment.authority });
    await stage.control.tryCard(payment.authority, 'success');
    return payment;
  },
  'verifies itself': (stage) => stage.paid(undefined, { amount, direct_verify: true }),
  'was paid': (stage) => stage.paid(undefined, { amount }),
};

/** A payment that came to nothing, and that the payer has tried to pay all the same. */
async function after(stage: Stage, act: string): Promise<StagedPayment> {
  const payment = await stage.created(undefined, { amount });
  await stage.control.tryCard(payment.authority, act);
  await stage.control.tryCard(payment.authority, 'success');
  return payment;
}

const states = Object.entries(ways).map(([which, way]) =>
  behaviour(
    'createVerification',
    `and all that changes a payment, where it ${which}`,
    async (stage) => everything(stage, await way(stage)),
    ['control', 'undocumented'],
  ),
);

/** Whoever has paid must get what was ordered, or the money back. */
const cancelled = behaviour(
  'cancelPayment',
  'of what was paid, before it is verified',
  async (stage) => {
    const payment = await stage.paid();
    const { authority, by } = payment;
    return inTurn(
      () => asked(stage, by, 'cancelPayment', { authority }),
      () => looked(stage, payment),
      () => verifying(stage, payment, payment.amount),
    );
  },
  ['payer'],
);

const retried = behaviour('retryVerification', 'after an attempt that failed, twice', async (stage) => {
  const payment = await unverified(stage);
  const { authority, by } = payment;
  return inTurn(
    () => asked(stage, by, 'cancelPayment', { authority }),
    () => looked(stage, payment),
    () => asked(stage, by, 'retryVerification', { authority }),
    () => looked(stage, payment),
    () => asked(stage, by, 'retryVerification', { authority }),
    () => verifying(stage, payment, payment.amount),
  );
});

/** The card of the test that fails, in full and masked, and cards that are like the one that pays at one end alone. */
const others = ['6219861012345678', '621986******5678', '603799******5678', '621986******6789'];

const cards = others.map((card_number) =>
  behaviour(
    'createPayment',
    `that only the card ${card_number} may pay`,
    async (stage): Promise<Finding[]> => {
      const payment = await stage.created(undefined, { amount, card_number });
      await stage.control.tryCard(payment.authority, 'success');
      return inTurn(
        () => looked(stage, payment),
        () => verifying(stage, payment, amount),
        async () => {
          await stage.control.tryCard(payment.authority, 'failed');
          return looked(stage, payment);
        },
      );
    },
  ),
);

/** What is asked for in turn of one verified payment; undefined is the whole. */
const refunds: Record<string, (number | undefined)[]> = {
  'of more than there was, at once': [amount + 1, amount * 10, undefined],
  'in parts, and of more than is left': [100_000, undefined, 150_001, 150_000, 1000],
};

const refunded = Object.entries(refunds).map(([what, parts]) =>
  behaviour(
    'createRefund',
    what,
    async (stage) => {
      const payment = await stage.paid(undefined, { amount });
      await verifying(stage, payment, amount);
      return inTurn(...parts.map((part) => () => refunding(stage, payment, part)), () =>
        looked(stage, payment),
      );
    },
    ['control', 'undocumented'],
  ),
);

/** What was paid out counts as much as what is still to be paid out. */
const paidOut = behaviour(
  'createRefund',
  'of the whole, and again when it is paid out',
  async (stage) => {
    const payment = await stage.paid(undefined, { amount });
    await verifying(stage, payment, amount);
    return inTurn(
      () => refunding(stage, payment),
      () => refunding(stage, payment),
      async () => {
        await stage.control.advance(payment.by, sandbox.refund_payout_seconds + aside);
        return refunding(stage, payment);
      },
    );
  },
  ['control', 'undocumented'],
);

export const moneyBehaviours: Behaviour[] = [
  amounts,
  ...states,
  cancelled,
  retried,
  ...cards,
  ...refunded,
  paidOut,
];
