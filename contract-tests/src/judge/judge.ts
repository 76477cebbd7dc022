// The judge: one exchange and what is known about it go in, every way in which the answer breaks the contract comes out.
import type { ContractOperation } from '../contract/document.ts';
import { judgeBody, readBody } from './body.ts';
import type { Circumstances, Exchange } from './exchange.ts';
import { type Expectation, judgeExpectation } from './expectation.ts';
import type { Finding } from './finding.ts';
import { judgeHeaders, judgeLimits } from './headers.ts';
import { judgeSignature } from './signature.ts';
import { judgeTime } from './time.ts';

/** What was learnt of an exchange: the findings, and the body for whoever goes on with it. */
export interface Verdict {
  findings: Finding[];
  body?: unknown;
}

/** Two judges may see the same fault; the first says it in the better words. */
function withoutRepetition(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ at, rule }) => {
    const key = `${at} ${rule}`;
    return !seen.has(key) && seen.add(key);
  });
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
  const response = operation.responses.get(answer.status);
  if (!response) {
    const documented = [...operation.responses.keys()].join(', ');
    const finding: Finding = {
      at: '/status',
      expected: `a documented status of ${operation.id}: ${documented}`,
      got: `HTTP ${answer.status}`,
      rule: `${operation.pointer}/responses`,
    };
    return { findings: [finding] };
  }
  const read = readBody(answer, response);
  const readable = read.findings.length === 0;
  const bodyFindings = readable ? judgeBody(read.value, operation, response) : read.findings;
  const expected = judgeExpectation(read.value, answer.status, operation, expectation);
  return {
    body: read.value,
    findings: withoutRepetition([
      ...bodyFindings,
      ...judgeHeaders(answer, operation, response, circumstances),
      ...judgeSignature(answer, operation, response, circumstances),
      ...(bodyFindings.length === 0 ? judgeLimits(answer, operation, response, circumstances) : []),
      ...(readable && circumstances.now !== undefined && circumstances.fresh !== false
        ? judgeTime(read.value, circumstances.now)
        : []),
      // An unreadable or unlawful body cannot be compared; saying so twice would hide the cause.
      ...(bodyFindings.length === 0 ? expected : expected.filter(({ at }) => at === '/status')),
    ]),
  };
}
