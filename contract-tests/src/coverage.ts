// How much of the contract a run has reached, and why not the rest.
import { type ContractOperation, operations } from './contract/document.ts';
import { errors, signing, successCodes } from './contract/facts.ts';
import { deliveredExamples } from './plan/replay.ts';
import type { Part } from './run/part.ts';
import type { RecordedCase, Recorder } from './run/recorder.ts';

export interface Missing {
  what: string;
  why: string;
}

export interface Measure {
  /** `operations`, `statuses`, `examples`, … */
  name: string;
  reached: number;
  total: number;
  missing: Missing[];
}

/** Why a header of an operation that was called did not come, by the condition that the contract names. */
export type HeaderReasons = (condition: string | undefined) => string;

function measure(
  name: string,
  all: string[],
  isReached: (what: string) => boolean,
  why: (what: string) => string,
): Measure {
  const missing = all.filter((what) => !isReached(what)).map((what) => ({ what, why: why(what) }));
  return { name, reached: all.length - missing.length, total: all.length, missing };
}

const everyStatus = operations.flatMap(({ id, responses }) =>
  [...responses.keys()].map((status) => `${id} ${status}`),
);

const everyExample = operations.flatMap(({ id, responses }) =>
  [...responses.values()].flatMap(({ status, examples }) =>
    examples.map(({ name }) => `${id} ${status} ${name}`),
  ),
);

const everyRequestExample = operations.flatMap(({ id, requestBody }) =>
  (requestBody?.examples ?? []).map(({ name }) => `${id} request ${name}`),
);

/** Shared answers document headers that some operations cannot have: without a terminal, no signature and no rotation. */
function isPossible(condition: string | undefined, { path, facts }: ContractOperation): boolean {
  if (condition === 'token-rotated-away') return facts.token;
  if (condition !== 'terminal-has-secret-key') return true;
  return facts.token && path.startsWith(signing.response.path_prefix);
}

interface ConditionalHeader {
  operation: string;
  condition: string | undefined;
}

const everyHeader = new Map<string, ConditionalHeader>(
  operations.flatMap((operation) =>
    [...operation.responses.values()]
      .flatMap(({ headers }) => headers)
      .filter(({ header }) => isPossible(header['x-present-when'], operation))
      .map(({ name, header }) => [
        `${operation.id} ${name}`,
        { operation: operation.id, condition: header['x-present-when'] },
      ]),
  ),
);

const everyCode = [
  ...new Set([...Object.values(errors), ...Object.values(successCodes)].map(({ code }): number => code)),
];

const nameOf = ({ operation, name }: RecordedCase) => `${operation} ${name}`;

/** Measures a run. @param untried why whatever was never tried was not */
export function measureCoverage(
  { cases, seen }: Pick<Recorder, 'cases' | 'seen'>,
  headerReason: HeaderReasons,
  untried: string,
): Measure[] {
  const of = (part: Part) => cases.filter((one) => one.part === part);
  const reasons = new Map(cases.map((one) => [nameOf(one), one.reason]));
  const reached = (part: Part) =>
    new Set(
      of(part)
        .filter(({ outcome }) => outcome !== 'not reached')
        .map(nameOf),
    );
  const reason = (what: string) => reasons.get(what) ?? untried;
  const reasonOfStatus = (what: string) =>
    [...reasons].find(([name, why]) => why && name.startsWith(`${what} `))?.[1] ?? untried;
  const reasonOfHeader = (what: string) => {
    const { operation, condition } = everyHeader.get(what) as ConditionalHeader;
    // No condition came about where nothing was asked.
    return seen.operations.has(operation) ? headerReason(condition) : reasonOfStatus(operation);
  };
  const [replayed, sent, delivered] = [reached('replay'), reached('requests'), reached('deliveries')];
  const deliveries = deliveredExamples().flatMap(({ operation, examples }) =>
    examples.map(({ name }) => `${operation} ${name}`),
  );
  return [
    measure(
      'operations',
      operations.map(({ id }) => id),
      (id) => seen.operations.has(id),
      reasonOfStatus,
    ),
    measure('statuses', everyStatus, (what) => seen.statuses.has(what), reasonOfStatus),
    measure('examples of answers', everyExample, (what) => replayed.has(what), reason),
    measure('examples of requests', everyRequestExample, (what) => sent.has(what), reason),
    measure('examples of callbacks and webhooks', deliveries, (what) => delivered.has(what), reason),
    measure('headers', [...everyHeader.keys()], (what) => seen.headers.has(what), reasonOfHeader),
    measure(
      'codes',
      everyCode.map(String),
      (code) => seen.codes.has(Number(code)),
      () => untried,
    ),
  ];
}
