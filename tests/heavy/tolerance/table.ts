// Writes what each client made of each odd answer as a table for the documentation.
import type { OddAnswer } from './answers.ts';

/** What the program of each language printed, a line for each answer. */
export type Outcomes = Record<string, string[]>;

/** Where the table stands, as a path from the root. */
export const tableFile = 'client/TOLERANCE.md';

const begin = '<!-- outcomes:begin (written by tests/heavy/tolerance.test.ts) -->';
const end = '<!-- outcomes:end -->';

/** One outcome as a word; anything unexpected stands as it is. */
function word({ told }: OddAnswer, outcome: string | undefined): string {
  if (outcome !== told) return `**${outcome}**`;
  return /^(error|refused) /.exec(outcome)?.[1] ?? 'read';
}

/** The table in Markdown: a row for each answer, a column for each language. */
export function outcomeTable(answers: OddAnswer[], outcomes: Outcomes): string {
  const languages = Object.keys(outcomes);
  const rows = answers.map((odd, number) => [
    odd.name,
    `\`${odd.operation}\``,
    ...languages.map((language) => word(odd, outcomes[language]?.[number])),
  ]);
  const header = ['Answer', 'Operation', ...languages];
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

/** A document with the table in its place. */
export function withTable(document: string, table: string): string {
  const [before, rest = ''] = document.split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}
