// Judges how an answer is written where its value alone would pass: spelling of integers, keys that come twice, the charset.
import { fieldPlaces, schemaAt } from '../contract/schemas.ts';
import type { ReceivedAnswer } from './exchange.ts';
import { type Finding, shown } from './finding.ts';
import { writtenJson } from './wire.ts';
import { assumed } from './word.ts';

/** All of it is lawful JSON or lawful HTTP; that the gateway does not do so is assumed (docs/decisions/0091). */
const ground = assumed(91);

const typesOf = (pointer: string): unknown[] => [schemaAt(pointer).value.type].flat();

/**
 * @param text well-formed JSON
 * @param schema JSON pointer to the schema of the whole text
 * @param at where in the answer the text stands: `/body`
 */
export function judgeSpelling(text: string, schema: string, at: string): Finding[] {
  const { repeated, spelledOtherwise } = writtenJson(text);
  const ruleOf = (place: string) => fieldPlaces(schema, place).at(-1) ?? schema;
  return [
    ...repeated.map((place) => ({
      at: at + place,
      expected: 'each name once in an object: of two values, every reader takes another',
      got: `the name ${shown(place.split('/').at(-1))} again`,
      rule: ruleOf(place),
      kind: 'a name twice in one object',
      basis: ground,
    })),
    ...spelledOtherwise
      .filter(({ at: place }) => typesOf(ruleOf(place)).includes('integer'))
      .map(({ at: place, literal }) => ({
        at: at + place,
        expected: 'an integer written as one: many languages read anything else as a fraction',
        got: literal,
        rule: `${ruleOf(place)}/type`,
        kind: 'an integer written as a fraction or with an exponent',
        basis: ground,
      })),
  ];
}

/** Judges what the content type says beside the media type. @param rule JSON pointer to the schema of the body */
export function judgeCharset({ headers }: ReceivedAnswer, rule: string): Finding[] {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return [];
  return [
    {
      at: '/headers/Content-Type',
      expected: 'charset=utf-8, or none',
      got: `charset=${charset}, by which a reader garbles Persian text`,
      rule,
      kind: 'another charset than UTF-8',
      basis: ground,
    },
  ];
}

/** Judges headers that came more than once, of those whose value is one. @param rule JSON pointer to the answer */
export function judgeRepeatedHeaders(
  { repeated = [] }: ReceivedAnswer,
  names: readonly string[],
  rule: string,
): Finding[] {
  return ['Content-Type', ...names]
    .filter((name) => repeated.includes(name.toLowerCase()))
    .map((name) => ({
      at: `/headers/${name}`,
      expected: 'the header once',
      got: 'the header more than once',
      rule,
      kind: 'a header more than once',
      basis: ground,
    }));
}
