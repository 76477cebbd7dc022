// The frame of our own pages: header, menu, list of all pages, and the way to the same page in the other language.
import { contentSecurityPolicy } from '../headers.ts';
import { escapeHtml, renderPage } from '../html.ts';
import { type Language, otherLanguage, siteTexts } from '../languages.ts';
import { localDigits } from '../numbers.ts';
import { texts } from '../texts.ts';

/** A page that the menu leads to. */
interface MenuEntry {
  /** Address below the folder of the language, such as `guides/errors.html`. */
  path: string;
  title: string;
}

interface Menu {
  guides: MenuEntry[];
  areas: MenuEntry[];
}

/** What all pages of one language share. */
export interface Surroundings {
  language: Language;
  version: string;
  assets: string;
  menu: Menu;
}

export interface FramedPage {
  path: string;
  title: string;
  description: string;
  body: string;
  /** Headings for the list of contents. */
  headings?: { id: string; text: string }[];
  /** The home page has no list of pages at its side. */
  wide?: boolean;
  head?: string;
}

/** Our own pages have no inline code at all, which is stricter than what Redoc's page needs. */
const strictPolicy = contentSecurityPolicy({ scripts: [], styles: [] });

/** From a page to the folder of its language: `''` or `'../'`. */
export const toLanguageRoot = (path: string) => '../'.repeat(path.split('/').length - 1);

const links = (entries: MenuEntry[], up: string, current: string) =>
  entries
    .map(({ path, title }) => {
      const here = path === current ? ' aria-current="page"' : '';
      return `<li><a href="${up}${path}"${here}>${escapeHtml(title)}</a></li>`;
    })
    .join('\n');

/** The list of all pages, which stands at the side, or in the menu of a narrow screen. */
function pageList({ language, menu }: Surroundings, up: string, current: string): string {
  const words = texts[language];
  const more = [
    { path: 'downloads.html', title: words.downloads },
    { path: 'changes.html', title: words.changes },
  ];
  const reference = [{ path: 'reference.html', title: words.reference }, ...menu.areas];
  return `<p class="list-title">${words.guides}</p>
<ul>${links(menu.guides, up, current)}</ul>
<p class="list-title">${siteTexts[language].apiReference}</p>
<ul>${links(reference, up, current)}</ul>
<p class="list-title">${words.downloads}</p>
<ul>${links(more, up, current)}</ul>`;
}

/**
 * The header of every page of a language, Redoc's page included.
 * @param path the page's address below the folder of its language
 */
export function renderHeader(surroundings: Surroundings, path: string): string {
  const { language, assets } = surroundings;
  const other = otherLanguage(language);
  const site = siteTexts[language];
  const words = texts[language];
  const up = toLanguageRoot(path);
  const target = path === 'index.html' ? '' : path;
  return `<header class="site-header">
<a class="site-brand" href="${up || './'}" aria-label="${site.brand}"><img src="${up}../${assets}/icon.svg" alt="" width="28" height="28"><span>${site.brand}</span></a>
<nav class="site-links" aria-label="${words.menu}">
<a href="${up}guides/first-payment.html">${words.guides}</a>
<a href="${up}reference.html">${words.reference}</a>
<a href="${up}api/index.html">${words.plainReference}</a>
</nav>
<form class="site-search" role="search" action="${up}search.html"><input type="search" name="q" aria-label="${words.searchLabel}" placeholder="${words.search}" autocomplete="off" enterkeyhint="search"></form>
<a class="language-switch" id="language-switch" href="${up}../${other}/${target}" lang="${other}" hreflang="${other}" aria-label="${siteTexts[other].name}" title="${site.switchTo}">${siteTexts[other].name}</a>
<details class="site-menu"><summary aria-label="${words.menu}"><span class="menu-icon" aria-hidden="true"></span></summary>
<nav class="menu-list" aria-label="${words.menu}">
${pageList(surroundings, up, path)}
</nav></details>
</header>`;
}

/** A whole page of our own. */
export function renderFramed(surroundings: Surroundings, page: FramedPage): string {
  const { language, version, assets } = surroundings;
  const site = siteTexts[language];
  const words = texts[language];
  const up = toLanguageRoot(page.path);
  const other = otherLanguage(language);
  const contents =
    page.headings && page.headings.length > 1
      ? `<nav class="contents" aria-label="${words.onThisPage}"><p class="list-title">${words.onThisPage}</p>
<ul>${page.headings.map(({ id, text }) => `<li><a href="#${id}"><bdi>${escapeHtml(text)}</bdi></a></li>`).join('\n')}</ul></nav>`
      : '';
  const side = page.wide
    ? ''
    : `<aside class="page-list"><nav aria-label="${words.guides}">${pageList(surroundings, up, page.path)}</nav></aside>`;
  return renderPage({
    language,
    title: page.path === 'index.html' ? page.title : `${page.title} · ${site.brand}`,
    description: page.description,
    toRoot: `${up}../`,
    assets,
    policy: strictPolicy,
    styles: ['base.css', 'header.css', 'site.css', 'dark.css', 'print.css'],
    head: `<link rel="alternate" hreflang="${other}" href="${up}../${other}/${page.path === 'index.html' ? '' : page.path}">
<link rel="preload" href="${up}../${assets}/vazirmatn.woff2" as="font" type="font/woff2" crossorigin>
<script type="module" src="${up}../${assets}/site.js"></script>
${page.head ?? ''}`,
    body: `<body class="own${page.wide ? ' wide' : ''}">
<a class="skip-link" href="#content">${site.skipToContent}</a>
${renderHeader(surroundings, page.path)}
<div class="columns">
${side}
<main id="content" tabindex="-1">
${page.body}
</main>
${contents}
</div>
<footer class="site-footer"><p>${words.footer} <bdi>${localDigits(version, language)}</bdi> · <a href="${up}changes.html">${words.changes}</a> · <a href="${up}downloads.html">${words.downloads}</a></p></footer>
</body>`,
  });
}
