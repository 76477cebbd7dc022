// Gives the other words for what a Persian text says, so that whoever looks for them finds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { readTerms, termsFile } from '../../../foundation/reader/terms.ts';
import type { Language } from '../languages.ts';

interface Synonyms {
  words: string[];
  others: string;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

/** The words that we write, each with those of the table of terms that we do not. */
function synonymsOfTable(): Synonyms[] {
  return readTerms(readFileSync(join(root, termsFile), 'utf8'))
    .filter(({ never, firstOnly }) => never.length > 0 && !firstOnly)
    .map(({ persian, never }) => ({
      words: persian.replace(/\s*\([^)]*\)/g, '').split(/\s*،\s*/),
      others: never.join(' ').replaceAll('…', ''),
    }));
}

/** What else the things of a text are called; nothing in English, which has one word for each. */
export function otherWords(language: Language): (text: string) => string {
  if (language !== 'fa') return () => '';
  const synonyms = synonymsOfTable();
  return (text) => {
    const searched = plain(text);
    return synonyms
      .filter(({ words }) => words.some((word) => searched.includes(word)))
      .map(({ others }) => others)
      .join(' ');
  };
}
