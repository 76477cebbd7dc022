// The reference page of one language: Redoc below the site's header.
import { escapeHtml, jsonBlock, renderPage } from '../html.ts';
import { otherLanguage, siteTexts } from '../languages.ts';
import { redocOptions } from '../redoc/options.ts';
import { renderHeader, type Surroundings } from './frame.ts';

/** Where the reference stands below the folder of its language. */
export const referencePath = 'reference.html';

export interface Reference {
  surroundings: Surroundings;
  title: string;
  description: string;
  /** What Redoc pre-rendered, as HTML. */
  prerendered: string;
  /** Redoc's labels by key, or by their English text where Redoc has no key. */
  labels: Record<string, string>;
  /** Routes of this page whose counterpart in the other language has another name. */
  counterparts: Record<string, string>;
  policy: string;
}

/** Links to the whole contract as a file, for readers whom the page cannot serve. */
const downloads = redocOptions.downloadUrls
  .map(({ title, url }) => `<a href="${url}" dir="ltr">${escapeHtml(title)}</a>`)
  .join(' · ');

export function renderReference(reference: Reference): string {
  const { language, assets } = reference.surroundings;
  const other = otherLanguage(language);
  const texts = siteTexts[language];
  const asset = (name: string) => `../${assets}/${name}`;
  return renderPage({
    language,
    title: reference.title,
    description: reference.description,
    toRoot: '../',
    assets,
    policy: reference.policy,
    styles: [
      'base.css',
      'header.css',
      `redoc.${language}.css`,
      'reference.css',
      ...(texts.direction === 'rtl' ? ['rtl.css'] : []),
    ],
    head: `<link rel="alternate" hreflang="${other}" href="../${other}/${referencePath}">
<link rel="preload" href="${asset('vazirmatn.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="redoc.json" as="fetch" crossorigin>
<link rel="modulepreload" href="${asset('redoc.js')}">
<script type="module" src="${asset('reference.js')}"></script>`,
    body: `<body class="reference">
<a class="skip-link" href="#redoc">${texts.skipToContent}</a>
${renderHeader(reference.surroundings, referencePath)}
<noscript><p class="notice">${texts.withoutScript} ${downloads}</p></noscript>
<p class="notice" id="loading-failed" role="alert" hidden>${texts.loadingFailed} ${downloads}</p>
<div id="redoc">${reference.prerendered}</div>
${jsonBlock('reference-settings', {
  options: redocOptions,
  labels: reference.labels,
  counterparts: reference.counterparts,
})}
</body>`,
  });
}
