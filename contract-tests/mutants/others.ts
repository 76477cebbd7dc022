// Shows mutants to judges of others: what they find beyond what they hold against the right sandbox is caught.
import type { Mutant } from './mutant.ts';
import type { OtherJudge } from './score.ts';
import { type Served, serving } from './served.ts';

/** A judge of others. */
export interface Judge {
  name: string;
  /** How it is run, in a few words with its version. */
  manner: string;
  /** @returns the kinds of failures that it finds, by names that are the same for the same failure */
  judge: (server: Served) => Promise<string[]>;
}

async function findingsOn(mutant: Mutant | undefined, { judge }: Judge): Promise<string[]> {
  const server = await serving(mutant);
  try {
    return await judge(server);
  } finally {
    await server.close();
  }
}

/**
 * Lets one judge try mutants, one after the other.
 * @param tell is told of each as soon as it is known
 * @returns which it was shown, and which it caught; what it could not judge it did not catch
 */
export async function shownTo(
  judge: Judge,
  mutants: readonly Mutant[],
  tell: (id: string, caught: boolean) => void = () => {},
): Promise<OtherJudge> {
  const known = new Set(await findingsOn(undefined, judge));
  const caught: string[] = [];
  for (const mutant of mutants) {
    const findings = await findingsOn(mutant, judge).catch(() => []);
    const isCaught = findings.some((finding) => !known.has(finding));
    if (isCaught) caught.push(mutant.id);
    tell(mutant.id, isCaught);
  }
  return { name: judge.name, manner: judge.manner, shown: mutants.map(({ id }) => id), caught };
}
