// The two pages outside the languages: the first page, which asks for one, and the page for a wrong address.

import type { Contract } from '../contracts.ts';
import { escapeHtml, renderPage } from '../html.ts';
import { languages, siteTexts } from '../languages.ts';

interface Surroundings {
  contracts: Record<'en' | 'fa', Contract>;
  assets: string;
  policy: string;
}

const choices = (toRoot: string, contracts: Surroundings['contracts']) =>
  languages
    .map((language) => {
      const { choose, direction } = siteTexts[language];
      const { summary } = contracts[language];
      return `<li><a href="${toRoot}${language}/" lang="${language}" dir="${direction}" hreflang="${language}"><strong>${choose}</strong><span>${escapeHtml(summary)}</span></a></li>`;
    })
    .join('\n');

/** The first page of the site. It works without scripts. */
export function renderLanding({ contracts, assets, policy }: Surroundings): string {
  return renderPage({
    language: 'en',
    title: `${contracts.en.title} · ${contracts.fa.title}`,
    description: contracts.en.summary,
    toRoot: '',
    assets,
    policy,
    styles: ['base.css', 'dark.css', 'landing.css'],
    body: `<body>
<main class="landing">
<img src="${assets}/icon.svg" alt="">
<h1 class="landing-title"><span lang="fa" dir="rtl">${escapeHtml(contracts.fa.title)}</span><span>${escapeHtml(contracts.en.title)}</span></h1>
<p class="landing-version" dir="ltr">${escapeHtml(contracts.en.version)}</p>
<ul class="choices">
${choices('', contracts)}
</ul>
</main>
</body>`,
  });
}

/**
 * The page for a wrong address. It may be shown at any depth, so its links are absolute.
 * @param basePath the path under which the site is published, with a slash at both ends
 */
export function renderNotFound({ contracts, assets, policy }: Surroundings, basePath: string): string {
  return renderPage({
    language: 'en',
    title: siteTexts.en.notFound,
    description: siteTexts.en.notFoundHint,
    toRoot: basePath,
    assets,
    policy,
    styles: ['base.css', 'dark.css', 'landing.css'],
    head: '<meta name="robots" content="noindex">',
    body: `<body>
<main class="landing">
<h1 class="landing-title">${languages
      .map((language) => {
        const { notFound, direction } = siteTexts[language];
        return `<span lang="${language}" dir="${direction}">${notFound}</span>`;
      })
      .join('')}</h1>
<ul class="choices">
${choices(basePath, contracts)}
</ul>
</main>
</body>`,
  });
}
