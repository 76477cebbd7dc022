// The document around every page: its language and direction, its head, and its style sheet.
import type { Language } from './language.ts';
import { type Html, html } from './template.ts';

/**
 * @param style the address of the style sheet.
 * @param head what else stands in the head.
 * @returns the whole document as text.
 */
export function documentOf({
  language,
  title,
  style,
  head = null,
  body,
}: {
  language: Language;
  title: string;
  style: string;
  head?: Html | null;
  body: Html;
}): string {
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
${head}
</head>
<body>
${body}
</body>
</html>`.html;
}
