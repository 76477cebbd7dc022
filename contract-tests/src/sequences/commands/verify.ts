// Verifying: with the amount itself, a smaller or a larger one, the right order or another, twice, by a stranger, with a key.
import fc from 'fast-check';
import type { Command, Family } from '../command.ts';
import type { OwnPayment } from '../memory.ts';
import type { World } from '../world.ts';
import { aboutPayment, hand, handOf, isKeyed, paid, reference, sendKeyed } from './draw.ts';

const differences = fc.constantFrom(0, 0, 0, -1, -1000, -50_000, 1, 1000);
const orders = fc.constantFrom(
  ...Array.from({ length: 5 }, () => undefined),
  'right' as const,
  'wrong' as const,
);

const inWords = (difference: number) =>
  difference === 0
    ? 'its amount'
    : `${Math.abs(difference)} ${difference < 0 ? 'less' : 'more'} than its amount`;

/** Verifies a payment as a shop does when all is well. */
export async function verifyRightly(payment: OwnPayment, world: World): Promise<void> {
  const { authority, amount, shop, number } = payment;
  const draft = world.stage.draft('createVerification', { body: { authority, amount } });
  const { status } = await world.send(shop, draft, { says: `verifies payment ${number} with its amount` });
  if (status === 200) payment.belief = 'verified';
}

export const verifications: fc.Arbitrary<Command> = fc
  .record({ of: reference, difference: differences, order: orders, by: hand, isKeyed })
  .map(({ of, difference, order, by, isKeyed }) =>
    aboutPayment(`verify with ${inWords(difference)}, ${by}`, of, paid, async (payment, memory, world) => {
      const { authority, amount, orderId, number } = payment;
      const body = {
        authority,
        amount: amount + difference,
        ...(order && { order_id: order === 'right' ? orderId : `not-${orderId}` }),
      };
      const draft = world.stage.draft('createVerification', { body });
      const says = `verifies payment ${number} with ${inWords(difference)}${order ? ` and the ${order} order` : ''}`;
      const { status } = await sendKeyed(
        memory,
        world,
        handOf(memory, payment.shop, by),
        draft,
        isKeyed,
        says,
      );
      if (status === 200) payment.belief = 'verified';
    }),
  );

export const verify: Family = { needs: ['write'], weight: 8, commands: verifications };

export const retries: fc.Arbitrary<Command> = fc.record({ of: reference, by: hand }).map(({ of, by }) =>
  aboutPayment(`retry the verification, ${by}`, of, paid, async (payment, memory, world) => {
    const { authority, number, shop } = payment;
    const draft = world.stage.draft('retryVerification', { authority });
    const says = `retries the verification of payment ${number}`;
    const { status } = await world.send(handOf(memory, shop, by), draft, { says });
    if (status === 200) payment.belief = 'verified';
  }),
);

export const retry: Family = { needs: ['write'], weight: 1, commands: retries };
