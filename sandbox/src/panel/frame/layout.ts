// The document around every page: header with the switch of languages, the terminal's sections, notices.
import { documentOf } from '../../html/document.ts';
import { form, prose } from '../../html/elements.ts';
import type { Both, Language } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import type { Content, TerminalVisit, Visit } from './visit.ts';

function sectionsOf({ say }: Visit): [path: string, name: string][] {
  return [
    ['', say('Overview', 'نمای کلی')],
    ['/transactions', say('Transactions', 'تراکنش‌ها')],
    ['/tokens', say('API tokens', 'توکن‌ها')],
    ['/signing-key', say('Signing key', 'مدیریت کلید امضا')],
    ['/webhooks', say('Webhooks', 'وب‌هوک‌ها')],
    ['/reports', say('Reports', 'گزارش‌ها')],
    ['/settlements', say('Settlements', 'تسویه‌حساب‌ها')],
    ['/requests', say('Requests', 'درخواست‌ها')],
    ['/clock', say('Clock', 'ساعت')],
    ['/faults', say('Faults', 'شبیه‌سازی خطا')],
    ['/dialects', say('Dialects', 'گویش‌ها')],
    ['/settings', say('Settings', 'تنظیمات')],
  ];
}

function isTerminalVisit(visit: Visit): visit is TerminalVisit {
  return 'terminal' in visit;
}

function terminalNavigation(visit: TerminalVisit, section: string): Html {
  const { base, terminal, say } = visit;
  const links = sectionsOf(visit).map(([path, name]) => {
    const isHere = path === section;
    return html`<li><a href="${base}${path}"${isHere ? html` aria-current="page"` : null}>${name}</a></li>`;
  });
  return html`<nav class="sections" aria-label="${say('Sections of the terminal', 'بخش‌های ترمینال')}">
<p class="terminal-name"><bdi>${terminal.name}</bdi><code dir="ltr">${terminal.merchant_code}</code></p>
<ul>${links}</ul></nav>`;
}

const style = '/dashboard/assets/panel.css';

const head = html`<meta name="color-scheme" content="light dark">
<link rel="icon" href="/dashboard/assets/icon.svg" type="image/svg+xml">`;

const otherName: Record<Language, string> = { fa: 'English', en: 'فارسی' };

/**
 * The whole document of a page.
 * @param section which of the terminal's sections the page belongs to.
 */
export function layout(visit: Visit, { title, body, script }: Content, section = ''): string {
  const { say, language, place } = visit;
  const other: Language = language === 'fa' ? 'en' : 'fa';
  const inTerminal = isTerminalVisit(visit);
  return documentOf({
    language,
    title: `${title} · ${say('IranDargah sandbox', 'سندباکس ایران‌درگاه')}`,
    style,
    head: html`${head}
${script === undefined ? null : html`<script src="/dashboard/assets/${script}" defer></script>`}`,
    body: html`<a class="skip-link" href="#content">${say('Skip to the content', 'رفتن به محتوا')}</a>
<header>
<a class="brand" href="/dashboard/${language}"><img src="/dashboard/assets/icon.svg" alt="" width="28" height="28"><span>${say('IranDargah sandbox', 'سندباکس ایران‌درگاه')}</span></a>
<div class="header-end">
${visit.loggedIn ? form(visit, `/dashboard/${language}/logout`, html`<button class="plain">${say('Log out', 'خروج')}</button>`, 'inline') : null}
<a class="language" href="/dashboard/${other}${place}" lang="${other}" hreflang="${other}">${otherName[language]}</a>
</div>
</header>
<div class="${inTerminal ? 'with-sections' : 'alone'}">
${inTerminal ? terminalNavigation(visit, section) : null}
<main id="content" tabindex="-1">
<h1>${title}</h1>
${inTerminal && visit.notice !== undefined ? html`<p class="notice good" role="status">${visit.notice}</p>` : null}
${inTerminal && visit.mistake !== undefined ? html`<p class="notice bad" role="alert">${visit.mistake}</p>` : null}
${inTerminal ? (visit.once ?? null) : null}
${body}
</main>
</div>`,
  });
}

/** The document of a message that comes before anything is known of the visitor: in both languages. */
export function bilingualMessage(title: Both, text: Both): string {
  return documentOf({
    language: 'fa',
    title: `${title.fa} · ${title.en}`,
    style,
    head,
    body: html`<div class="alone"><main>
<h1>${title.fa}</h1><p>${prose(text.fa)}</p>
<div lang="en" dir="ltr"><h2>${title.en}</h2><p>${prose(text.en)}</p></div>
</main></div>`,
  });
}
