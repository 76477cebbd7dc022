// Prints the decisions as the Markdown table that stands between two markers of docs/decisions/README.md.
import type { Decision } from './read.ts';

const begin = '<!-- decisions:begin (written by scripts/decisions/index.ts) -->';
const end = '<!-- decisions:end -->';

/** One row for each decision: its number with a link, the question, and the decision. */
export function renderTable(decisions: readonly Decision[]): string {
  const rows = decisions.map(
    ({ id, file, title, summary }) => `| [${id}](${file}) | ${cell(title.en)} | ${cell(summary.en)} |`,
  );
  return ['| No. | Question | Decision |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * Puts the table between the markers of a README and leaves everything else as it is.
 * @throws {Error} when the README does not have each marker exactly once, in order.
 */
export function replaceTable(readme: string, table: string): string {
  const [before, rest, ...moreBegins] = readme.split(begin);
  const [, after, ...moreEnds] = (rest ?? '').split(end);
  if (before === undefined || after === undefined || moreBegins.length > 0 || moreEnds.length > 0) {
    throw new Error(
      `docs/decisions/README.md: needs the two lines "${begin}" and "${end}" exactly once each`,
    );
  }
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
