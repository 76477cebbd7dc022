// Judges whether an answer is the one that this request had to get, beyond being a lawful answer at all.
import { isDeepStrictEqual } from 'node:util';
import type { Basis } from '../../../foundation/reader/basis.ts';
import { nodeAt, under } from '../../../foundation/reader/pointers.ts';
import type { ContractOperation, DocumentedResponse, NamedExample } from '../contract/document.ts';
import { type ErrorName, errors } from '../contract/facts.ts';
import { fieldPointer } from '../contract/schemas.ts';
import { errorOf } from './body.ts';
import type { ReceivedAnswer } from './exchange.ts';
import { type Finding, shown } from './finding.ts';
import { basisOfRule, groundOf, stated, weaker } from './word.ts';

/** A place at which an answer must be as an example. */
export interface Likeness {
  /** JSON pointer into the body. */
  at: string;
  /** What it rests on, when it is not the field itself that decides. */
  basis?: Basis;
}

/** What a request must be answered with. Whatever is left out is not asked for. */
export interface Expectation {
  /** The HTTP status of a success. */
  status?: number;
  /** The documented errors of which the answer must be one. */
  errors?: ErrorName[];
  /** The field that `error.details.validation` must name. */
  fields?: string[];
  /** The example that the answer must equal. */
  equals?: NamedExample;
  /** The example that the answer must be like. */
  like?: { example: NamedExample; places: Likeness[] };
  /** What it rests on that this request is answered so; left out, the page states it. */
  basis?: Basis;
  /** What it rests on that just this code comes, when that a request like this is refused at all is firmer. */
  codeBasis?: Basis;
}

/** An answer with what it was taken for. */
export interface TakenAnswer {
  answer: ReceivedAnswer;
  response: DocumentedResponse;
  face?: ErrorName | undefined;
}

/** The JSON pointers at which two values differ, each as deep as they both go. */
function differences(one: unknown, other: unknown, at = ''): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [at];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      under(at, key),
    ),
  );
}

function describe(name: ErrorName): string {
  const { code, type, http } = errors[name];
  return `HTTP ${http[0]} with code ${code} (${type})`;
}

function judgeError(
  value: unknown,
  { answer: { status }, face }: TakenAnswer,
  { errors: wanted = [], basis = stated, codeBasis = basis }: Expectation,
): Finding[] {
  if (face && wanted.includes(face)) return [];
  const error = errorOf(value);
  const sameCode = error && wanted.find((name) => errors[name].code === error.code);
  const seen = error ? ` with code ${shown(error.code)} (${shown(error.type)})` : '';
  const finding: Finding = {
    at: '/status',
    expected: wanted.map(describe).join(', or '),
    got: `HTTP ${status}${seen}${status < 400 ? ', a success' : ''}`,
    rule: `#/components/schemas/${sameCode ?? wanted[0]}/x-status-code/http`,
  };
  // With the right code, nothing but the status and the type of it are others.
  if (sameCode) return [{ ...finding, basis: weaker(basisOfRule(finding.rule), codeBasis) }];
  return [{ ...finding, basis: error ? codeBasis : basis }];
}

/** `events.0` and `events[0]` name a field inside the field `events`. */
const names = (key: string, field: string) =>
  key === field || key.startsWith(`${field}.`) || key.startsWith(`${field}[`);

function judgeFields(value: unknown, fields: string[]): Finding[] {
  const named = Object.keys((nodeAt(value, '/error/details/validation') ?? {}) as object);
  return fields
    .filter((field) => !named.some((key) => names(key, field)))
    .map((field) => ({
      at: '/body/error/details/validation',
      expected: `the faulty field, ${field}`,
      got: named.length > 0 ? named.join(', ') : 'no field',
      rule: '#/components/schemas/ErrorDetails/properties/validation',
    }));
}

function judgeEquality(value: unknown, { value: example, pointer }: NamedExample): Finding[] {
  return differences(value, example).map((at) => ({
    at: `/body${at}`,
    expected: `the example: ${shown(nodeAt(example, at), at)}`,
    got: shown(nodeAt(value, at), at),
    rule: pointer,
    // Whoever asks a mock for an example by its name must get it, whatever the example itself rests on.
    basis: stated,
  }));
}

function judgeLikeness(
  value: unknown,
  { response: { schemaPointer } }: TakenAnswer,
  { example, places }: NonNullable<Expectation['like']>,
): Finding[] {
  return places.flatMap(({ at, basis }) => {
    const [expected, got] = [nodeAt(example.value, at), nodeAt(value, at)];
    if (isDeepStrictEqual(expected, got)) return [];
    const finding: Finding = {
      at: `/body${at}`,
      expected: `as in the example: ${shown(expected, at)}`,
      got: shown(got, at),
      rule: example.pointer,
      basis: basis ?? basisOfRule(fieldPointer(schemaPointer, at)),
    };
    return [finding];
  });
}

/** Judges an answer against what was expected of it. @param value the body as read; undefined when it could not be */
export function judgeExpectation(
  value: unknown,
  taken: TakenAnswer,
  operation: ContractOperation,
  expectation: Expectation,
): Finding[] {
  const { equals, like, basis = stated } = expectation;
  if (expectation.errors) {
    const wrong = judgeError(value, taken, expectation);
    if (wrong.length > 0) return wrong;
  }
  // An answer that has the status, but is like the answer of another, has been judged for that already.
  const missed = (status: number) => status !== taken.response.status && status !== taken.answer.status;
  if (expectation.status !== undefined && missed(expectation.status)) {
    const response = operation.responses.get(expectation.status);
    const error = errorOf(value);
    return [
      {
        at: '/status',
        expected: `HTTP ${expectation.status}`,
        got: `HTTP ${taken.answer.status}${error ? ` with code ${shown(error.code)}` : ''}`,
        rule: response?.pointer ?? `${operation.pointer}/responses`,
        basis,
      },
    ];
  }
  const compared = [
    ...judgeFields(value, expectation.fields ?? []),
    ...(like ? judgeLikeness(value, taken, like) : []),
  ];
  // What an answer says in particular is no firmer than that it comes.
  const ground = expectation.codeBasis ?? basis;
  return [
    ...compared.map((finding) => ({ ...finding, basis: weaker(groundOf(finding), ground) })),
    ...(equals ? judgeEquality(value, equals) : []),
  ];
}
