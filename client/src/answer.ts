// Reads an answer that has been found authentic: a success, or one of the errors that the contract documents.
import { type ClientOperation, errors, headers, tokenPrefixes } from '../../generated/client-facts.ts';
import {
  type AnswerFault,
  apiError,
  type FailedCall,
  type IranDargahError,
  transportError,
} from './errors.ts';
import { redact } from './log.ts';

type Json = Record<string, unknown>;

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
}

export type Reading = { body: Json } | { error: IranDargahError };

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** An answer as JSON, or undefined when it is none: an error page of a proxy, or the half of an answer. */
export function parseJson(text: string): Json | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** How long the gateway asks to wait; the end of the window serves only when Retry-After is missing. */
function retryAfterMs(answer: RawAnswer, now: number): number | undefined {
  const wait = Number.parseInt(answer.headers.get(headers.retryAfter) ?? '', 10) * 1000;
  const end = Number.parseInt(answer.headers.get(headers.rateLimitReset) ?? '', 10) * 1000;
  return Math.max(0, wait || end - now) || undefined;
}

/** The documented error that an answer is, if it is one: code, type and status have to agree. */
function documentedError(operation: ClientOperation, status: number, error: Json) {
  return operation.errors.find((name) => {
    const { code, type, http } = errors[name];
    return error.code === code && error.type === type && status === http;
  });
}

/** Why a success is not the answer to this question: signatures cover neither path nor request. */
function foreign(question: Question, data: Json): AnswerFault | undefined {
  const subject = data.transaction ?? data.verification ?? data.refund;
  if (!isObject(subject)) return undefined;
  const authority = question.authority ?? question.fields?.authority;
  if (authority !== undefined) {
    const amount = question.fields?.amount ?? subject.amount;
    if (subject.authority !== authority || subject.amount !== amount) return 'other_payment';
  }
  const testMode = isObject(data.meta) && data.meta.test_mode === true;
  if (testMode && question.token.startsWith(tokenPrefixes.production)) return 'test_mode_with_live_token';
  return undefined;
}

/**
 * Reads the body of an answer.
 * @param now milliseconds since 1970.
 * @returns the body of a success, or a typed error; never anything that the contract does not know.
 */
export function readAnswer(question: Question, answer: RawAnswer, now: number): Reading {
  const { operation } = question;
  const { status } = answer;
  const body = parseJson(answer.text);
  const data = body?.data;
  const meta = body?.meta ?? (isObject(data) ? data.meta : undefined);
  const requestId = isObject(meta) ? (meta.request_id as string) : undefined;
  const unusable = (code: 'unreadable' | 'unexpected', fault: AnswerFault) => ({
    error: transportError(question, code, {
      requestId,
      details: { fault, httpStatus: status, body: redact(body) },
    }),
  });
  if (!body) return unusable('unreadable', 'not_json');
  if (status >= 200 && status < 300) {
    if (!operation.data) return body.success === false ? unusable('unexpected', 'undocumented') : { body };
    if (body.success !== true || !isObject(data) || operation.data.some((field) => !(field in data))) {
      return unusable('unexpected', 'undocumented');
    }
    const fault = foreign(question, data);
    return fault ? unusable('unexpected', fault) : { body };
  }
  const error = body.error;
  const name = isObject(error) && body.success === false && documentedError(operation, status, error);
  if (!name) return unusable('unexpected', 'undocumented');
  return {
    error: apiError(question, name, {
      status,
      details: error.details,
      requestId,
      persian: error.message as string,
      retryAfterMs: name === 'ErrorRateLimited' ? retryAfterMs(answer, now) : undefined,
    }),
  };
}
