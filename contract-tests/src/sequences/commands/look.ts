// Asking for one payment in each of the three ways, as its owner or as a stranger.
import fc from 'fast-check';
import type { Command, Family } from '../command.ts';
import { aboutPayment, anyPayment, hand, handOf, reference } from './draw.ts';

const ways = ['getPayment', 'getTransaction', 'getVerification'] as const;

export const looks: fc.Arbitrary<Command> = fc
  .record({ of: reference, how: fc.constantFrom(...ways), by: hand })
  .map(({ of, how, by }) =>
    aboutPayment(`${how}, ${by}`, of, anyPayment, async ({ authority, number, shop }, memory, world) => {
      const draft = world.stage.draft(how, { authority });
      await world.send(handOf(memory, shop, by), draft, { says: `asks for payment ${number}` });
    }),
  );

export const look: Family = { needs: [], weight: 4, commands: looks };
