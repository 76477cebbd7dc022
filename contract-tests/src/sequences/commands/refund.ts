// Asking money back: the whole, a part, what is left, one more than there is; again and again, with a key and without.
import fc from 'fast-check';
import type { Command, Family } from '../command.ts';
import type { OwnPayment } from '../memory.ts';
import { aboutPayment, hand, handOf, isKeyed, reference, sendKeyed, verified } from './draw.ts';

const sizes: Record<string, (payment: OwnPayment) => number | undefined> = {
  'the whole': () => undefined,
  half: ({ amount }) => Math.floor(amount / 2),
  'what is left': ({ amount, refunded }) => Math.max(1, amount - refunded),
  'one more than is left': ({ amount, refunded }) => amount - refunded + 1,
  'all but one': ({ amount }) => amount - 1,
};

export const refunds: fc.Arbitrary<Command> = fc
  .record({ of: reference, size: fc.constantFrom(...Object.keys(sizes)), by: hand, isKeyed })
  .map(({ of, size, by, isKeyed }) =>
    aboutPayment(`refund: ${size}, ${by}`, of, verified, async (payment, memory, world) => {
      const { authority, number } = payment;
      const amount = sizes[size]?.(payment);
      const body = { authority, ...(amount !== undefined && { amount }) };
      const draft = world.stage.draft('createRefund', { body });
      const says = `asks for a refund of payment ${number}: ${size}`;
      const { status } = await sendKeyed(
        memory,
        world,
        handOf(memory, payment.shop, by),
        draft,
        isKeyed,
        says,
      );
      if (status === 200) payment.refunded += amount ?? payment.amount - payment.refunded;
    }),
  );

export const refund: Family = { needs: ['write', 'undocumented'], weight: 5, commands: refunds };
