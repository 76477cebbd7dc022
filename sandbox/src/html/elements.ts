// The small parts that pages are made of: badges, definitions, tables, choices, forms, pagers, secrets shown once.
import type { Speech } from './language.ts';
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

/** A form that changes something; the token shows that a page of ours sent it. */
export function form({ formToken }: { formToken: string }, action: string, content: Html, kind = ''): Html {
  return html`<form method="post" action="${action}" class="${kind}"><input type="hidden" name="form_token" value="${formToken}">${content}</form>`;
}

/** Older and newer pages of a list. */
export function pager(
  { say, count }: Speech,
  page: number,
  pages: number,
  linkTo: (page: number) => string,
): Html | null {
  if (pages <= 1) return null;
  const link = (to: number, text: string) =>
    to < 1 || to > pages ? null : html`<a class="button" href="${linkTo(to)}">${text}</a>`;
  return html`<nav class="pager" aria-label="${say('Pages', 'صفحه‌ها')}">${link(page - 1, say('Newer', 'تازه‌تر'))}
<span>${say(`Page ${count(page)} of ${count(pages)}`, `صفحهٔ ${count(page)} از ${count(pages)}`)}</span>
${link(page + 1, say('Older', 'قدیمی‌تر'))}</nav>`;
}

/** The page that a list's address asks for. */
export function pageAsked(query: URLSearchParams): number {
  const text = query.get('page') ?? '1';
  return /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 1;
}

/** A secret that is shown this once, with what to do about it. */
export function secretOnce(
  { say }: Speech,
  secrets: readonly (readonly [name: string, value: string])[],
): Html {
  return html`<div class="notice secret" role="status">
<p><strong>${say('Copy it now: it is not shown again.', 'همین حالا نسخه‌برداری کنید؛ دوباره نشان داده نمی‌شود.')}</strong></p>
${definitions(secrets.map(([name, value]) => [name, html`<code class="value" dir="ltr">${value}</code>`]))}</div>`;
}
