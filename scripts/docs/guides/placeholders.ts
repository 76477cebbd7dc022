// Fills the `{{ placeholders }}` of the guides with facts of the contract, so that no guide types a fact itself.
import * as contractFacts from '../../../generated/facts.ts';
import type { Language } from '../languages.ts';
import { formatList, formatNumber } from '../numbers.ts';
import { ruleCounts } from '../plain/basis.ts';

export type Facts = Record<string, unknown>;

/** Where the project's own servers listen unless they are told otherwise. */
const local = { mock: 'http://127.0.0.1:4010', sandbox: 'http://127.0.0.1:4020' };

/** The facts that `npm run generate` took from the contract, by the name of their export. */
export const facts: Facts = { ...contractFacts, local, ruleCounts };

/** Says which placeholder of which file cannot be filled. */
class UnknownPlaceholder extends Error {
  constructor(file: string, placeholder: string, reason: string) {
    super(`${file}: "{{ ${placeholder} }}" ${reason}.`);
    this.name = 'UnknownPlaceholder';
  }
}

type Filter = (value: unknown, language: Language, argument: number) => string;

/** A filter on a number, or on each number of a list. */
const numeric =
  (convert: (value: number, argument: number) => number): Filter =>
  (value, language, argument) => {
    if (Array.isArray(value)) {
      return formatList(
        value.map((item) => numeric(convert)(item, language, argument)),
        language,
      );
    }
    if (typeof value !== 'number') throw new TypeError('is not a number');
    const converted = convert(value, argument);
    if (!Number.isInteger(converted)) throw new TypeError(`would become the broken number ${converted}`);
    return formatNumber(converted, language);
  };

/** What can stand behind the `|` of a placeholder; durations of the contract are in seconds, amounts in rials. */
const filters: Record<string, Filter> = {
  number: numeric((value) => value),
  minutes: numeric((seconds) => seconds / 60),
  hours: numeric((seconds) => seconds / 3600),
  toman: numeric((rials) => rials / contractFacts.money.rials_per_toman),
  plus: numeric((value, more) => value + more),
  count: (value, language) => {
    if (typeof value !== 'object' || value === null) throw new TypeError('cannot be counted');
    return formatNumber(Object.keys(value).length, language);
  },
  card: (value) => String(value).replace(/(?<=^(?:.{4})+)(?=.)/g, ' '),
};

/** Names of a path may hold dots and dashes when they stand in brackets: `rateLimits[webhook-test].limit`. */
const steps = (path: string) => path.match(/[^.[\]]+(?=\])|[^.[\]]+/g) ?? [];

/**
 * Fills every placeholder of a text: `{{ path.to.fact }}` as it stands in the contract, `{{ path | filter }}`
 * as the language writes it. Of a text in both languages it takes the right one.
 * @param file name for the message of a failure
 * @throws UnknownPlaceholder when the fact or the filter does not exist, or the filter does not fit the fact
 */
export function fillPlaceholders(
  text: string,
  language: Language,
  file: string,
  source: Facts = facts,
): string {
  return text.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, placeholder: string) => {
    const fail = (reason: string): never => {
      throw new UnknownPlaceholder(file, placeholder, reason);
    };
    const [path = '', filterName, ...more] = placeholder.split('|').map((part) => part.trim());
    if (more.length > 0) return fail('has more than one filter');
    const value = steps(path).reduce<unknown>(
      (node, step) => (Object.hasOwn(Object(node), step) ? (node as Facts)[step] : undefined),
      source,
    );
    if (value === undefined) return fail('is no fact of generated/facts.ts');
    if (filterName === undefined) {
      const text = Object.hasOwn(Object(value), language) ? (value as Facts)[language] : value;
      return typeof text === 'object' ? fail('is not a single value') : String(text);
    }
    const [name = '', argument = '0'] = filterName.split(':');
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!filter) return fail(`has an unknown filter; there are ${Object.keys(filters).join(', ')}`);
    try {
      return filter(value, language, Number(argument));
    } catch (error) {
      return fail((error as Error).message);
    }
  });
}
