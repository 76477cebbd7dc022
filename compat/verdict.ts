// Compares what was found of a tool with what is known of it: a new failure is a mistake, and so is a fault that healed.
import { cells, type Finding } from './cells.ts';
import type { Fault } from './faults.ts';
import type { Result } from './results.ts';

/** How much of what a tool said is printed. */
const longest = 2_000;

/** @returns one line or more for each thing that is not as it is known; none when all is. */
export function mistakes(id: string, finding: Finding, faults: Fault[]): string[] {
  const own = faults.filter(({ tool }) => tool === id);
  const found = cells.flatMap((cell) => {
    const known = own.some((fault) => fault.cell === cell);
    const outcome = finding.outcomes[cell];
    if (outcome === false && !known) {
      return [`${id} fails at «${cell}»:\n${(finding.failures[cell] ?? '').slice(-longest)}`];
    }
    if (outcome === true && known) {
      return [`${id} does «${cell}» now: take the fault out of compat/faults.yaml`];
    }
    if (outcome === null && known) {
      return [`${id} has a fault at «${cell}» in compat/faults.yaml that could not be tried`];
    }
    return [];
  });
  return found;
}

/** @returns whether a tool does everything without the options that it is said to need. */
export function needless(id: string, bare: Finding | undefined): string[] {
  if (!bare || cells.some((cell) => bare.outcomes[cell] !== true)) return [];
  return [`${id} needs its options no longer: take them, and what is said of them, out of its tool.mts`];
}

/** @returns what of a tool stands otherwise in the documentation. */
export function outdated(now: Result, written: Result | undefined): string[] {
  if (JSON.stringify(now) === JSON.stringify(written)) return [];
  return [`${now.id} stands otherwise in docs/compatibility: run \`npm run compat -- --write\` and commit`];
}
