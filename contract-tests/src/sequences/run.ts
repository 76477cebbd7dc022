// The part of a run that plays random sequences, and tells of each fault by the shortest sequence that shows it.
import type { Part } from '../run/part.ts';
import type { Progress } from '../run/progress.ts';
import type { Session } from '../run/session.ts';
import { families } from './commands/index.ts';
import { kindOf, playSequence } from './play.ts';
import { scriptOf } from './script.ts';

export interface Sequences {
  session: Session;
  progress: Progress;
  isWanted: (id: string) => boolean;
  repeatOf: (id: string) => string;
  seed: number;
  /** How many are played; as many as the target has time for when it is not said. */
  count: number | undefined;
}

const part: Part = 'sequences';

/** How many sequences are played, and how long they are, where time can be moved on and where it has to be waited for. */
const sizes = { quick: { count: 20, length: 80 }, slow: { count: 2, length: 10 } };

/** How many shorter sequences are tried in a whole run, so that a server without any right answer comes to its end too. */
const mostShrinking = 400;

/** Seeds of neighbours must not draw alike. */
const seedOf = (seed: number, number: number) => Math.imul(seed, 1_000_003) + number;

const nameOf = (number: number, seed: number) => `${number} of seed ${seed}`;

/** Plays the sequences of a seed and records what was found. @throws Unjudgeable when the server has gone */
export async function runSequences({
  session,
  progress,
  isWanted,
  repeatOf,
  seed,
  count,
}: Sequences): Promise<void> {
  const { recorder, target } = session;
  const size = target.control ? sizes.quick : sizes.slow;
  const numbers = Array.from({ length: count ?? size.count }, (_, index) => index + 1);
  const wanted = numbers.filter((number) => isWanted(`sequence ${nameOf(number, seed)}`));
  const reason = session.obstacle(['tokens', 'write']);
  if (reason !== undefined) {
    for (const number of wanted) recorder.notReached(part, 'sequence', nameOf(number, seed), reason);
    return;
  }
  progress.begin('random sequences', wanted.length);
  const possible = families.filter(({ needs }) => session.obstacle([...needs]) === undefined);
  const known = new Set<string>();
  const budget = { plays: mostShrinking };
  for (const number of wanted) {
    const name = nameOf(number, seed);
    const id = `sequence ${name}`;
    const repeat = `${repeatOf(id)} --part ${part}`;
    const drawing = { seed: seedOf(seed, number), length: size.length, families: possible, known, budget };
    const { found, remarks, trace } = await playSequence(session, drawing);
    for (const one of found) known.add(kindOf(one));
    const [first] = found;
    if (first) {
      const script = scriptOf(trace, target);
      const findings = found.filter(({ operation }) => operation === first.operation);
      recorder.record(
        { part, operation: first.operation, name: id, repeat, script },
        findings.map(({ finding }) => finding),
      );
    } else {
      // What an earlier sequence has told already still makes this one a failure.
      const told = Map.groupBy(remarks, ({ operation }) => operation);
      if (told.size === 0) recorder.record({ part, operation: 'sequence', name }, []);
      for (const [operation, all] of told) {
        recorder.record(
          { part, operation, name: id, repeat },
          all.map(({ finding }) => finding),
        );
      }
    }
    progress.step(id);
  }
}
