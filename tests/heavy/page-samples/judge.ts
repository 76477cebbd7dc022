// Finds the word for what came of a sample, and the reasons of docs/page-samples/reasons.yaml that explain it.
import type { Outcome, Reason, Verdict } from '../../../foundation/reader/page-samples.ts';
import { differences } from './compare.ts';

export type Reasons = Record<string, Reason>;

/** An answer of the gateway. */
export interface Answer {
  status: number;
  body: string;
}

interface ErrorBody {
  error?: { code?: number; details?: { validation?: object; reason?: string } };
}

/** An outcome whose reasons are found by a predicate; what no reason explains stays visible behind a question mark. */
function explained(
  verdict: Verdict,
  facts: string[],
  reasons: Reasons,
  fits: (reason: Reason, fact: string) => boolean,
) {
  const names = facts.map(
    (fact) => Object.entries(reasons).find(([, reason]) => fits(reason, fact))?.[0] ?? `? ${fact}`,
  );
  return { verdict, reasons: [...new Set(names)].sort() };
}

function refusal({ status, body }: Answer, reasons: Reasons): Outcome {
  const { error } = JSON.parse(body) as ErrorBody;
  const details = [...Object.keys(error?.details?.validation ?? {}), error?.details?.reason];
  return explained('refused', [`${status} ${body}`], reasons, ({ explains: { refusal: known } }) => {
    if (!known || known.status !== status || known.code !== error?.code) return false;
    if (known.says !== undefined && !body.includes(known.says)) return false;
    return known.detail === undefined || details.includes(known.detail);
  });
}

/**
 * Judges the answer that a sample got.
 * @param printed the answer that the page prints; undefined when it prints none.
 */
export function judgeAnswer(answer: Answer, printed: unknown, reasons: Reasons): Outcome {
  if (answer.status >= 300) return refusal(answer, reasons);
  if (printed === undefined) return { verdict: 'works', reasons: [] };
  const found = differences(printed, JSON.parse(answer.body));
  if (found.length === 0) return { verdict: 'as printed', reasons: [] };
  return explained('differs', found, reasons, ({ explains }, fact) =>
    (explains.differences ?? []).some((pattern) => new RegExp(`^${pattern}$`).test(fact)),
  );
}

/** The outcome of a program that does not run as the page prints it. */
export const judgeFailure = (output: string, reasons: Reasons): Outcome =>
  explained(
    'fails',
    [output],
    reasons,
    ({ explains }) => explains.failure !== undefined && output.includes(explains.failure),
  );

/** The outcome of a sample that does what it is for, with what else was found. */
export const judgeFindings = (findings: string[], reasons: Reasons): Outcome =>
  explained('works', findings, reasons, ({ explains }, finding) => explains.finding === finding);
