// What panel and payer's page are made of: no text becomes markup, and a page brings only what is its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssets } from '../src/html/assets.ts';
import { documentOf } from '../src/html/document.ts';
import { html } from '../src/html/template.ts';

describe('a template', () => {
  it('lets no text become markup, and lets every text be read as it was', () => {
    const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", ';', 'lt', 'پ', '') }),
        (text) => {
          const written = html`${text}`.html;
          expect(written).not.toMatch(/[<>"']/);
          expect(written.replaceAll(/&([^;]+);/g, (_, name: string) => signs[name] ?? '?')).toBe(text);
        },
      ),
    );
  });

  it('keeps markup inside markup, alone and in lists, and writes nothing for what is missing', () => {
    const items = ['<a>', 'b'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul class="${1}">${items}${null}${undefined}</ul>`.html).toBe(
      '<ul class="1"><li>&lt;a&gt;</li><li>b</li></ul>',
    );
  });
});

it.each([
  ['fa', 'rtl'],
  ['en', 'ltr'],
] as const)('a document in %s runs from %s', (language, direction) => {
  const page = documentOf({ language, title: '<t>', style: '/page.css', body: html`<p>text</p>` });
  expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
  expect(page).toContain('<title>&lt;t&gt;</title>');
});

it('of a folder only files of a known kind are served, and the font with them', () => {
  const here = new URL('../src/panel/assets/', import.meta.url);
  expect([...readAssets(here).keys()].sort()).toEqual([
    'icon.svg',
    'panel.css',
    'requests.js',
    'vazirmatn.woff2',
  ]);
  expect([...readAssets(new URL('../', here)).keys()]).toEqual(['vazirmatn.woff2']);
});
