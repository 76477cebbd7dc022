// The result of a run, as every kind of report shows it.

import { demanded } from '../contract/demanded.ts';
import { contractVersion } from '../contract/facts.ts';
import type { Measure } from '../coverage.ts';
import { type Word, words } from '../judge/word.ts';
import type { RecordedCase, ReportedFinding } from '../run/recorder.ts';
import { reasonsInWords } from '../run/vacuous.ts';
import { decisionFile } from './decisions.ts';

/** `kept`: nothing contradicts the contract. `differs`: only what is assumed. `broken`: what is stated. */
export type Verdict = 'kept' | 'differs' | 'broken' | 'unjudged';

export interface Report {
  /** `unjudged`: something stood in the way. */
  verdict: Verdict;
  /** Whether what differs fails the run as well. */
  strict: boolean;
  /** Why it could not be judged. */
  problem?: string;
  target: string;
  contractVersion: string;
  /** The dialects that were demanded. */
  dialects: readonly string[];
  seed: number;
  startedAt: string;
  seconds: number;
  /** How many different findings there are of each word, however often each was made. */
  counts: Record<Word, number>;
  /** All decisions that are contradicted, each with the file that explains it. */
  decisions: { number: number; file: string }[];
  cases: RecordedCase[];
  findings: ReportedFinding[];
  coverage: Measure[];
}

/** Findings of one kind, in the order in which they were made. */
export interface FindingGroup {
  word: Word;
  first: ReportedFinding;
  all: ReportedFinding[];
}

/** Puts findings of one kind together: the worst word first, and of one word the most frequent first. */
export function groupsOf(findings: ReportedFinding[]): FindingGroup[] {
  const groups = [...Map.groupBy(findings, ({ word, kind }) => `${word} ${kind}`).values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ word: first.word, first, all }] : [];
  });
  const rank = ({ word }: FindingGroup) => words.indexOf(word);
  return groups.sort((one, other) => rank(one) - rank(other) || other.all.length - one.all.length);
}

type Given = Omit<Report, 'verdict' | 'contractVersion' | 'dialects' | 'counts' | 'decisions'>;

function verdictOf({ problem }: Given, counts: Report['counts']): Verdict {
  if (problem !== undefined) return 'unjudged';
  if (counts.broken > 0) return 'broken';
  return counts.differs > 0 ? 'differs' : 'kept';
}

/** Makes a report of what a run has found, with the verdict that follows from it. */
export function reportOf(given: Given): Report {
  const groups = groupsOf(given.findings);
  const count = (word: Word) => groups.filter((group) => group.word === word).length;
  const counts = { broken: count('broken'), differs: count('differs'), noted: count('noted') };
  const numbers = new Set(given.findings.flatMap((finding) => finding.decisions ?? []));
  return {
    verdict: verdictOf(given, counts),
    contractVersion,
    dialects: demanded(),
    counts,
    decisions: [...numbers]
      .sort((one, other) => one - other)
      .map((number) => ({ number, file: decisionFile(number) })),
    ...given,
  };
}

/** 0: the contract is kept. 1: it is not; what differs counts only when the run is strict. 2: it could not be judged. */
export function exitCodeOf({ verdict, strict }: Pick<Report, 'verdict' | 'strict'>): 0 | 1 | 2 {
  const codes = { kept: 0, differs: strict ? 1 : 0, broken: 1, unjudged: 2 } as const;
  return codes[verdict];
}

/** Whether a finding fails the run. */
export const isFailure = ({ word }: Pick<ReportedFinding, 'word'>, strict: boolean): boolean =>
  word === 'broken' || (strict && word === 'differs');

const several = (name: string, items: readonly (number | string)[]) =>
  `${name}${items.length === 1 ? '' : 's'} ${items.join(', ')}`;

/** `0 broken, 3 differ (decisions 2, 36), 1 noted`. */
export function countsInWords({ counts, decisions, findings }: Report): string {
  const shown = findings.flatMap(({ word, lines }) => (word === 'differs' && lines ? [lines] : []));
  const grounds = [
    ...(decisions.length > 0
      ? [
          several(
            'decision',
            decisions.map(({ number }) => number),
          ),
        ]
      : []),
    ...(shown.length > 0 ? [several('example', [...new Set(shown)])] : []),
  ];
  const why = counts.differs > 0 && grounds.length > 0 ? ` (${grounds.join('; ')})` : '';
  return `${counts.broken} broken, ${counts.differs} differ${why}, ${counts.noted} noted`;
}

/** As many reasons as fit into a sentence; all of them stand with the parts. */
const reasonsTold = 3;

/** What the verdict does not cover, as the end of its sentence: `; 2 of 30 cases not reached (it takes a sandbox)`. */
function notReachedInWords({ cases }: Report): string {
  const missing = cases.filter(({ outcome }) => outcome === 'not reached');
  if (missing.length === 0) return '';
  return `; ${missing.length} of ${cases.length} cases not reached (${reasonsInWords(missing, reasonsTold)})`;
}

/** The verdict in one sentence, without how long it took. */
export function sentenceOf(report: Report): string {
  const { verdict, problem, target, strict, dialects } = report;
  const dialect = dialects.length > 0 ? ` in the ${several('dialect', dialects)}` : '';
  const counted = `${countsInWords(report)}${notReachedInWords(report)}`;
  if (verdict === 'unjudged') return `Not judged: ${problem}`;
  if (verdict === 'broken') return `${target} breaks the contract${dialect}: ${counted}`;
  return verdict === 'differs' && strict
    ? `${target} does not keep all that the contract assumes${dialect} (--strict): ${counted}`
    : `${target} keeps the contract${dialect} as far as it was reached: ${counted}`;
}

/** What a finding rests on, each with what it is: `assumed`, `decision 2, docs/decisions/0002-…`. */
export function groundsInWords({
  word,
  decisions = [],
  lines,
}: ReportedFinding): [name: string, text: string][] {
  return [
    ...decisions.map((number): [string, string] => [
      'assumed',
      `decision ${number}, ${decisionFile(number)}`,
    ]),
    ...(lines
      ? [[word === 'broken' ? 'stated' : 'shown', `the page, lines ${lines}`] as [string, string]]
      : []),
  ];
}

/** How many cases ended how. */
export function tally(cases: RecordedCase[]): {
  kept: number;
  differs: number;
  broken: number;
  notReached: number;
} {
  const count = (outcome: RecordedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return {
    kept: count('kept'),
    differs: count('differs'),
    broken: count('broken'),
    notReached: count('not reached'),
  };
}

/** A row of the table: an operation, and for each status how many of its examples were replayed. */
export interface TableRow {
  operation: string;
  cells: Map<string, { replayed: number; total: number; differs: number; broken: number }>;
}

/** The table operation x status, from the cases that replay examples of answers. */
export function tableOf(cases: RecordedCase[]): { statuses: string[]; rows: TableRow[] } {
  const replays = cases.filter(({ part }) => part === 'replay');
  const statuses = [...new Set(replays.map(({ name }) => name.slice(0, 3)))].sort();
  const rows = [...Map.groupBy(replays, ({ operation }) => operation)].map(([operation, own]) => ({
    operation,
    cells: new Map(
      [...Map.groupBy(own, ({ name }) => name.slice(0, 3))].map(([status, inside]) => {
        const { kept, differs, broken } = tally(inside);
        return [
          status,
          { replayed: kept + differs + broken, total: inside.length, differs, broken },
        ] as const;
      }),
    ),
  }));
  return { statuses, rows };
}
