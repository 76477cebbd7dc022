// Time passes: seconds, minutes, beyond the lifetime of a payment, beyond a day.
import fc from 'fast-check';
import { paymentLifecycle } from '../../contract/facts.ts';
import type { Family } from '../command.ts';
import { shopOf } from '../memory.ts';
import { shops } from './draw.ts';

/** So far from every edge that clocks may differ by some seconds. */
const margin = 60;
const { production, sandbox } = paymentLifecycle.lifetime_seconds;
const spans = [1, 60, 600, sandbox + margin, production + margin, 86_400 + margin];

export const clock: Family = {
  needs: ['control'],
  weight: 2,
  commands: fc.record({ shop: shops, seconds: fc.constantFrom(...spans) }).map(({ shop, seconds }) => ({
    name: `${seconds} s pass`,
    isPossible: () => true,
    play: (memory, world) => world.advance(shopOf(memory, shop), seconds),
  })),
};
