// Small pieces of HTML that many of our own pages are made of: code, tables, badges.
import { escapeHtml } from '../html.ts';
import { highlight } from './highlight.ts';

/** The opening tag of a box that scrolls by itself when it is too wide, and can be reached by keyboard for that. */
export const scrollable = (className: string, label: string) =>
  `<div class="${className}" role="region" aria-label="${escapeHtml(label)}" tabindex="0">`;

/** Names of the languages of code, as they are shown above it. */
const languageNames: Record<string, string> = {
  bash: 'curl',
  sh: 'curl',
  js: 'Node.js',
  mjs: 'Node.js',
  json: 'JSON',
  text: '',
};

/**
 * A block of code with its name above.
 * @param title what it is, such as the name of a file; without one, the language's name
 */
export function codeBlock(code: string, language: string, label: string, title?: string): string {
  const name = title ?? languageNames[language] ?? language;
  return `<figure class="code" dir="ltr">${name ? `<figcaption>${escapeHtml(name)}</figcaption>` : ''}<pre tabindex="0" aria-label="${escapeHtml(label)}"><code>${highlight(code.trimEnd(), language)}</code></pre></figure>\n`;
}

/** A value of the API in code style. */
export const code = (value: unknown) => `<code>${escapeHtml(String(value))}</code>`;

/** A long name in code style, which may break after the marks inside it. */
export const longName = (name: string) =>
  `<code>${escapeHtml(name).replace(/(?<=\w[._/-])(?=\w)/g, '<wbr>')}</code>`;

/** A row of a table. */
export interface Row {
  /** Name by which links lead to the row. */
  id?: string;
  /** HTML of each cell, in the order of the columns. */
  cells: string[];
}

/** A table that becomes a list of cards on narrow screens. */
export function table(
  columns: string[],
  rows: Row[],
  { label, id = '' }: { label: string; id?: string },
): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map(({ id, cells }) => {
      const content = cells
        .map((cell, index) => `<td data-label="${escapeHtml(columns[index] ?? '')}"><div>${cell}</div></td>`)
        .join('');
      return `<tr${id ? ` id="${escapeHtml(id)}"` : ''}>${content}</tr>`;
    })
    .join('\n');
  return `${scrollable('table-frame', label)}<table class="cards"${id ? ` id="${id}"` : ''}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>\n`;
}
