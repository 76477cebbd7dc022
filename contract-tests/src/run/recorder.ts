// Keeps what a run has learnt: which examples were replayed, what was seen, and every violation.
import type { ContractOperation } from '../contract/document.ts';
import { placeOfRule } from '../contract/places.ts';
import type { ReceivedAnswer } from '../judge/exchange.ts';
import { type Finding, type Violation, valueAt } from '../judge/finding.ts';

/** How one case ended. */
export type Outcome = 'kept' | 'broken' | 'not reached';

export interface RecordedCase {
  part: Part;
  operation: string;
  name: string;
  outcome: Outcome;
  /** Why it was not reached. */
  reason?: string;
}

/** The parts of a run, in the order in which they run. */
export const parts = [
  'replay',
  'requests',
  'negative',
  'behaviour',
  'deliveries',
  'workflows',
  'traffic',
] as const;
export type Part = (typeof parts)[number];

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
  violations: Violation[];
  seen: Seen;
  saw: (operation: ContractOperation, answer: ReceivedAnswer, body: unknown) => void;
  /** Records how a case ended by what was found. */
  record: (
    one: { part: Part; operation: string; name: string; repeat?: string },
    findings: Finding[],
  ) => void;
  notReached: (part: Part, operation: string, name: string, reason: string) => void;
}

/** @param masked takes the secrets out of whatever is kept, since all of it is printed */
export function createRecorder(masked: (text: string) => string): Recorder {
  const cases: RecordedCase[] = [];
  const violations: Violation[] = [];
  const seen: Seen = { operations: new Set(), statuses: new Set(), headers: new Set(), codes: new Set() };
  return {
    cases,
    violations,
    seen,
    saw: (operation, answer, body) => {
      seen.operations.add(operation.id);
      seen.statuses.add(`${operation.id} ${answer.status}`);
      for (const { name } of operation.responses.get(answer.status)?.headers ?? []) {
        if (answer.headers[name.toLowerCase()] !== undefined) seen.headers.add(`${operation.id} ${name}`);
      }
      for (const pointer of ['/error/code', '/status_code']) {
        const code = valueAt(body, pointer);
        if (typeof code === 'number') seen.codes.add(code);
      }
    },
    record: ({ part, operation, name, repeat }, findings) => {
      cases.push({ part, operation, name, outcome: findings.length === 0 ? 'kept' : 'broken' });
      for (const { at, expected, got, rule, place } of findings) {
        violations.push({
          operation,
          example: name,
          at,
          expected: masked(expected),
          got: masked(got),
          place: place ?? placeOfRule(rule),
          ...(repeat && { repeat }),
        });
      }
    },
    notReached: (part, operation, name, reason) => {
      cases.push({ part, operation, name, outcome: 'not reached', reason });
    },
  };
}
