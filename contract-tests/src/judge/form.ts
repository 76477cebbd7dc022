// Holds a value that the gateway has sent against a schema of the contract, and tells additions from contradictions.

import type { Basis } from '../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { type BrokenRule, brokenRules, fieldPlaces, schemaAt } from '../contract/schemas.ts';
import { type Finding, shown } from './finding.ts';
import { basisOfRule, weaker } from './word.ts';
import { wanted } from './wording.ts';

/** What was added where the contract is open for readers: a field, or a word to a list of words. */
function additionOf({ keyword, at }: BrokenRule, value: unknown): string | undefined {
  const name = at.split('/').at(-1) ?? '';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return `field ${name}`;
  // A list of codes is no list of words: which numbers there can be is a rule like any other.
  if (keyword === 'enum' && typeof value === 'string' && value !== '') {
    return `value ${shown(value, at)} of ${name}`;
  }
  return undefined;
}

/** A date as the contract writes dates, in whatever calendar. */
const dated = /^[0-9]{4}-[0-9]{2}(-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2})?)?$/;

/** The rule that is really broken: a date of the right form that is no date of its calendar breaks that. */
function ruleOf({ keyword, rule, schema }: BrokenRule, value: unknown): string {
  const isOtherCalendar = keyword === 'pattern' && schema['x-calendar'] && dated.test(String(value));
  return isOtherCalendar ? rule.replace(/pattern$/, 'x-calendar') : rule;
}

/** Rules of the object around a field, which say for themselves what they rest on. */
const ofParent = new Set(['required', 'dependentRequired', 'additionalProperties', 'unevaluatedProperties']);

/**
 * What it rests on that a rule holds at this place. What several places share is no firmer here than that it stands
 * here: a field that a decision has put in, and all in it; a field that only an example shows to be such a value.
 */
function basisHere(
  pointer: string,
  { at, keyword, schema }: BrokenRule,
  rule: string,
  value: unknown,
): Basis {
  // What stands for a value that is not there is another question than what a value looks like.
  const isEmpty = value === '' && Array.isArray(schema.type) && schema.type.includes('null');
  const own = basisOfRule(isEmpty ? rule.replace(/[^/]+$/, 'type/null') : rule);
  const places = fieldPlaces(pointer, at);
  const field = places.at(-1);
  const decided = places.map(basisOfRule).filter(({ kind }) => kind === 'decision');
  const isOwn = [pointer, field].some((place) => rule.startsWith(`${place}/`));
  const isElsewhere = field !== undefined && !ofParent.has(keyword) && !isOwn;
  const shared = isElsewhere ? [field, schemaAt(field).pointer] : [];
  // The schema that a field refers to says for itself what its rules rest on, but not those of a further one.
  const ways = shared.filter((way) => way === field || !rule.startsWith(`${way}/`));
  return [...decided, ...ways.map(basisOfRule)].reduce(weaker, own);
}

/**
 * Judges the form of what the gateway has sent.
 * @param pointer JSON pointer to the schema in the bundle
 * @param at where in the answer the value stands: `/body`
 */
export function judgeForm(pointer: string, value: unknown, at: string): Finding[] {
  return brokenRules(pointer, value).map((broken) => {
    const found = nodeAt(value, broken.at);
    const addition = additionOf(broken, found);
    const rule = ruleOf(broken, found);
    return {
      at: `${at}${broken.at}`,
      expected: wanted(broken),
      got: shown(found, broken.at),
      rule,
      ...(addition === undefined ? { basis: basisHere(pointer, broken, rule, found) } : { addition }),
    };
  });
}
