// Keeps what a run has learnt: which examples were replayed, what was seen, and every finding.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { ContractOperation } from '../contract/document.ts';
import { placeOfRule } from '../contract/places.ts';
import type { Evidence, ReceivedAnswer } from '../judge/exchange.ts';
import type { Finding } from '../judge/finding.ts';
import { groundOf, linesOfRule, type Word, wordOf } from '../judge/word.ts';
import { type ReportedExchange, reportedExchange } from '../report/exchange.ts';
import type { Part } from './part.ts';

/** How one case ended; additions alone leave it kept. */
export type Outcome = 'kept' | 'differs' | 'broken' | 'not reached';

export interface RecordedCase {
  part: Part;
  operation: string;
  name: string;
  outcome: Outcome;
  /** Why it was not reached. */
  reason?: string;
  /** Whether only a server of another environment could show it. */
  elsewhere?: true;
  /** How long it took, with whatever had to be waited for; 0 when it was not reached. */
  seconds: number;
}

/** A finding with its word and the exchange that it was made in; what reports show. */
export interface ReportedFinding {
  word: Word;
  /** What findings of one kind have in common: the broken rule, or what was added. */
  kind: string;
  operation: string;
  /** The example that was replayed, or the rule that the request broke on purpose. */
  example: string;
  at: string;
  expected: string;
  got: string;
  /** File and line in openapi/. */
  place: string;
  /** The numbers of the decisions on which the rule rests, when it rests on any. */
  decisions?: readonly number[];
  /** The lines of the published page that state the rule, or whose example shows it. */
  lines?: string;
  /** What to type to repeat this one alone. */
  repeat?: string;
  /** Lines for a shell that show it, where it takes several requests. */
  script?: string[];
  /** What was sent and what came, without secrets and sensitive fields. */
  exchange?: ReportedExchange;
}

/** Everything that was seen on the wire, for the coverage. */
export interface Seen {
  operations: Set<string>;
  /** `createPayment 422`. */
  statuses: Set<string>;
  /** `createPayment X-RateLimit-Limit`. */
  headers: Set<string>;
  codes: Set<number>;
}

export interface Recorder {
  cases: RecordedCase[];
  findings: ReportedFinding[];
  seen: Seen;
  saw: (operation: ContractOperation, answer: ReceivedAnswer, body: unknown) => void;
  /** Records how a case ended by what was found. */
  record: (
    one: {
      part: Part;
      operation: string;
      name: string;
      repeat?: string;
      /** Lines for a shell that show what was found. */
      script?: string[];
      /** Left out, the time since the case before it has ended. */
      seconds?: number;
    },
    findings: Finding[],
  ) => void;
  /** @param isElsewhere whether only a server of another environment could show it */
  notReached: (part: Part, operation: string, name: string, reason: string, isElsewhere?: boolean) => void;
  /** Begins to measure the next case: what happened before belongs to none. */
  begin: () => void;
}

function outcomeOf(findings: Finding[]): Outcome {
  const found = new Set(findings.map(wordOf));
  return found.has('broken') ? 'broken' : found.has('differs') ? 'differs' : 'kept';
}

/** The word of a finding, what it is one of, and what it rests on. */
function grounded(finding: Finding): Pick<ReportedFinding, 'word' | 'kind' | 'decisions' | 'lines'> {
  const word = wordOf(finding);
  if (finding.addition !== undefined) return { word, kind: finding.addition };
  const kind = finding.kind ?? (finding.rule || (finding.place ?? finding.at));
  const ground = groundOf(finding);
  if (ground.kind === 'decision') return { word, kind, decisions: ground.decisions };
  const lines = ground.lines ?? (finding.rule ? linesOfRule(finding.rule) : undefined);
  return { word, kind, ...(lines !== undefined && { lines }) };
}

const plain = (exchange: Evidence) => reportedExchange(exchange, '');

/**
 * @param masked takes the secrets out of whatever is kept, since all of it is printed
 * @param shownExchange how the exchange of a finding is shown
 */
export function createRecorder(
  masked: (text: string) => string,
  shownExchange: (evidence: Evidence) => ReportedExchange = plain,
): Recorder {
  let mark = performance.now();
  /** Seconds since the last case ended. */
  const passed = () => {
    const before = mark;
    mark = performance.now();
    return (mark - before) / 1000;
  };
  const maskedExchange = (evidence: Evidence): ReportedExchange =>
    JSON.parse(masked(JSON.stringify(shownExchange(evidence))));
  const cases: RecordedCase[] = [];
  const all: ReportedFinding[] = [];
  const seen: Seen = { operations: new Set(), statuses: new Set(), headers: new Set(), codes: new Set() };
  return {
    cases,
    findings: all,
    seen,
    saw: (operation, answer, body) => {
      seen.operations.add(operation.id);
      seen.statuses.add(`${operation.id} ${answer.status}`);
      for (const { name } of operation.responses.get(answer.status)?.headers ?? []) {
        if (answer.headers[name.toLowerCase()] !== undefined) seen.headers.add(`${operation.id} ${name}`);
      }
      for (const pointer of ['/error/code', '/status_code']) {
        const code = nodeAt(body, pointer);
        if (typeof code === 'number') seen.codes.add(code);
      }
    },
    begin: () => void passed(),
    record: ({ part, operation, name, repeat, script, seconds }, findings) => {
      const sincePrevious = passed();
      cases.push({
        part,
        operation,
        name,
        outcome: outcomeOf(findings),
        seconds: seconds ?? sincePrevious,
      });
      for (const finding of findings) {
        const { at, expected, got, rule, place, evidence } = finding;
        all.push({
          ...grounded(finding),
          operation,
          example: name,
          at,
          expected: masked(expected),
          got: masked(got),
          place: place ?? placeOfRule(rule),
          ...(repeat && { repeat }),
          ...(script && { script: script.map(masked) }),
          // One request alone shows nothing of what takes several.
          ...(evidence && { exchange: { ...maskedExchange(evidence), ...(script && { curl: '' }) } }),
        });
      }
    },
    notReached: (part, operation, name, reason, isElsewhere = false) => {
      passed();
      const elsewhere = isElsewhere && ({ elsewhere: true } as const);
      cases.push({ part, operation, name, outcome: 'not reached', reason, ...elsewhere, seconds: 0 });
    },
  };
}
