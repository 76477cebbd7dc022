// Holds the marks of the contract and the decisions together, in both directions.

import {
  type Basis,
  covers,
  type Lines,
  linesOf,
  type Mark,
  marksOf,
  nearest,
  parseBasis,
  sourceExtension,
} from '../../foundation/reader/basis.ts';
import type { Decision } from '../../foundation/reader/decisions.ts';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { under } from '../../foundation/reader/pointers.ts';
import { rulesOf, usesOf } from '../generate/rules.ts';

/** How many lines the text of the published page has. */
export const lastLine = 2814;

/** What of a decision is compared with the contract. */
export type Governing = Pick<Decision, 'id' | 'file' | 'governs'>;

const decisionsOf = (mark: Mark): readonly number[] => {
  const basis = parseBasis(mark.text);
  return basis.kind === 'decision' ? basis.decisions : [];
};

/** The places of the contract that each decision governs, by its number, as the marks have them. */
export function governedPlaces(document: ContractDocument): Map<number, string[]> {
  const places = new Map<number, string[]>();
  for (const mark of marksOf(document)) {
    for (const id of decisionsOf(mark)) places.set(id, [...(places.get(id) ?? []), mark.place]);
  }
  return places;
}

/** A list of places as the front matter has it. */
export const governsYaml = (places: readonly string[]): string =>
  places.length === 0 ? 'governs: []' : ['governs:', ...places.map((place) => `  - "${place}"`)].join('\n');

/** The text of a decision with this list instead of its own; the list stands after `contract`. */
export function writeGoverns(text: string, places: readonly string[]): string {
  const without = text.replace(/^governs:.*\n(?: {2}- .*\n)*/m, '');
  return without.replace(/^contract: .*\n/m, (contract) => `${contract}${governsYaml(places)}\n`);
}

/** What is wrong with the lists of the decisions. */
function faultsOfDecisions(document: ContractDocument, decisions: readonly Governing[]): string[] {
  const marked = governedPlaces(document);
  const unknown = [...marked].flatMap(([id, places]) =>
    decisions.some((decision) => decision.id === id)
      ? []
      : [`${places[0]} rests on decision ${id}, which docs/decisions does not have.`],
  );
  const differing = decisions.flatMap(({ id, file, governs }) => {
    const places = marked.get(id) ?? [];
    const unlisted = places.filter((place) => !governs.includes(place));
    const unmarked = governs.filter((place) => !places.includes(place));
    if (unlisted.length + unmarked.length === 0) return [];
    return [
      ...unlisted.map(
        (place) => `docs/decisions/${file}: ${place} is marked with decision ${id}, but not listed.`,
      ),
      ...unmarked.map(
        (place) => `docs/decisions/${file}: lists ${place}, which no mark gives to decision ${id}.`,
      ),
      `docs/decisions/${file}: mend the marks, or write (npm run decisions -- --write):\n${governsYaml(places)}`,
    ];
  });
  return [...unknown, ...differing];
}

/** The ranges of a text such as `341-345, 862` that the page does not have. */
const missingRanges = (lines: Lines): string[] =>
  lines.split(', ').filter((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return first < 1 || last < first || last > lastLine;
  });

/** Every `x-source` of the document with its place. */
function sourcesOf(node: unknown, pointer = '#'): { place: string; lines: Lines }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    key === sourceExtension && typeof child === 'string'
      ? [{ place: pointer, lines: child }]
      : sourcesOf(child, under(pointer, key)),
  );
}

/** What is wrong with lines: those that the page does not have, and stated rules that lead to none. */
function faultsOfLines(
  document: ContractDocument,
  marks: readonly Mark[],
  rules: readonly string[],
): string[] {
  const given = marks.flatMap((mark) => {
    const basis = parseBasis(mark.text);
    return basis.kind === 'decision' ? [] : [{ place: mark.place, lines: basis.lines as Lines }];
  });
  const beyond = [...given, ...sourcesOf(document)].flatMap(({ place, lines }) =>
    missingRanges(lines).map((range) => `${place}: the page has no lines ${range}; it ends at ${lastLine}.`),
  );
  const unread = rules.filter(
    (rule) =>
      (nearest(marks, rule)?.text ?? 'stated').startsWith('stated') && linesOf(document, rule) === undefined,
  );
  return [
    ...beyond,
    ...unread.map(
      (rule) => `${rule} is stated, but leads to no line of the page. Add ${sourceExtension} at or above it.`,
    ),
  ];
}

const sameBasis = (one: Basis, other: Basis): boolean =>
  one.kind === 'stated' || other.kind === 'stated'
    ? one.kind === other.kind
    : JSON.stringify(one) === JSON.stringify(other);

/** Marks that speak for nothing, or that say what would be said without them. */
function idleMarks(marks: readonly Mark[], rules: readonly string[], uses: readonly string[]): string[] {
  const basis = (among: readonly Mark[], pointer: string): Basis => {
    const mark = nearest(among, pointer);
    return mark ? parseBasis(mark.text) : { kind: 'stated' };
  };
  return marks.flatMap((mark) => {
    const spokenFor = [
      ...rules.filter((rule) => covers(mark, rule)),
      // What is shared has marks of its own, so that only a mark at the very place of a use says anything about it.
      ...uses.filter((use) => covers(mark, use) && use.split('/').length === mark.place.split('/').length),
    ];
    if (spokenFor.length === 0)
      return [`${mark.place}: "${mark.text}" leads to no rule. Mend its pointer or remove it.`];
    const others = marks.filter((other) => other !== mark);
    const isIdle = spokenFor.every((each) => sameBasis(basis(marks, each), basis(others, each)));
    return isIdle ? [`${mark.place}: "${mark.text}" changes nothing. Remove it.`] : [];
  });
}

/**
 * Compares the marks of the contract with the decisions and with the page.
 * @param document the strict bundle
 * @returns one finding for each fault, none when both sides agree
 */
export function basisFindings(document: ContractDocument, decisions: readonly Governing[]): string[] {
  const marks = marksOf(document);
  const rules = rulesOf(document);
  return [
    ...faultsOfDecisions(document, decisions),
    ...faultsOfLines(document, marks, rules),
    ...idleMarks(marks, rules, usesOf(document)),
  ];
}
