// Judges whether an answer is the one that this request had to get, beyond being a lawful answer at all.
import { isDeepStrictEqual } from 'node:util';
import { type ErrorName, errors } from '../../../generated/facts.ts';
import type { ContractOperation, NamedExample } from '../contract/document.ts';
import { errorNameOf } from './body.ts';
import { type Finding, shown, valueAt } from './finding.ts';

/** What a request must be answered with. Whatever is left out is not asked for. */
export interface Expectation {
  /** The HTTP status. */
  status?: number;
  /** The documented errors of which the answer must be one. */
  errors?: ErrorName[];
  /** The field that `error.details.validation` must name. */
  fields?: string[];
  /** The example that the answer must equal. */
  equals?: NamedExample;
  /** The example that the answer must be like, in what these JSON pointers lead to. */
  like?: { example: NamedExample; pointers: string[] };
}

/** The first JSON pointer at which two values differ, or undefined when they are equal. */
function firstDifference(one: unknown, other: unknown, at = ''): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return at;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const found = firstDifference(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    );
    if (found !== undefined) return found;
  }
  return at;
}

function describe(name: ErrorName): string {
  const { code, type, http } = errors[name];
  return `HTTP ${http[0]} with code ${code} (${type})`;
}

function judgeError(
  value: unknown,
  operation: ContractOperation,
  status: number,
  wanted: ErrorName[],
): Finding[] {
  const response = operation.responses.get(status);
  const name = response && errorNameOf(value, response);
  if (name && wanted.includes(name)) return [];
  const { code } = (valueAt(value, '/error') ?? {}) as { code?: unknown };
  const seen =
    code === undefined ? '' : ` with code ${shown(code)} (${shown(valueAt(value, '/error/type'))})`;
  const success = status < 400 ? ', a success' : '';
  return [
    {
      at: '/status',
      expected: wanted.map(describe).join(', or '),
      got: `HTTP ${status}${seen}${success}`,
      rule: `#/components/schemas/${wanted[0]}/x-status-code/http`,
    },
  ];
}

/** `events.0` and `events[0]` name a field inside the field `events`. */
const names = (key: string, field: string) =>
  key === field || key.startsWith(`${field}.`) || key.startsWith(`${field}[`);

function judgeFields(value: unknown, fields: string[]): Finding[] {
  const named = Object.keys((valueAt(value, '/error/details/validation') ?? {}) as object);
  return fields
    .filter((field) => !named.some((key) => names(key, field)))
    .map((field) => ({
      at: '/body/error/details/validation',
      expected: `the faulty field, ${field}`,
      got: named.length > 0 ? named.join(', ') : 'no field',
      rule: '#/components/schemas/ErrorDetails/properties/validation',
    }));
}

/** Judges an answer against what was expected of it. @param value the body as read; undefined when it could not be */
export function judgeExpectation(
  value: unknown,
  status: number,
  operation: ContractOperation,
  expectation: Expectation,
): Finding[] {
  const { equals, like } = expectation;
  if (expectation.errors) {
    const wrong = judgeError(value, operation, status, expectation.errors);
    if (wrong.length > 0) return wrong;
  }
  if (expectation.status !== undefined && status !== expectation.status) {
    const response = operation.responses.get(expectation.status);
    return [
      {
        at: '/status',
        expected: `HTTP ${expectation.status}`,
        got: `HTTP ${status}${valueAt(value, '/error/code') === undefined ? '' : ` with code ${shown(valueAt(value, '/error/code'))}`}`,
        rule: response?.pointer ?? `${operation.pointer}/responses`,
      },
    ];
  }
  const findings = judgeFields(value, expectation.fields ?? []);
  if (equals) {
    const at = firstDifference(value, equals.value);
    if (at !== undefined) {
      findings.push({
        at: `/body${at}`,
        expected: `the example: ${shown(valueAt(equals.value, at), at)}`,
        got: shown(valueAt(value, at), at),
        rule: equals.pointer,
      });
    }
  }
  for (const pointer of like?.pointers ?? []) {
    const [expected, got] = [valueAt(like?.example.value, pointer), valueAt(value, pointer)];
    if (isDeepStrictEqual(expected, got)) continue;
    findings.push({
      at: `/body${pointer}`,
      expected: `as in the example: ${shown(expected, pointer)}`,
      got: shown(got, pointer),
      rule: like?.example.pointer ?? '#',
    });
  }
  return findings;
}
