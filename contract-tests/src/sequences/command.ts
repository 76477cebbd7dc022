// A command of a sequence: what it does, when it can be done, and how fast-check draws, plays and shrinks it.
import type fc from 'fast-check';
import type { Capability } from '../plan/case.ts';
import type { Memory } from './memory.ts';
import type { World } from './world.ts';

export interface Command {
  /** How fast-check shows it. */
  name: string;
  /** Whether there is what it refers to. */
  isPossible: (memory: Memory) => boolean;
  play: (memory: Memory, world: World) => Promise<void>;
  /** What it does at the same moment; one of them may be enough. */
  parts?: readonly Command[];
}

/** Commands of one kind. */
export interface Family {
  needs: readonly Capability[];
  /** How many of these are drawn for one of a family with the weight 1. */
  weight: number;
  commands: fc.Arbitrary<Command>;
}

/** A command in the form that fast-check plays. @param after what is to be done after it; throws to end the sequence */
export function playable(
  { name, isPossible, play }: Command,
  after: (world: World) => void,
): fc.AsyncCommand<Memory, World> {
  return {
    check: isPossible,
    run: async (memory, world) => {
      await play(memory, world);
      after(world);
    },
    toString: () => name,
  };
}
