// Reads an answer that has been found authentic: a success, or an error by its code.
import { errors, headers, tokenPrefixes } from '../../generated/client-facts.ts';
import {
  type AnswerFault,
  apiError,
  type ErrorName,
  type FailedCall,
  type IranDargahError,
  transportError,
  unknownCodeError,
} from './errors.ts';
import { proofOf } from './evidence.ts';
import { isObject, isText, type Json, parseJson, wholeNumber } from './json.ts';
import { redact } from './log.ts';

/** What was asked, as far as the answer has to agree with it. */
export interface Question extends FailedCall {
  token: string;
  /** The authority in the path, if there is one. */
  authority?: string;
  /** The body, if there is one. */
  fields?: Json;
}

/** An answer of the gateway that came in full. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** What came, its body read; missing when a middleware gave the text. */
  response?: Response;
}

export type Reading = { body: Json } | { error: IranDargahError };

/** The code of an error, wherever the body says it; undefined in a success and in a body that has none. */
export function codeOf({ success, error, status_code }: Json): number | undefined {
  const own = wholeNumber(isObject(error) ? error.code : undefined);
  return own ?? (success === true ? undefined : wholeNumber(status_code));
}

/** How long the gateway asks to wait; the end of the window serves only after a rate limit that names no time. */
function retryAfterMs({ headers: given, status }: RawAnswer, now: number, code?: number): number | undefined {
  const after = given.get(headers.retryAfter) ?? '';
  const wait = /^\s*[0-9]/.test(after) ? Number.parseInt(after, 10) * 1000 : Date.parse(after) - now;
  const limited = code === errors.ErrorRateLimited.code || status === 429;
  const end = Number.parseInt((limited && given.get(headers.rateLimitReset)) || '', 10) * 1000;
  return Math.max(0, wait || end - now) || undefined;
}

/**
 * The documented error that a code is. Only the faces of a code that has several are told apart, by type and details;
 * the HTTP status has no say (docs/decisions/0081).
 */
function documentedError(names: readonly ErrorName[], code: number, error: Json): ErrorName | undefined {
  const faces = names.filter((name) => errors[name].code === code);
  const reason = isObject(error.details) && error.details.reason !== undefined;
  const type = reason ? errors.ErrorStateForbids.type : error.type;
  return faces.findLast((name) => errors[name].type === type) ?? faces.at(-1);
}

/** Why a success cannot be taken for the answer to this question: signatures cover neither path nor request. */
function faultOf({ name, operation, fields, ...question }: Question, data: Json): AnswerFault | undefined {
  const needed = Object.entries(operation.data ?? {});
  for (const [field, kind] of needed) {
    const value = data[field] ?? undefined;
    const fits = { object: isObject(value), array: Array.isArray(value), value: value !== undefined }[kind];
    if (!fits) return 'undocumented';
  }
  const authority = question.authority ?? fields?.authority;
  const first = needed[0]?.[0] ?? '';
  const subject = first ? data[first] : data.refund;
  if (isObject(subject) && (authority !== undefined || name === 'createPayment')) {
    // What is only assumed of an operation cannot be missed in its answer.
    const named = isText(subject.authority);
    if (!named && !operation.undocumented) return 'undocumented';
    if (named && authority !== undefined && subject.authority !== authority) return 'other_payment';
    const { amount } = subject;
    const other = authority !== undefined && fields?.amount !== undefined && amount !== fields.amount;
    if (other && typeof amount === 'number') return 'other_payment';
    // Whoever delivers on this answer needs all of the proof.
    const verified = first === 'verification' && operation.method === 'POST';
    if (verified && (other || !proofOf(subject))) return 'unproven';
  }
  const testMode = isObject(data.meta) && data.meta.test_mode === true;
  return testMode && question.token.startsWith(tokenPrefixes.production)
    ? 'test_mode_with_live_token'
    : undefined;
}

/** Whether an answer names another request than ours: signatures do not cover which request was answered. */
function namesAnotherRequest(ours: string | undefined, { meta, data }: Json): boolean {
  const places = [meta, isObject(data) ? data.meta : undefined];
  const keys = places.map((place) => (isObject(place) ? place.idempotency_key : undefined));
  return ours !== undefined && keys.some((key) => isText(key) && key !== ours);
}

const textOf = (value: unknown) => (isText(value) ? value : undefined);

/**
 * Reads the body of an answer.
 * @param now milliseconds since 1970.
 * @returns the body of a success, or a typed error: by its code, if the body has one.
 */
export function readAnswer(question: Question, answer: RawAnswer, now: number): Reading {
  const { operation } = question;
  const { status } = answer;
  const body = parseJson(answer.text);
  const data = body?.data;
  const meta = body?.meta ?? (isObject(data) ? data.meta : undefined);
  const requestId = isObject(meta) ? textOf(meta.request_id) : undefined;
  const unusable = (code: 'unreadable' | 'unexpected', fault: AnswerFault) => ({
    error: transportError(question, code, {
      requestId,
      retryAfterMs: retryAfterMs(answer, now),
      details: { fault, httpStatus: status, body: redact(body) },
    }),
  });
  if (!body) return unusable('unreadable', 'not_json');
  if (namesAnotherRequest(question.idempotencyKey, body)) return unusable('unexpected', 'other_request');
  const code = codeOf(body);
  const error = isObject(body.error) ? body.error : {};
  const failed = body.success === false || error.code != null || status < 200 || status >= 300;
  if (!failed && !operation.data) return { body };
  if (!failed && body.success === true && isObject(data)) {
    const fault = faultOf(question, data);
    return fault ? unusable('unexpected', fault) : { body };
  }
  if (!failed || code === undefined) return unusable('unexpected', 'undocumented');
  const trace = {
    status,
    gatewayCode: code,
    details: isObject(error.details) ? error.details : undefined,
    requestId,
    persian: textOf(error.message ?? body.message),
    retryAfterMs: retryAfterMs(answer, now, code),
  };
  const name = documentedError(operation.errors, code, error);
  return {
    error: name ? apiError(question, name, trace) : unknownCodeError(question, textOf(error.type), trace),
  };
}
