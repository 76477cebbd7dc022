// Reads a built site as a visitor without scripts would: its pages, what they link to, and what they say.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SitePage {
  /** Path below the site, such as `fa/guides/errors.html`. */
  path: string;
  html: string;
}

/** Every page of the site but the one for wrong addresses, whose links are absolute. */
export const pagesOf = (site: string): SitePage[] =>
  readdirSync(site, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .sort()
    .map((path) => ({ path, html: readFileSync(join(site, path), 'utf8') }));

const unescapeHtml = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<[a-z][^>]*? ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    unescapeHtml(value),
  );

/** The addresses that a page leads to. */
export const linksOf = (html: string) => attribute(html, 'href');

/** The names that links to a page can end with. */
export const anchorsOf = (html: string) => attribute(html, 'id');

/** The addresses that a browser loads by itself when it opens the page. */
export const loadedBy = (html: string) =>
  [...html.matchAll(/<(link|script|img|iframe|source|form)\b[^>]*?(?:src|href|action)="([^"]*)"[^>]*>/g)]
    .filter(([tag]) => !/rel="alternate"/.test(tag))
    .map(([, , address = '']) => unescapeHtml(address));

/**
 * Why a link of a page leads nowhere, or undefined when it leads somewhere.
 * Addresses of other hosts are not visited, and places inside Redoc are its own affair.
 */
export function brokenLink(site: string, page: SitePage, href: string): string | undefined {
  if (/^[a-z]+:/.test(href)) return href.startsWith('https://') ? undefined : 'is neither https nor our own';
  const [address = '', anchor] = href.split('#');
  let target = address === '' ? page.path : join(dirname(page.path), address.split('?')[0] ?? '');
  if (address.endsWith('/') || target === '.') target = join(target, 'index.html');
  const file = join(site, target);
  if (target.startsWith('..') || !existsSync(file) || statSync(file).isDirectory()) return 'has no file';
  if (!anchor || target.endsWith('reference.html')) return undefined;
  return anchorsOf(readFileSync(file, 'utf8')).includes(anchor) ? undefined : 'has no such place on its page';
}

/** What a page says to its reader, text by text; code, names and passages marked as English are left out. */
export function proseOf(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replace(/<(script|style|pre|code|kbd|samp)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .split(/<[^>]*>/)
    .map((text) => unescapeHtml(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
