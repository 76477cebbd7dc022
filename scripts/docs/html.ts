// HTML for our own pages: escaping, and the frame that every page of the site stands in.
import { type Language, siteTexts } from './languages.ts';

/** Text made safe for element content and for quoted attribute values. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Data for a script to read; `<` is escaped so that no value can end the element. */
export const jsonBlock = (id: string, data: unknown) =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

export interface Page {
  language: Language;
  title: string;
  description: string;
  /** From the page to the root of the site: `''` or `'../'`, or an absolute path. */
  toRoot: string;
  /** Folder of the assets below the root. */
  assets: string;
  policy: string;
  /** Names of style sheets among the assets, in their order. */
  styles: string[];
  /** Further elements of the head. */
  head?: string;
  body: string;
}

/** A whole page. Links between its languages are the caller's, since only it knows its counterparts. */
export function renderPage(page: Page): string {
  const { language, toRoot, assets } = page;
  const { direction } = siteTexts[language];
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(page.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<link rel="icon" href="${toRoot}${assets}/icon.svg" type="image/svg+xml">
${page.styles.map((name) => `<link rel="stylesheet" href="${toRoot}${assets}/${name}">`).join('\n')}
${page.head ?? ''}
</head>
${page.body}
</html>
`;
}
