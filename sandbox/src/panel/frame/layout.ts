// The document around every page: header with the switch of languages, the terminal's sections, notices.

import { prose } from '../../html/elements.ts';
import { type Language, speechOf } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import { form } from './elements.ts';
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

const otherName: Record<Language, string> = { fa: 'English', en: 'فارسی' };

/**
 * The whole document of a page.
 * @param section which of the terminal's sections the page belongs to.
 */
export function layout(visit: Visit, { title, body, script }: Content, section = ''): string {
  const { say, language, place } = visit;
  const other: Language = language === 'fa' ? 'en' : 'fa';
  const inTerminal = isTerminalVisit(visit);
  return html`<!doctype html>
<html lang="${language}" dir="${say('ltr', 'rtl')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · ${say('IranDargah sandbox', 'سندباکس ایران‌درگاه')}</title>
<link rel="icon" href="/dashboard/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/dashboard/assets/panel.css">
${script === undefined ? null : html`<script src="/dashboard/assets/${script}" defer></script>`}
</head>
<body>
<a class="skip-link" href="#content">${say('Skip to the content', 'رفتن به محتوا')}</a>
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
</div>
</body>
</html>`.html;
}

/** The document of a message that comes before anything is known of the visitor: in both languages. */
export function bilingualMessage(
  title: { en: string; fa: string },
  text: { en: string; fa: string },
): string {
  const { say } = speechOf('fa');
  return html`<!doctype html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.fa} · ${title.en}</title>
<link rel="icon" href="/dashboard/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/dashboard/assets/panel.css">
</head>
<body>
<div class="alone"><main>
<h1>${say(title.en, title.fa)}</h1><p>${prose(text.fa)}</p>
<div lang="en" dir="ltr"><h2>${title.en}</h2><p>${prose(text.en)}</p></div>
</main></div>
</body>
</html>`.html;
}
