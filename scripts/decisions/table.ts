// Prints decisions and dialects as the Markdown tables that stand between two markers of a README.
import { allDialects } from '../../foundation/dialects/catalogue.ts';
import type { Decision } from '../../foundation/reader/decisions.ts';

/** The names of the dialects that take a decision otherwise. */
function dialectsTaking(id: number): string[] {
  return Object.entries(allDialects())
    .filter(([, dialect]) => dialect['x-dialect'].decisions.includes(id))
    .map(([name]) => `\`${name}\``);
}

/** One row for each decision: its number with a link, the question, the decision, and who takes it otherwise. */
export function renderTable(decisions: readonly Decision[]): string {
  const rows = decisions.map(
    ({ id, file, title, summary }) =>
      `| [${id}](${file}) | ${cell(title.en)} | ${cell(summary.en)} | ${dialectsTaking(id).join(', ')} |`,
  );
  return ['| No. | Question | Decision | Dialects |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/**
 * One row for each dialect: its name, what is otherwise, and the decisions that it takes otherwise.
 * @param folder where the decisions stand, seen from the file.
 */
export function renderDialects(decisions: readonly Decision[], folder: string): string {
  const link = (id: number) => {
    const file = decisions.find((decision) => decision.id === id)?.file;
    return file === undefined ? String(id) : `[${id}](${folder}/${file})`;
  };
  const rows = Object.entries(allDialects()).map(
    ([name, { 'x-dialect': dialect }]) =>
      `| \`${name}\` | ${cell(dialect.summary.en)} | ${dialect.decisions.map(link).join(', ')} |`,
  );
  return ['| Dialect | What is otherwise | Decisions |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * Puts a table between the markers of a README and leaves everything else as it is.
 * @param what is written there, as the markers call it.
 * @throws {Error} when the README does not have each marker exactly once, in order.
 */
export function replaceTable(
  readme: string,
  table: string,
  what: 'decisions' | 'dialects' = 'decisions',
): string {
  const begin = `<!-- ${what}:begin (written by scripts/decisions/index.ts) -->`;
  const end = `<!-- ${what}:end -->`;
  const [before, rest, ...moreBegins] = readme.split(begin);
  const [, after, ...moreEnds] = (rest ?? '').split(end);
  if (before === undefined || after === undefined || moreBegins.length > 0 || moreEnds.length > 0) {
    throw new Error(
      `The README with the ${what} needs the two lines "${begin}" and "${end}" exactly once each`,
    );
  }
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
