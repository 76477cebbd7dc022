// The result of a run, as every kind of report shows it.
import { contractVersion } from '../../../generated/facts.ts';
import type { Measure } from '../coverage.ts';
import type { Violation } from '../judge/finding.ts';
import type { RecordedCase } from '../run/recorder.ts';

export interface Report {
  /** `kept`: no violation. `broken`: at least one. `unjudged`: something stood in the way. */
  verdict: 'kept' | 'broken' | 'unjudged';
  /** Why it could not be judged. */
  problem?: string;
  target: string;
  contractVersion: string;
  seed: number;
  startedAt: string;
  seconds: number;
  cases: RecordedCase[];
  violations: Violation[];
  coverage: Measure[];
}

export const reportOf = (parts: Omit<Report, 'contractVersion'>): Report => ({ ...parts, contractVersion });

/** 0: the contract is kept. 1: it is not. 2: it could not be judged. */
export function exitCodeOf({ verdict }: Pick<Report, 'verdict'>): 0 | 1 | 2 {
  return { kept: 0, broken: 1, unjudged: 2 }[verdict] as 0 | 1 | 2;
}

/** How many cases ended how. */
export function tally(cases: RecordedCase[]): { kept: number; broken: number; notReached: number } {
  const count = (outcome: RecordedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return { kept: count('kept'), broken: count('broken'), notReached: count('not reached') };
}

/** A row of the table: an operation, and for each status how many of its examples were replayed. */
export interface TableRow {
  operation: string;
  cells: Map<string, { replayed: number; total: number; broken: number }>;
}

/** The table operation x status, from the cases that replay examples of answers. */
export function tableOf(cases: RecordedCase[]): { statuses: string[]; rows: TableRow[] } {
  const replays = cases.filter(({ part }) => part === 'replay');
  const statuses = [...new Set(replays.map(({ name }) => name.slice(0, 3)))].sort();
  const rows = [...Map.groupBy(replays, ({ operation }) => operation)].map(([operation, own]) => ({
    operation,
    cells: new Map(
      [...Map.groupBy(own, ({ name }) => name.slice(0, 3))].map(([status, inside]) => {
        const { kept, broken } = tally(inside);
        return [status, { replayed: kept + broken, total: inside.length, broken }] as const;
      }),
    ),
  }));
  return { statuses, rows };
}
