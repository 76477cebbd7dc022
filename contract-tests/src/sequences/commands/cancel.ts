// Cancelling by the shop, in time and too late, and by a stranger.
import fc from 'fast-check';
import type { Command, Family } from '../command.ts';
import { aboutPayment, hand, handOf, reference, unpaid } from './draw.ts';

export const cancellations: fc.Arbitrary<Command> = fc.record({ of: reference, by: hand }).map(({ of, by }) =>
  aboutPayment(`cancel, ${by}`, of, unpaid, async (payment, memory, world) => {
    const { authority, number, shop } = payment;
    const draft = world.stage.draft('cancelPayment', { authority });
    const { status } = await world.send(handOf(memory, shop, by), draft, {
      says: `cancels payment ${number}`,
    });
    if (status === 200) payment.belief = 'over';
  }),
);

export const cancel: Family = { needs: ['write'], weight: 3, commands: cancellations };
