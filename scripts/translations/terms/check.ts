// Finds words in Persian texts that the table of terms forbids.
import { type Term, termsFile } from '../../../foundation/reader/terms.ts';
import type { PersianText } from './texts.ts';

/** A forbidden word at its place. */
export interface ForbiddenWord {
  /** From the root of the repository. */
  file: string;
  line: number;
  /** The word as it stands there. */
  word: string;
  term: Term;
}

/** Lists every forbidden word of the texts, in their order. */
export function forbiddenWords(texts: PersianText[], terms: Term[]): ForbiddenWord[] {
  const rules = terms
    .filter(({ never }) => never.length > 0)
    .map((term) => ({ term, pattern: patternOf(term) }));
  return texts.flatMap((text) =>
    rules
      .flatMap(({ term, pattern }) => mentionsOf(text, term, pattern))
      .toSorted((one, other) => one.line - other.line),
  );
}

function mentionsOf({ file, line, text }: PersianText, term: Term, pattern: RegExp): ForbiddenWord[] {
  const mentions = [...text.matchAll(pattern)];
  const judged = term.firstOnly ? mentions.slice(0, 1) : mentions;
  return judged.flatMap(({ index, groups }) => {
    const word = groups?.never;
    return word === undefined ? [] : [{ file, line: line + lineBreaks(text.slice(0, index)), word, term }];
  });
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** What is right is tried first, so that it takes the forbidden word in it out of sight. */
function patternOf({ never, unless }: Term): RegExp {
  const either = (words: string[]) => words.map(wordPattern).join('|');
  const right = unless.length > 0 ? `(?:${either(unless)})|` : '';
  return new RegExp(`${right}(?<never>${either(never)})`, 'gu');
}

/** Letters that are typed in more than one way; between words any blank, since prose is folded into lines. */
const spellings: [typed: RegExp, pattern: string][] = [
  [/\u0654/gu, ''],
  [/ی/gu, '[یيى]'],
  [/ک/gu, '[کك]'],
  [/ه/gu, '(?:ه\u0654?|ۀ)'],
  [/\u200c/gu, '\u200c?'],
  [/\s+/gu, '\\s+'],
];

/**
 * A pattern for a word or expression, with any ending after a half-space; a word that ends in `…` is the beginning
 * of many. A word inside another word, and behind a half-space, is not meant.
 */
function wordPattern(word: string): string {
  const open = word.endsWith('…');
  const literal = (open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const body = spellings.reduce((pattern, [typed, spelled]) => pattern.replace(typed, spelled), literal);
  return `(?<![\\p{L}\\p{M}\u200c])${body}${open ? '[\\p{L}\\p{M}\u200c]*' : '(?!\\p{L})'}`;
}

/** A finding for people: where, what stands there, what to write instead. */
export function describeForbiddenWord({ file, line, word, term }: ForbiddenWord): string {
  const found = word.replace(/\s+/g, ' ');
  const when = term.firstOnly ? ' at the first mention' : '';
  return `${file}:${line}\n    word: «${found}»: for "${term.english}" write ${term.persian}${when} (${termsFile}).`;
}
