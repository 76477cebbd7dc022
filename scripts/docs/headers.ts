// The HTTP headers of the site: what its pages may load, in the `_headers` file that static hosts and our server read.
import { createHash } from 'node:crypto';

/** Code that stands in a page itself. */
export interface InlineCode {
  scripts: string[];
  /** Values of `style` attributes, as the browser reads them. */
  styles: string[];
}

/** The hash of inline code by which a Content-Security-Policy allows it and nothing else. */
export const sourceHash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/**
 * The Content-Security-Policy of every page: nothing but files of the site itself, no eval, and no
 * inline code but what is named here by its hash. Redoc adds its rules to an empty `<style>` by
 * script, which needs the hash of the empty text, and its icons are images in data: addresses.
 * @param inline the code that Redoc pre-rendered into its pages
 */
export function contentSecurityPolicy({ scripts, styles }: InlineCode): string {
  const hashes = (codes: string[]) => [...new Set(codes.map(sourceHash))].sort();
  const attributes = styles.length > 0 ? ["'unsafe-hashes'", ...hashes(styles)] : ["'none'"];
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...hashes(scripts)].join(' '),
    `style-src 'self' ${sourceHash('')}`,
    ['style-src-attr', ...attributes].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The `_headers` file (the format of Netlify and Cloudflare Pages); frames can be refused only in a header. */
export const headersFile = (policy: string) => `/*
  Content-Security-Policy: ${policy}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
`;

/** Reads the headers for all pages from a `_headers` file. */
export function readHeadersFile(text: string): [name: string, value: string][] {
  return text
    .split('\n')
    .map((line) => /^\s+([\w-]+): (.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = '', value = '']) => [name, value]);
}
