// What the pages of the site may load.
import { expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  headersFile,
  readHeadersFile,
  sourceHash,
} from '../../scripts/docs/headers.ts';

const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/).slice(0, 2)));

it('allows nothing but the site itself, its named inline code and images in data: addresses', () => {
  const policy = contentSecurityPolicy({ scripts: ['let a'], styles: ['color: red', 'color: red'] });
  expect(directives(policy)).toEqual({
    'default-src': "'none'",
    'script-src': `'self' ${sourceHash('let a')}`,
    'style-src': `'self' ${sourceHash('')}`,
    'style-src-attr': `'unsafe-hashes' ${sourceHash('color: red')}`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
  });
});

it('allows no inline code where there is none', () => {
  const policy = directives(contentSecurityPolicy({ scripts: [], styles: [] }));
  expect(policy['script-src']).toBe("'self'");
  expect(policy['style-src-attr']).toBe("'none'");
});

it('writes hashes as browsers compute them', () => {
  // The hash of the empty text is well known from browsers' own messages.
  expect(sourceHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
});

it('gives static hosts and our own server the same headers', () => {
  const headers = new Map(readHeadersFile(headersFile("default-src 'none'")));
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
});
