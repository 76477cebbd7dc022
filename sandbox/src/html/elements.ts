// The small parts that pages are made of: badges, definitions, tables, choices.
import { type Html, html } from './template.ts';

export type Tone = 'good' | 'bad' | 'waiting' | 'quiet';

export function badge(tone: Tone, text: string): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

/** A name, code or address: always left to right, never translated. */
export function code(text: string | number): Html {
  return html`<code dir="ltr">${text}</code>`;
}

export function definitions(rows: readonly (readonly [term: string, value: Html | string] | null)[]): Html {
  const shown = rows.filter((row) => row !== null);
  return html`<dl>${shown.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A table that becomes a list of cards on a narrow screen. */
export function table(caption: string, columns: readonly string[], rows: readonly (Html | string)[][]): Html {
  return html`<table><caption class="unseen">${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td data-column="${columns[index]}"><div>${cell}</div></td>`)}</tr>`)}</tbody></table>`;
}

/** A choice; the option with the wanted value is chosen. */
export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen = '',
): Html {
  return html`<label>${label}<select name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select></label>`;
}

export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}

/** A sentence of the contract, whose names stand in backticks. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : html`${part}`))}`;
}
