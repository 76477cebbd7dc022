// What the guide tells its readers to run and to write, so that the tests do the same to the letter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, root } from '../../../foundation/reader/paths.ts';

const readGuide = (language: Language) =>
  readFileSync(join(root, 'docs/guides', language, '15-collections.md'), 'utf8');

/** The only place in the guide that looks so. @throws Error when there is none, or more than one. */
function printed(language: Language, pattern: RegExp): string {
  const [found, another] = [...readGuide(language).matchAll(pattern)].map(([, text = '']) => text);
  if (!found || another) throw new Error(`The guide has to print ${pattern} once, in ${language}.`);
  return found;
}

/** A printed command: its arguments, without the variables whose values only the reader knows. */
export interface PrintedCommand {
  args: string[];
  variables: string[];
}

/** The command that the guide prints for a package. @throws Error when it prints none. */
export function printedCommand(name: string, language: Language): PrintedCommand {
  const words = printed(language, new RegExp(`\`npx ${name} ([^\`]+)\``, 'g')).split(' ');
  const isToFillIn = (word: string) => word.endsWith('=…');
  return {
    args: words.filter((word) => !isToFillIn(word) && !/^--(?:env-)?var$/.test(word)),
    variables: words.filter(isToFillIn).map((word) => word.slice(0, -2)),
  };
}

/** The file of secrets that the guide tells readers of .http files to make, its values to be filled in. */
export const printedSecrets = (language: Language): Record<string, Record<string, string>> =>
  JSON.parse(printed(language, /`(\{ "[^`]+ \})`/g));
