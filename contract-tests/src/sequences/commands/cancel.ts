// Cancelling by the shop, in time and too late, and by a stranger.
import fc from 'fast-check';
import { type Command, type Family, hasPayments } from '../command.ts';
import { hand, handOf, paymentOf, reference } from './draw.ts';

export const cancellations: fc.Arbitrary<Command> = fc
  .record({ of: reference, by: hand })
  .map(({ of, by }) => ({
    name: `cancel${by === 'stranger' ? ' as a stranger' : ''}`,
    isPossible: hasPayments,
    play: async (memory, world) => {
      const payment = paymentOf(memory, of, ({ belief }) => belief === 'unpaid');
      const { authority, number } = payment;
      const shop = handOf(memory, payment.shop, by);
      const draft = world.stage.draft('cancelPayment', { authority });
      const { status } = await world.send(shop, draft, { says: `cancels payment ${number}` });
      if (status === 200) payment.belief = 'over';
    },
  }));

export const cancel: Family = { needs: ['write'], weight: 2, commands: cancellations };
