// Judges the body of an answer: readable, of the documented kind, and true to its schema and the catalogue of errors.
import { componentName } from '../../../foundation/reader/document.ts';
import type { ContractOperation, DocumentedResponse } from '../contract/document.ts';
import { type ErrorName, errors } from '../contract/facts.ts';
import type { ReceivedAnswer } from './exchange.ts';
import { type Finding, shown } from './finding.ts';
import { judgeForm } from './form.ts';
import { spelledAs } from './messages.ts';
import { judgeSpelling } from './spelling.ts';
import { deepest, depthOf } from './wire.ts';
import { stated } from './word.ts';

/** What could be read of a body, and what was wrong with it. */
export interface ReadBody {
  findings: Finding[];
  value?: unknown;
  /** The body as it was written, when it is JSON. */
  text?: string;
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
export function readBody(
  answer: ReceivedAnswer,
  { mediaType, schemaPointer }: Pick<DocumentedResponse, 'mediaType' | 'schemaPointer'>,
): ReadBody {
  const got = mediaTypeOf(answer);
  const start = Buffer.from(answer.body).toString('utf8').trim().slice(0, 60);
  // That answers are JSON in UTF-8 shows on every answer of the page, whatever the schema behind it rests on.
  const unreadable = (at: string, expected: string, got: string): ReadBody => ({
    // Of whichever answer it is unreadable, it is one fault.
    findings: [{ at, expected, got, rule: schemaPointer, kind: `${at} no ${expected}`, basis: stated }],
  });
  if (got !== mediaType) {
    const seen = start === '' ? 'no body' : `a body that begins with ${shown(start)}`;
    return unreadable('/headers/Content-Type', mediaType, `${got || 'no content type'} and ${seen}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(answer.body);
  } catch {
    return unreadable('/body', 'text in UTF-8', 'bytes that are no UTF-8');
  }
  if (mediaType !== 'application/json') return { findings: [], value: text };
  if (depthOf(text) > deepest) {
    return unreadable(
      '/body',
      `JSON of no more than ${deepest} levels`,
      `more levels, beginning with ${shown(start)}`,
    );
  }
  try {
    return { findings: [], value: JSON.parse(text), text };
  } catch {
    return unreadable(
      '/body',
      'well-formed JSON',
      start === ''
        ? 'an empty body'
        : `a body that begins with ${shown(start)} and ends with ${shown(text.slice(-20))}`,
    );
  }
}

/** The names of the error schemas with this code; -2 has several faces, told apart by type. */
export function errorsWithCode(code: unknown, names: readonly string[] = Object.keys(errors)): ErrorName[] {
  return (names as ErrorName[]).filter((name) => errors[name] !== undefined && errors[name].code === code);
}

/** The error of an envelope when the answer claims to be one. */
export function errorOf(value: unknown): ErrorEnvelope['error'] | undefined {
  const { success, error } = (isObject(value) ? value : {}) as ErrorEnvelope;
  return isObject(error) && success !== true ? error : undefined;
}

/** Of several faces of one code, the one that has the type of the error; the first where none has. */
export function faceOf(error: ErrorEnvelope['error'], faces: readonly ErrorName[]): ErrorName | undefined {
  return faces.find((name) => errors[name].type === error?.type) ?? faces[0];
}

/** The names of the error schemas that an answer may have. */
export const errorNames = ({ schemas }: DocumentedResponse): string[] =>
  schemas.map(({ pointer }) => componentName({ $ref: pointer }) ?? '');

/** The body with messages spelled as the contract spells them, where they are the same to a reader. */
function withDocumentedMessages(value: unknown, operation: ContractOperation, face: ErrorName | undefined) {
  if (!isObject(value)) return value;
  const error = errorOf(value);
  if (error && face) {
    return { ...value, error: { ...error, message: spelledAs(error.message, errors[face].message) } };
  }
  if (!('message' in value)) return value;
  return { ...value, message: spelledAs(value.message, operation.facts.successMessage) };
}

/** The envelope of an error whose code is in no catalogue. */
const anyError = '#/components/schemas/ErrorResponse';

/**
 * Judges a body that has been read against the schema of its answer.
 * @param face the error that it is, when that is known
 */
export function judgeBody(
  { value, text }: Pick<ReadBody, 'value' | 'text'>,
  operation: ContractOperation,
  response: DocumentedResponse,
  face: ErrorName | undefined,
): Finding[] {
  const success = response.schemas[0]?.pointer ?? response.schemaPointer;
  const schema = face
    ? `#/components/schemas/${face}`
    : errorOf(value) && response.mediaType === 'application/json'
      ? anyError
      : success;
  const findings = judgeForm(schema, withDocumentedMessages(value, operation, face), '/body');
  // That an answer is a success or not is what everything else hangs on, whatever shows its form.
  const form = findings.map((finding) =>
    finding.at === '/body/success' && isObject(value) && typeof value.success === 'boolean'
      ? { ...finding, basis: stated }
      : finding,
  );
  return [...form, ...(text === undefined ? [] : judgeSpelling(text, schema, '/body'))];
}
