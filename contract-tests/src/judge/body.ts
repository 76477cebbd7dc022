// Judges the body of an answer: readable, of the documented kind, and true to its schema and the catalogue of errors.
import { type ErrorName, errors } from '../../../generated/facts.ts';
import { componentName } from '../../../scripts/generate/document.ts';
import type { ContractOperation, DocumentedResponse } from '../contract/document.ts';
import { brokenRules } from '../contract/schemas.ts';
import type { ReceivedAnswer } from './exchange.ts';
import { type Finding, shown, valueAt } from './finding.ts';
import { spelledAs } from './messages.ts';
import { wanted } from './wording.ts';

/** What could be read of a body, and what was wrong with it. */
export interface ReadBody {
  findings: Finding[];
  value?: unknown;
}

interface ErrorEnvelope {
  success?: unknown;
  error?: { code?: unknown; type?: unknown; message?: unknown };
  message?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mediaTypeOf = ({ headers }: ReceivedAnswer) =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Reads the body as the documented media type. */
export function readBody(answer: ReceivedAnswer, response: DocumentedResponse): ReadBody {
  const got = mediaTypeOf(answer);
  const start = Buffer.from(answer.body).toString('utf8').trim().slice(0, 60);
  if (got !== response.mediaType) {
    const seen = start === '' ? 'no body' : `a body that begins with ${shown(start)}`;
    return {
      findings: [
        {
          at: '/headers/Content-Type',
          expected: response.mediaType,
          got: `${got || 'no content type'} and ${seen}`,
          rule: response.schemaPointer,
        },
      ],
    };
  }
  const malformed = (got: string, expected: string): ReadBody => ({
    findings: [{ at: '/body', expected, got, rule: response.schemaPointer }],
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(answer.body);
  } catch {
    return malformed('bytes that are no UTF-8', 'text in UTF-8');
  }
  if (response.mediaType !== 'application/json') return { findings: [], value: text };
  try {
    return { findings: [], value: JSON.parse(text) };
  } catch {
    return malformed(
      start === ''
        ? 'an empty body'
        : `a body that begins with ${shown(start)} and ends with ${shown(text.slice(-20))}`,
      'well-formed JSON',
    );
  }
}

/** The names of the error schemas with this code; -2 has several faces, told apart by type. */
function named(code: unknown, names: readonly string[]): ErrorName[] {
  return (names as ErrorName[]).filter((name) => errors[name] !== undefined && errors[name].code === code);
}

/** The error of an envelope when the answer claims to be one. */
function errorOf(value: unknown): ErrorEnvelope['error'] | undefined {
  const { success, error } = (isObject(value) ? value : {}) as ErrorEnvelope;
  return isObject(error) && success !== true ? error : undefined;
}

/** The error schema that a body should be held against, of those that the answer may be. */
function chosenError(value: unknown, response: DocumentedResponse): ErrorName | undefined {
  const allowed = response.schemas.map(({ pointer }) => componentName({ $ref: pointer }) ?? '');
  const error = errorOf(value);
  const sameCode = named(error?.code, allowed);
  return sameCode.find((name) => errors[name].type === error?.type) ?? sameCode[0];
}

/** Says where a code belongs that has come with a status or an operation that may not have it. */
function misplacedCode(
  operation: ContractOperation,
  response: DocumentedResponse,
  error: NonNullable<ErrorEnvelope['error']>,
): Finding {
  const faces = named(error.code, Object.keys(errors));
  const [face] = faces;
  const allowed = response.schemas.flatMap(({ pointer }) => {
    const name = componentName({ $ref: pointer }) as ErrorName;
    return errors[name] ? [errors[name].code] : [];
  });
  const expected =
    allowed.length > 0
      ? `one of the codes that ${operation.id} has for HTTP ${response.status}: ${allowed.join(', ')}`
      : `a success, since the status is ${response.status}`;
  if (!face) {
    return {
      at: '/body/error/code',
      expected,
      got: `${shown(error.code)}, which is in no catalogue`,
      rule: response.schemaPointer,
    };
  }
  const statuses = [...new Set(faces.flatMap((name) => [...errors[name].http]))];
  const ofOperation = (operation.facts.errors as readonly string[]).includes(face);
  const wrongStatus = !statuses.includes(response.status as never);
  const whose = wrongStatus
    ? `, which belongs to HTTP ${statuses.join(' or ')}`
    : ofOperation
      ? ''
      : `, which ${operation.id} never answers`;
  return {
    at: '/body/error/code',
    expected,
    got: `${shown(error.code)}${whose}`,
    rule: wrongStatus ? `#/components/schemas/${face}/x-status-code/http` : response.schemaPointer,
  };
}

/** The body with messages spelled as the contract spells them, where they are the same to a reader. */
function withDocumentedMessages(value: unknown, operation: ContractOperation, chosen: ErrorName | undefined) {
  if (!isObject(value)) return value;
  const error = errorOf(value);
  if (error && chosen) {
    return { ...value, error: { ...error, message: spelledAs(error.message, errors[chosen].message) } };
  }
  if (!('message' in value)) return value;
  return { ...value, message: spelledAs(value.message, operation.facts.successMessage) };
}

/** Judges a body that has been read against the schema of its answer. */
export function judgeBody(
  value: unknown,
  operation: ContractOperation,
  response: DocumentedResponse,
): Finding[] {
  const error = errorOf(value);
  const chosen = chosenError(value, response);
  // One finding says more here than the dozen that the wrong schema would give.
  if (error && !chosen && response.mediaType === 'application/json') {
    return [misplacedCode(operation, response, error)];
  }
  const schema = chosen
    ? `#/components/schemas/${chosen}`
    : (response.schemas[0]?.pointer ?? response.schemaPointer);
  const spelled = withDocumentedMessages(value, operation, chosen);
  return brokenRules(schema, spelled).map((broken) => ({
    at: `/body${broken.at}`,
    expected: wanted(broken),
    got: shown(valueAt(spelled, broken.at), broken.at),
    rule: broken.rule,
  }));
}

/** The name of the documented error that an answer is, if it is one. */
export function errorNameOf(value: unknown, response: DocumentedResponse): ErrorName | undefined {
  return chosenError(value, response);
}
