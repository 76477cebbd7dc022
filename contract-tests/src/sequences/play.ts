// Plays one random sequence on fresh shops, and when something is found, looks for the shortest that still shows it.
import fc from 'fast-check';
import { wordOf } from '../judge/word.ts';
import type { Session } from '../run/session.ts';
import type { NewTerminal, SandboxTerminal } from '../targets/target.ts';
import { type Command, type Family, playable } from './command.ts';
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

type Playable = ReturnType<typeof playable>;

const commandsOf = (families: readonly Family[], playableOf: (command: Command) => Playable) =>
  families.flatMap(({ weight, commands }) => Array.from({ length: weight }, () => commands.map(playableOf)));

/** Every sequence that lacks one command or two of these, or the half of one; the last shows the finding, so it stays. */
function* shorterOf(all: readonly Command[]): Generator<Command[]> {
  const last = all.length - 1;
  for (const [index, { parts = [] }] of all.entries()) {
    for (const part of parts) yield all.with(index, part);
  }
  for (let one = 0; one < last; one++) {
    for (let other = one; other < last; other++) {
      yield all.filter((_, index) => index !== one && index !== other);
    }
  }
}

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
  /** The commands that each has played, without those that were impossible. */
  const done = new WeakMap<World, Command[]>();
  let shortest: { terminals: readonly [NewTerminal, NewTerminal]; commands: Command[] } | undefined;

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

  const playableOf = (command: Command) =>
    playable(command, (world) => {
      done.get(world)?.push(command);
      after(world);
    });

  /** @returns whether it has shown what is looked for */
  const attempt = async (
    terminals: readonly [NewTerminal, NewTerminal],
    commands: Iterable<Playable>,
  ): Promise<boolean> => {
    if (problem || (!isFirst && budget.plays <= 0)) return false;
    if (!isFirst) budget.plays--;
    const world = createWorld(session);
    done.set(world, []);
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
    if (!first) return false;
    wanted ??= kindOf(first);
    shortest = { terminals, commands: done.get(world) ?? [] };
    return true;
  };

  const property = fc.asyncProperty(
    fc.tuple(manner, manner),
    fc.commands(commandsOf(families, playableOf), { maxCommands: length, size: 'max' }),
    async (terminals, commands) => {
      if (await attempt(terminals, commands)) throw new Violated(played.found);
    },
  );
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  // fast-check leaves out what stands together. Of two commands apart, either may hide that the other is superfluous.
  for (let isShorter = shortest !== undefined; isShorter; ) {
    isShorter = false;
    const { terminals, commands } = shortest as NonNullable<typeof shortest>;
    for (const fewer of shorterOf(commands)) {
      isShorter = await attempt(terminals, fewer.map(playableOf));
      if (isShorter) break;
    }
  }
  if (problem) throw problem.error;
  return played;
}
