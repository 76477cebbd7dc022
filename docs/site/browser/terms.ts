// Folds the many spellings of Persian and of names into search terms; the index and the reader's query pass through it alike.

/** Letters that keyboards write differently, and the one that stands for them. */
const letters: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
};

const halfSpace = '\u200c';

/** One spelling for all: letters, digits, vowel signs, hamza, tatweel, capitals, marks of direction. Half-spaces stay. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[يىئكةۀأإآٱؤ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}

/** Words of a text; names such as `direct_verify` and `createPayment` are cut into theirs. */
export const words = (text: string): string[] =>
  text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .split(/[^\p{L}\p{N}\p{M}\u200c]+/u)
    .filter((word) => word.replaceAll(halfSpace, '') !== '');

/** A word of the index: folded, joined over its half-spaces, and its parts as well, which readers type apart. */
export function indexTerms(word: string): string[] {
  const parts = fold(word).split(halfSpace).filter(Boolean);
  return parts.length > 1 ? [parts.join(''), ...parts] : parts;
}

/** A word of a query: folded, and joined over its half-spaces. */
export const queryTerm = (word: string): string => fold(word).replaceAll(halfSpace, '');
