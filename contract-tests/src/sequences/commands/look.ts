// Asking for one payment in each of the three ways, as its owner or as a stranger.
import fc from 'fast-check';
import { type Command, type Family, hasPayments } from '../command.ts';
import { hand, handOf, paymentOf, reference } from './draw.ts';

export const looks: fc.Arbitrary<Command> = fc
  .record({
    of: reference,
    how: fc.constantFrom('getPayment' as const, 'getTransaction' as const, 'getVerification' as const),
    by: hand,
  })
  .map(({ of, how, by }) => ({
    name: `${how}${by === 'stranger' ? ' as a stranger' : ''}`,
    isPossible: hasPayments,
    play: async (memory, world) => {
      const payment = paymentOf(memory, of, () => true);
      const { authority, number } = payment;
      const shop = handOf(memory, payment.shop, by);
      await world.send(shop, world.stage.draft(how, { authority }), { says: `asks for payment ${number}` });
    },
  }));

export const look: Family = { needs: [], weight: 5, commands: looks };
