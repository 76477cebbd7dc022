// The judge: one exchange and what is known about it go in, every way in which the answer is not as the contract has it comes out.
import type { ContractOperation } from '../contract/document.ts';
import { judgeBody, readBody } from './body.ts';
import type { Circumstances, Exchange } from './exchange.ts';
import { type Expectation, judgeExpectation } from './expectation.ts';
import type { Finding } from './finding.ts';
import { extraHeaders, judgeHeaders, judgeLimits } from './headers.ts';
import { judgeSignature } from './signature.ts';
import { judgeCharset, judgeRepeatedHeaders } from './spelling.ts';
import { take } from './status.ts';
import { judgeTime } from './time.ts';
import { asFirmAs, isBroken, wordOf } from './word.ts';

/** What was learnt of an exchange: the findings, and the body for whoever goes on with it. */
export interface Verdict {
  findings: Finding[];
  body?: unknown;
  /** The documented status of what the answer was taken for; another than its own where that is only assumed. */
  status?: number;
}

/** Two judges may see the same fault; the first says it in the better words. */
function withoutRepetition(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ at, rule }) => {
    const key = `${at} ${rule}`;
    return !seen.has(key) && seen.add(key);
  });
}

const isWithin = (one: string, other: string) => one === other || one.startsWith(`${other}/`);

/** What was expected, without the comparisons that only fail because of what was found at the same place already. */
function withoutConsequences(expected: Finding[], form: Finding[]): Finding[] {
  const causes = form.filter((finding) => wordOf(finding) !== 'noted').map(({ at }) => at);
  return expected.filter(({ at }) => !causes.some((cause) => isWithin(at, cause) || isWithin(cause, at)));
}

/**
 * Judges an exchange of an operation. Pure: the same input gives the same verdict.
 * @param expectation what this very request had to get; leave it out to judge lawfulness alone
 */
export function judge(
  { answer }: Exchange,
  operation: ContractOperation,
  circumstances: Circumstances,
  expectation: Expectation = {},
): Verdict {
  const { findings: statusFindings, response, face } = take(answer, operation);
  if (!response) return { findings: asFirmAs(operation, statusFindings) };
  const read = readBody(answer, response);
  const readable = read.findings.length === 0;
  const form = readable ? judgeBody(read, operation, response, face) : read.findings;
  const isSound = !isBroken(form);
  const expected = judgeExpectation(read.value, { answer, face, response }, operation, expectation);
  const findings = [
    ...statusFindings,
    ...form,
    ...judgeHeaders(answer, operation, response, circumstances, face),
    ...extraHeaders(answer, response),
    ...judgeCharset(answer, response.schemaPointer),
    ...judgeRepeatedHeaders(
      answer,
      response.headers.map(({ name }) => name),
      response.pointer,
    ),
    ...judgeSignature(answer, operation, response, circumstances),
    ...(isSound ? judgeLimits(answer, operation, response, circumstances) : []),
    ...(readable && circumstances.now !== undefined && circumstances.fresh !== false
      ? judgeTime(read.value, circumstances.now)
      : []),
    // An unreadable or unlawful body cannot be compared; saying so twice would hide the cause.
    ...withoutConsequences(isSound ? expected : expected.filter(({ at }) => at === '/status'), form),
  ];
  return {
    body: read.value,
    status: response.status,
    findings: asFirmAs(operation, withoutRepetition(findings)),
  };
}
