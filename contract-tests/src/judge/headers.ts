// Judges the headers of an answer: there when they must be, and well-formed when they are.

import type { ContractOperation, DocumentedResponse } from '../contract/document.ts';
import { type ErrorName, errors, rateLimits, sandbox, signing } from '../contract/facts.ts';
import { brokenRules, schemaAt } from '../contract/schemas.ts';
import type { Circumstances, ReceivedAnswer } from './exchange.ts';
import { type Finding, shown } from './finding.ts';
import { basisOfRule } from './word.ts';
import { wanted } from './wording.ts';

type DocumentedHeader = DocumentedResponse['headers'][number];

/** Whether a request of these circumstances is counted by a window of this operation at all. */
export function isLimited({ facts }: ContractOperation, { signed }: Circumstances): boolean {
  return facts.rateLimits.some((name) => !(signed && rateLimits[name].lifted_by_signature));
}

/** Whether an answer of this operation must be signed in these circumstances (docs/decisions/0010). */
export function mustBeSigned({ path, facts }: ContractOperation, circumstances: Circumstances): boolean {
  const { tokenKnown, secretKey } = circumstances;
  return (
    facts.token && tokenKnown && secretKey !== undefined && path.startsWith(signing.response.path_prefix)
  );
}

/** Whether a documented header must be there, by what the contract says about its presence. */
function isDue(
  { header }: DocumentedHeader,
  face: ErrorName | undefined,
  operation: ContractOperation,
  circumstances: Circumstances,
): boolean {
  if (header.required) return true;
  switch (header['x-present-when']) {
    case 'rate-limited':
      // Whoever may not come in is turned away before anything is counted (docs/decisions/0050).
      return !(face && errors[face].type === 'authorization_error') && isLimited(operation, circumstances);
    case 'terminal-has-secret-key':
      return mustBeSigned(operation, circumstances);
    case 'token-rotated-away':
      return circumstances.tokenRotated ?? false;
    default:
      return false;
  }
}

/** Reads the text of a header as its schema types it; what cannot be read stays text and then breaks the type. */
export function readHeader(text: string, type: unknown): unknown {
  return type === 'integer' && /^-?[0-9]+$/.test(text) ? Number(text) : text;
}

function judgeValue({ name, schemaPointer }: DocumentedHeader, text: string): Finding[] {
  const value = readHeader(text, schemaAt(schemaPointer).value.type);
  return brokenRules(schemaPointer, value).map((broken) => ({
    at: `/headers/${name}`,
    expected: wanted(broken),
    got: shown(text),
    rule: broken.rule,
  }));
}

/** The rule that a header must be there; an answer may rest on something else in this than those that share the header. */
function presenceOf({ header, use, pointer }: DocumentedHeader): Pick<Finding, 'rule' | 'basis'> {
  const keyword = header['x-present-when'] ? 'x-present-when' : 'required';
  return { rule: `${pointer}/${keyword}`, basis: basisOfRule(use) };
}

/** Headers with one condition come together or not at all: the missing ones, when another is there. */
function missingCompanions(answer: ReceivedAnswer, response: DocumentedResponse): Finding[] {
  const isThere = ({ name }: DocumentedHeader) => answer.headers[name.toLowerCase()] !== undefined;
  const conditional = response.headers.filter(({ header }) => header['x-present-when']);
  const groups = Map.groupBy(conditional, ({ header }) => header['x-present-when']);
  return [...groups.values()].flatMap((group) => {
    const there = group.find(isThere);
    if (!there) return [];
    return group
      .filter((documented) => !isThere(documented))
      .map((documented) => ({
        at: `/headers/${documented.name}`,
        expected: `the header ${documented.name}, since ${there.name} is there`,
        got: 'no such header',
        ...presenceOf(documented),
      }));
  });
}

/** Judges every documented header of an answer. */
export function judgeHeaders(
  answer: ReceivedAnswer,
  operation: ContractOperation,
  response: DocumentedResponse,
  circumstances: Circumstances,
  face?: ErrorName,
): Finding[] {
  const textOf = (name: string) => answer.headers[name.toLowerCase()];
  const single = response.headers.flatMap((documented): Finding[] => {
    const text = textOf(documented.name);
    if (text !== undefined) return judgeValue(documented, text);
    if (!isDue(documented, face, operation, circumstances)) return [];
    const when = documented.header['x-present-when'];
    return [
      {
        at: `/headers/${documented.name}`,
        expected: `the header ${documented.name}${when ? ` (present when: ${when})` : ''}`,
        got: 'no such header',
        ...presenceOf(documented),
      },
    ];
  });
  const found = new Set(single.map(({ at }) => at));
  return [...single, ...missingCompanions(answer, response).filter(({ at }) => !found.has(at))];
}

/** What HTTP itself, browsers and the machines between two servers put into answers; no API documents them. */
const ordinary =
  /^(accept-.*|access-control-.*|age|allow|alt-svc|cache-control|connection|content-.*|cross-origin-.*|date|etag|expect-ct|expires|keep-alive|last-modified|link|location|nel|origin-agent-cluster|permissions-policy|pragma|proxy-.*|referrer-policy|report-to|reporting-endpoints|server|server-timing|set-cookie|strict-transport-security|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate|x-cache.*|x-content-type-options|x-dns-prefetch-control|x-download-options|x-frame-options|x-permitted-cross-domain-policies|x-powered-by|x-xss-protection)$/;

/** The headers of an answer that the contract does not have there: additions, whatever they are. */
export function extraHeaders(
  { headers }: ReceivedAnswer,
  { headers: documented, pointer }: DocumentedResponse,
): Finding[] {
  const known = new Set(documented.map(({ name }) => name.toLowerCase()));
  return Object.keys(headers)
    .filter((name) => !known.has(name) && !ordinary.test(name))
    .map((name) => ({
      at: `/headers/${name}`,
      expected: `no header ${name}: it is not documented`,
      got: 'one all the same',
      rule: `${pointer}/headers`,
      addition: `header ${name}`,
    }));
}

/** Which part of a limit a header tells, by the component that describes it. */
const roles: Record<string, 'limit' | 'remaining' | 'reset' | 'wait'> = {
  RateLimitLimit: 'limit',
  ExceededLimit: 'limit',
  RateLimitRemaining: 'remaining',
  ExceededRemaining: 'remaining',
  RateLimitReset: 'reset',
  ExceededReset: 'reset',
  RetryAfter: 'wait',
};

/** What the headers of an answer say about the limit, as far as they are whole numbers. */
export function readLimits(
  { headers }: ReceivedAnswer,
  response: DocumentedResponse,
): Partial<
  Record<'limit' | 'remaining' | 'reset' | 'wait', { value: number; documented: DocumentedHeader }>
> {
  return Object.fromEntries(
    response.headers.flatMap((documented) => {
      const role = roles[documented.pointer.split('/').at(-1) ?? ''];
      const text = headers[documented.name.toLowerCase()];
      if (!role || text === undefined || !/^[0-9]+$/.test(text)) return [];
      return [[role, { value: Number(text), documented }]];
    }),
  );
}

/** Judges what only a server with a clock can keep: limits of the catalogue, and moments that lie in the window. */
export function judgeLimits(
  answer: ReceivedAnswer,
  operation: ContractOperation,
  response: DocumentedResponse,
  { now, sandbox: isSandbox }: Circumstances,
): Finding[] {
  if (now === undefined) return [];
  const windows = [
    ...operation.facts.rateLimits.map((name) => rateLimits[name]),
    ...(isSandbox ? [sandbox.rate_limit] : []),
  ];
  const longest = Math.max(60, ...windows.map(({ window_seconds }) => window_seconds));
  const tolerance = signing.tolerance_seconds;
  const { limit, remaining, reset, wait } = readLimits(answer, response);
  const limits = windows.map((window): number => window.limit);
  const findings: Finding[] = [];
  const judge = (
    read: typeof limit,
    isRight: (value: number) => boolean,
    expected: string,
    rule?: string,
  ) => {
    if (!read || isRight(read.value)) return;
    const { name, pointer } = read.documented;
    findings.push({ at: `/headers/${name}`, expected, got: String(read.value), rule: rule ?? pointer });
  };
  const [first] = operation.facts.rateLimits;
  if (first) {
    judge(
      limit,
      (value) => limits.includes(value),
      `a limit of the catalogue: ${limits.join(' or ')}`,
      `#/x-rate-limits/${first}`,
    );
  }
  if (limit) judge(remaining, (value) => value <= limit.value, `at most the limit, ${limit.value}`);
  judge(
    reset,
    (value) => value >= now - tolerance && value <= now + longest + tolerance,
    `the moment when the window ends, in Unix seconds; now it is ${now}`,
  );
  judge(wait, (value) => value <= longest, `the seconds to wait, at most ${longest}`);
  return findings;
}
