// Says in plain words what a broken rule of a schema asked for.
import type { BrokenRule } from '../contract/schemas.ts';
import { shown } from './finding.ts';

const firstSentence = (text: string | undefined) =>
  text?.split(/(?<=[.;:])\s/)[0]?.replace(/[.;:]$/, '') ?? '';

const listed = (limit: unknown) => (Array.isArray(limit) ? limit : [limit]).map(String).join(' or ');

/** What a value should have been: `at least 100000`. */
export function wanted({ keyword, limit, schema, at }: BrokenRule): string {
  const property = at.split('/').at(-1);
  switch (keyword) {
    case 'type':
      return listed(limit);
    case 'const':
      return shown(limit);
    case 'enum':
      return `one of ${(limit as unknown[]).map((value) => shown(value)).join(', ')}`;
    case 'required':
      return `the field ${property}`;
    case 'dependentRequired':
      return `the field ${property}, since its companion is there`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `no field ${property}: it is not documented`;
    case 'minimum':
      return `at least ${limit}`;
    case 'maximum':
      return `at most ${limit}`;
    case 'minLength':
      return `at least ${limit} characters`;
    case 'maxLength':
      return `at most ${limit} characters`;
    case 'minItems':
      return `at least ${limit} items`;
    case 'minProperties':
      return `at least ${limit} fields`;
    case 'format':
      return `the format ${limit}`;
    case 'pattern': {
      const meaning = firstSentence(schema.description);
      return `${meaning ? `${meaning}, ` : ''}form ${limit}`;
    }
    default:
      return `${keyword} ${shown(limit)}`;
  }
}
