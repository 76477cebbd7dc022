// Two requests at the same moment, whose order nobody knows.
import fc from 'fast-check';
import type { Command, Family } from '../command.ts';
import { cancellations } from './cancel.ts';
import { looks } from './look.ts';
import { refunds } from './refund.ts';
import { repetitions } from './repeat.ts';
import { retries, verifications } from './verify.ts';

const together = (one: Command, other: Command): Command => ({
  name: `at once: ${one.name} | ${other.name}`,
  parts: [one, other],
  isPossible: (memory) => one.isPossible(memory) && other.isPossible(memory),
  play: (memory, world) =>
    world.atOnce(
      () => one.play(memory, world),
      () => other.play(memory, world),
    ),
});

const pairs = (all: fc.Arbitrary<Command>[]) =>
  fc.tuple(fc.oneof(...all), fc.oneof(...all)).map(([one, other]) => together(one, other));

export const atOnce: Family = {
  needs: ['write', 'undocumented'],
  weight: 3,
  commands: pairs([verifications, cancellations, refunds, retries, looks, repetitions]),
};
