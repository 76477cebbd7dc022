// Reads the table of docs/terms.md: which Persian word stands for what, and which words must not stand for it.

/** Where the table stands, from the root of the repository. */
export const termsFile = 'docs/terms.md';

/** A row of the table. */
export interface Term {
  english: string;
  /** What to write, in plain text. */
  persian: string;
  /** Words that must not be written. */
  never: string[];
  /** Longer expressions in which one of those words is right. */
  unless: string[];
  /** Whether the first mention in a text decides, so that later ones may be short. */
  firstOnly: boolean;
}

const columns = ['English', 'Persian', 'Never', 'Unless', 'Why'];

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/**
 * Reads the table of terms.
 * @throws Error that names the row when it is not as the introduction of docs/terms.md describes it.
 */
export function readTerms(markdown: string): Term[] {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => cellsOf(line).join() === columns.join());
  if (head < 0) throw new Error(`${termsFile} has no table with the columns ${columns.join(', ')}.`);
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'));
  return lines.slice(head + 2, end < 0 ? undefined : end).map((line) => readTerm(line));
}

function readTerm(line: string): Term {
  const fail = (fault: string): never => {
    throw new Error(`${termsFile}: ${fault} in the row ${line}`);
  };
  const cells = cellsOf(line);
  if (cells.length !== columns.length) fail(`${cells.length} cells instead of ${columns.length}`);
  const [english = '', persian = '', never = '', unless = ''] = cells;
  if (!english || !persian) fail('English or Persian is missing');
  const firstOnly = never.startsWith('first ');
  const term = {
    english,
    persian: persian.replaceAll('`', ''),
    never: quoted(firstOnly ? never.slice('first '.length) : never, () =>
      fail('"Never" is no list of «words»'),
    ),
    unless: quoted(unless, () => fail('"Unless" is no list of «words»')),
    firstOnly,
  };
  if (term.unless.length > 0 && term.never.length === 0) fail('"Unless" without "Never"');
  return term;
}

/** The words of a list such as «one», «two…»; nothing else may stand beside them. */
function quoted(cell: string, refuse: () => never): string[] {
  const words = [...cell.matchAll(/«([^«»]+)»/g)].map(([, word = '']) => word.trim());
  if (cell.replace(/«[^«»]+»/g, '').replace(/[\s,،]/g, '') !== '' || words.includes('')) return refuse();
  return words;
}
