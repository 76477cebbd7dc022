// The table of all scenarios by language: as the document shows it, and as a run of them prints it.
import { scenarios } from './stories/index.ts';

/** Where the table stands, from the root. */
export const tableFile = 'client/SCENARIOS.md';

/** What a language says of scenarios that it does not play, by their names. */
export type Exceptions = Readonly<Record<string, string>>;

const begin = '<!-- scenarios:begin (written by client/test/scenarios-table.test.ts) -->';
const end = '<!-- scenarios:end -->';

/** @param languages each with what it does not play, and why. */
export function scenarioTable(languages: Readonly<Record<string, Exceptions>>): string {
  const names = Object.keys(languages);
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return Object.entries(scenarios)
    .map(([group, stories]) =>
      [
        `### ${group}`,
        '',
        row(['Scenario', ...names]),
        row(['---', ...names.map(() => ':-:')]),
        ...stories.map(({ name }) =>
          row([name, ...names.map((language) => languages[language]?.[name] ?? '✓')]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The document with another table. */
export function withTable(document: string, table: string): string {
  const [before] = document.split(begin);
  const [, after] = document.split(end);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

/** How many scenarios of each group a language has passed, in one line. */
export function resultLine(language: string, passed: ReadonlySet<string>): string {
  const counts = Object.entries(scenarios).map(([group, stories]) => {
    const good = stories.filter(({ name }) => passed.has(name)).length;
    return `${group} ${good}/${stories.length}`;
  });
  return `${language.padEnd(11)}${counts.join(', ')}`;
}
