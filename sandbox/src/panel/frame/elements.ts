// The parts of pages that know the visit: forms with their token, the pager of a list, secrets shown once.
import { definitions } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { Visit } from './visit.ts';

/** A form that changes something; the token shows that a page of this panel sent it. */
export function form(visit: Visit, action: string, content: Html, kind = ''): Html {
  return html`<form method="post" action="${action}" class="${kind}"><input type="hidden" name="form_token" value="${visit.formToken}">${content}</form>`;
}

/** Older and newer pages of a list. */
export function pager(
  visit: Visit,
  page: number,
  pages: number,
  linkTo: (page: number) => string,
): Html | null {
  if (pages <= 1) return null;
  const { say, count } = visit;
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
  { say }: Visit,
  secrets: readonly (readonly [name: string, value: string])[],
): Html {
  return html`<div class="notice secret" role="status">
<p><strong>${say('Copy it now: it is not shown again.', 'همین حالا نسخه‌برداری کنید؛ دوباره نشان داده نمی‌شود.')}</strong></p>
${definitions(secrets.map(([name, value]) => [name, html`<code class="value" dir="ltr">${value}</code>`]))}</div>`;
}
