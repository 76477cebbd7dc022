// Finds every Persian text that we have written ourselves, each with its place.
import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import type { Piece } from './piece.ts';
import { textsOfProgram } from './programs.ts';
import { textsOfYaml } from './yaml.ts';

/** A text that is read on its own: a string of an overlay, a summary, a whole page. */
export interface PersianText {
  /** From the root of the repository. */
  file: string;
  /** The line it begins in. */
  line: number;
  /** As it stands in the file, with the code in it blanked out. */
  text: string;
}

/** Where our Persian stands. What travels on the wire stands elsewhere: in the contract and in what is made of it. */
const places = [
  'openapi/**/fa.overlay.yaml',
  'openapi/dialects/*.yaml',
  'docs/decisions/[0-9]*.md',
  'docs/guides/**/*.{md,mjs,sh}',
  'docs/{linters,mutants}{,.fa}.md',
  'docs/{chaos,compatibility/results}.json',
  'docs/page-samples/*.yaml',
  'docs/pictures/*.fa.svg',
  'docs/site/*.fa.json',
  'docs/site/browser/*.ts',
  '{README.fa,client/README,client/SCENARIOS,client/*/README,client/php/*/README,sandbox/README}.md',
  '{scripts,sandbox/src,contract-tests/src,client/src,client/examples}/**/*.{ts,tsx,js,mjs}',
  'contract-tests/mutants/*.ts',
  'compat/{faults.yaml,tools/*/tool.mts}',
];

const persianLetter = /[آ-ی]/u;

/** Whether a file holds facts beside our Persian, which stands under the keys `fa`. */
const hasFacts = (file: string) =>
  /^(?:docs\/(?:decisions\/|page-samples\/|compatibility\/|chaos\.json)|openapi\/dialects\/|compat\/)/.test(
    file,
  );

/** The files in which our Persian may stand, from the root of the repository. */
export function persianFiles(): string[] {
  return globSync(places, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).sort();
}

/** Reads every Persian text of ours. */
export function persianTexts(): PersianText[] {
  return persianFiles().flatMap((file) => textsOfFile(file, readFileSync(join(root, file), 'utf8')));
}

/** The Persian texts of one file. */
export function textsOfFile(file: string, source: string): PersianText[] {
  if (!persianLetter.test(source)) return [];
  return piecesOf(file, source)
    .filter(({ text }) => persianLetter.test(text))
    .map(({ offset, text }) => ({
      file,
      line: source.slice(0, offset).split('\n').length,
      text: withoutCode(text),
    }));
}

function piecesOf(file: string, source: string): Piece[] {
  const wanted = hasFacts(file) ? 'fa' : 'all';
  switch (extname(file)) {
    case '.yaml':
    case '.json':
      return textsOfYaml(source, wanted);
    case '.ts':
    case '.tsx':
    case '.js':
    case '.mjs':
    case '.mts':
      return textsOfProgram(file, source);
    default: {
      const front = hasFacts(file) ? /^---\n([\s\S]*?\n)---\n/.exec(source)?.[1] : undefined;
      if (front === undefined) return [{ offset: 0, text: source }];
      return textsOfYaml(front, wanted).map(({ offset, text }) => ({
        offset: offset + '---\n'.length,
        text,
      }));
    }
  }
}

/** Blanks out code and placeholders, and keeps every line where it is. */
function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]+`|\{\{.*?\}\}/g, (code) => code.replace(/[^\n]/g, ' '));
}
