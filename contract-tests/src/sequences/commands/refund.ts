// Asking money back: the whole, a part, what is left, one more than there is; again and again, with a key and without.
import fc from 'fast-check';
import { keyed } from '../../plan/scenarios/stage.ts';
import { type Command, type Family, hasPayments } from '../command.ts';
import type { OwnPayment } from '../memory.ts';
import { hand, handOf, paymentOf, reference } from './draw.ts';

const sizes: Record<string, (payment: OwnPayment) => number | undefined> = {
  whole: () => undefined,
  half: ({ amount }) => Math.floor(amount / 2),
  'what is left': ({ amount, refunded }) => Math.max(1, amount - refunded),
  'one more than is left': ({ amount, refunded }) => amount - refunded + 1,
  'all but one': ({ amount }) => amount - 1,
};

export const refunds: fc.Arbitrary<Command> = fc
  .record({
    of: reference,
    size: fc.constantFrom(...Object.keys(sizes)),
    by: hand,
    isKeyed: fc.constantFrom(false, false, true),
  })
  .map(({ of, size, by, isKeyed }) => ({
    name: `refund: ${size}${by === 'stranger' ? ' as a stranger' : ''}`,
    isPossible: hasPayments,
    play: async (memory, world) => {
      const payment = paymentOf(memory, of, ({ belief }) => belief === 'verified');
      const { authority, number } = payment;
      const shop = handOf(memory, payment.shop, by);
      const amount = sizes[size]?.(payment);
      const body = { authority, ...(amount !== undefined && { amount }) };
      const plain = world.stage.draft('createRefund', { body });
      const key = isKeyed ? world.freshKey() : undefined;
      const draft = key === undefined ? plain : keyed(plain, key);
      const { status } = await world.send(shop, draft, {
        says: `asks for a refund of payment ${number}: ${size}`,
      });
      if (key !== undefined) memory.keyed.push({ draft, key, shop });
      if (status === 200) payment.refunded += amount ?? payment.amount - payment.refunded;
    },
  }));

export const refund: Family = { needs: ['write', 'undocumented'], weight: 4, commands: refunds };
