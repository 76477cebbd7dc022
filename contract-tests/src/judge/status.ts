// Judges the status of an answer, and finds the documented answer that it must be held against all the same.
import type { ContractOperation, DocumentedResponse } from '../contract/document.ts';
import { type ErrorName, errors } from '../contract/facts.ts';
import { brokenRules } from '../contract/schemas.ts';
import { errorNames, errorOf, errorsWithCode, faceOf, readBody } from './body.ts';
import type { ReceivedAnswer } from './exchange.ts';
import { type Finding, shown } from './finding.ts';
import { assumed, basisOfRule, stated } from './word.ts';

/** What an answer is taken for. */
export interface Taken {
  findings: Finding[];
  /** The documented answer that it is held against; none when it is like none of them. */
  response?: DocumentedResponse;
  /** The error that it is, when it is one of the catalogue. */
  face?: ErrorName;
}

const isSuccess = (status: number) => status >= 200 && status < 300;

/** The body as JSON, when it is JSON, whatever is documented for the status. */
const jsonOf = (answer: ReceivedAnswer) =>
  readBody(answer, { mediaType: 'application/json', schemaPointer: '#' }).value;

const responsesOf = ({ responses }: ContractOperation) => [...responses.values()];

/** A documented answer that lends its headers to an error that has none of its own here. */
const anyRefusal = (operation: ContractOperation, status: number) =>
  operation.responses.get(status) ??
  responsesOf(operation).find((one) => !isSuccess(one.status) && one.mediaType === 'application/json');

/** The codes that an operation may answer, once each. */
const codesOf = ({ facts }: ContractOperation): string =>
  [...new Set(facts.errors.map((name): number => errors[name].code))].join(', ');

type EnvelopedError = NonNullable<ReturnType<typeof errorOf>>;

interface Candidate {
  face: ErrorName;
  response: DocumentedResponse;
}

const candidatesFor = ({ code }: EnvelopedError, operation: ContractOperation): Candidate[] =>
  responsesOf(operation).flatMap((response) =>
    errorsWithCode(code, errorNames(response)).map((face) => ({ face, response })),
  );

/**
 * Of the documented answers with the code of an error, the one that is most like it: by type and status, type, status.
 * Of several like that, it is the one whose rules it breaks least.
 */
function mostLike(candidates: Candidate[], value: unknown, status: number): Candidate | undefined {
  const type = errorOf(value)?.type;
  const likeness = ({ face, response }: Candidate) =>
    (errors[face].type === type ? 2 : 0) + (response.status === status ? 1 : 0);
  const best = Math.max(...candidates.map(likeness));
  const alike = candidates.filter((candidate) => likeness(candidate) === best);
  if (alike.length < 2) return alike[0];
  const broken = ({ face }: Candidate) => brokenRules(`#/components/schemas/${face}`, value).length;
  return alike.sort((one, other) => broken(one) - broken(other))[0];
}

/** The error that a body is, of those that the operation documents; its type and the status tell the faces of one code apart. */
export function documentedFace(
  body: unknown,
  operation: ContractOperation,
  status: number,
): ErrorName | undefined {
  const error = errorOf(body);
  return error && mostLike(candidatesFor(error, operation), body, status)?.face;
}

/** An error whose code the operation documents nowhere: of the catalogue, or quite unknown. */
function strangeError(operation: ContractOperation, status: number, error: EnvelopedError): Taken {
  const face = faceOf(error, errorsWithCode(error.code));
  const response = anyRefusal(operation, status);
  const finding: Finding = {
    at: '/body/error/code',
    expected: `one of the codes of ${operation.id}: ${codesOf(operation)}`,
    got: `${shown(error.code)}, ${face ? `which ${operation.id} never answers` : 'which is in no catalogue'}`,
    rule: face
      ? `${operation.pointer}/responses`
      : '#/components/schemas/ErrorResponse/properties/error/properties/code',
    ...(face ? { basis: assumed(88) } : { addition: `code ${shown(error.code)}` }),
  };
  return { findings: [finding], ...(face && { face }), ...(response && { response }) };
}

/** An error of the catalogue with the status that it came with. */
function knownError({ face, response }: Candidate, status: number, error: EnvelopedError): Taken {
  if (response.status === status) return { findings: [], face, response };
  const finding: Finding = {
    at: '/status',
    expected: `HTTP ${errors[face].http.join(' or ')} for code ${shown(error.code)}`,
    got: `HTTP ${status}`,
    rule: `#/components/schemas/${face}/x-status-code/http`,
  };
  return { findings: [finding], face, response };
}

/** An error under the status of a success: which status an error has is assumed, but 2xx is stated to be none. */
const asSuccess = ({ findings, ...taken }: Taken, status: number): Taken => ({
  ...taken,
  findings: findings.map((finding) => ({ ...finding, at: '/status', got: `HTTP ${status}`, basis: stated })),
});

/** Finds out which documented answer an answer is, by its status and, where that does not say it, by its body. */
export function take(answer: ReceivedAnswer, operation: ContractOperation): Taken {
  const { status } = answer;
  const response = operation.responses.get(status);
  const value = jsonOf(answer);
  const error = errorOf(value);
  if (error && (response?.mediaType ?? 'application/json') === 'application/json') {
    const known = mostLike(candidatesFor(error, operation), value, status);
    const taken = known ? knownError(known, status, error) : strangeError(operation, status, error);
    return isSuccess(status) ? asSuccess(taken, status) : taken;
  }
  if (response) return { findings: [], response };
  const success = responsesOf(operation).find((one) => isSuccess(one.status));
  const documented = [...operation.responses.keys()].join(', ');
  const finding: Finding = {
    at: '/status',
    expected: `a documented status of ${operation.id}: ${documented}`,
    got: `HTTP ${status}`,
    rule: `${operation.pointer}/responses`,
    kind: `undocumented status ${status}`,
    basis: stated,
  };
  if (!success || !isSuccess(status) || value === undefined) return { findings: [finding] };
  const rule = `${operation.pointer}/responses/${success.status}`;
  return { findings: [{ ...finding, rule, basis: basisOfRule(rule) }], response: success };
}
