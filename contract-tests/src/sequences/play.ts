// Plays one random sequence on fresh shops, and when something is found, looks for the shortest that still shows it.
import fc from 'fast-check';
import { wordOf } from '../judge/word.ts';
import type { Session } from '../run/session.ts';
import type { NewTerminal, SandboxTerminal } from '../targets/target.ts';
import { type Family, playable } from './command.ts';
import { emptyMemory, type Memory, type Shop } from './memory.ts';
import type { Trace } from './trace.ts';
import { createWorld, type Found, type World } from './world.ts';

export interface Drawing {
  /** The same seed draws the same sequence. */
  seed: number;
  /** The most commands of a sequence. */
  length: number;
  families: readonly Family[];
  /** Kinds of findings that need not be shown again. */
  known: ReadonlySet<string>;
  /** How many shorter sequences may still be tried. */
  budget: { plays: number };
}

export interface Played {
  /** What was found in the shortest sequence that shows it; nothing when all is as it has to be. */
  found: Found[];
  trace: Trace;
  /** Additions that were seen on the way, and what is known already. */
  remarks: Found[];
}

/** What findings of one kind have in common, however they come about. */
export const kindOf = ({ operation, finding }: Found): string =>
  `${wordOf(finding)} ${operation} ${finding.at} ${finding.rule}`;

const isNoted = ({ finding }: Found) => wordOf(finding) === 'noted';

/** Ends a sequence: what comes after it would only follow from it. */
class Violated extends Error {
  readonly found: Found[];
  constructor(found: Found[]) {
    super(found.map(({ finding: { at, expected, got } }) => `${at}: ${expected}, not ${got}`).join('; '));
    this.found = found;
  }
}

/** How a terminal is about signatures; shrinking prefers what needs none. */
const manners: readonly NewTerminal[] = [{ secretKey: null }, {}, { requireSignature: true }];
const manner = fc.constantFrom(...manners);

async function openShops(
  world: World,
  wanted: readonly [NewTerminal, NewTerminal],
): Promise<Memory['shops']> {
  const { target } = world.stage.session;
  if (target.control) {
    return [
      { name: 'first', terminal: await world.openTerminal('first', wanted[0]) },
      { name: 'other', terminal: await world.openTerminal('other', wanted[1]) },
    ];
  }
  const { credentials } = target;
  const own: SandboxTerminal = { id: '', ...credentials, token: credentials.token ?? '' };
  return [{ name: 'first', terminal: own } satisfies Shop];
}

const commandsOf = (families: readonly Family[], after: (world: World) => void) =>
  families.flatMap(({ weight, commands }) =>
    Array.from({ length: weight }, () => commands.map((command) => playable(command, after))),
  );

/**
 * Plays the sequence of a seed. The findings of the shortest one are of the kind that was met first.
 * @throws Unjudgeable when the server has gone
 */
export async function playSequence(
  session: Session,
  { seed, length, families, known, budget }: Drawing,
): Promise<Played> {
  let wanted: string | undefined;
  let isFirst = true;
  let problem: { error: unknown } | undefined;
  let played: Played = { found: [], trace: { steps: [], keys: [] }, remarks: [] };
  const seen = new WeakMap<World, number>();

  const after = (world: World) => {
    const fresh = world.found.slice(seen.get(world) ?? 0).filter((one) => !isNoted(one));
    seen.set(world, world.found.length);
    const failing = fresh.filter((one) =>
      wanted === undefined ? !known.has(kindOf(one)) : kindOf(one) === wanted,
    );
    // After a known breach nobody can say what holds; a known difference changes nothing of what follows.
    const isOver = fresh.some(({ finding }) => wordOf(finding) === 'broken');
    if (failing.length > 0 || isOver) throw new Violated(failing);
  };

  const property = fc.asyncProperty(
    fc.tuple(manner, manner),
    fc.commands(commandsOf(families, after), { maxCommands: length, size: 'max' }),
    async (terminals, commands) => {
      if (problem || (!isFirst && budget.plays <= 0)) return;
      if (!isFirst) budget.plays--;
      const world = createWorld(session);
      let found: Found[] = [];
      try {
        await fc.asyncModelRun(
          async () => ({ model: emptyMemory(await openShops(world, terminals)), real: world }),
          commands,
        );
      } catch (error) {
        if (error instanceof Violated) found = error.found;
        else problem = { error };
      }
      if (isFirst || found.length > 0) {
        const remarks = world.found.filter((one) => !found.includes(one));
        // What one command has done after the finding, nobody needs to repeat.
        const steps = world.trace.steps.slice(0, found[0]?.steps);
        played = { found, trace: { ...world.trace, steps }, remarks: isFirst ? remarks : played.remarks };
      }
      isFirst = false;
      const [first] = found;
      if (!first) return;
      wanted ??= kindOf(first);
      throw new Violated(found);
    },
  );
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  if (problem) throw problem.error;
  return played;
}
