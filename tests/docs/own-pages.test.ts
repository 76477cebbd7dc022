// Our own pages as they are built: no broken link, no foreign host, no English in Persian, everything there without scripts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecisions } from '../../foundation/reader/decisions.ts';
import { errors, operations, webhookEvents } from '../../generated/facts.ts';
import { buildDocs } from '../../scripts/docs/build.ts';
import { languages } from '../../scripts/docs/languages.ts';
import { decisionsFolder } from '../../scripts/docs/places.ts';
import { texts } from '../../scripts/docs/texts.ts';
import { anchorsOf, brokenLink, linksOf, loadedBy, pagesOf, proseOf, type SitePage } from './built-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-pages-'));
const site = join(folder, 'dist');
let pages: SitePage[];
beforeAll(async () => {
  await buildDocs({ output: site });
  pages = pagesOf(site);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string) => {
  const found = pages.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`There is no page ${path}.`);
  return found.html;
};

/** Our own pages; Redoc's is checked in a browser. */
const own = () => pages.filter(({ path }) => !path.endsWith('reference.html'));

it('has the same pages in both languages', () => {
  const paths = (language: string) =>
    pages.filter(({ path }) => path.startsWith(`${language}/`)).map(({ path }) => path.slice(3));
  expect(paths('fa')).toEqual(paths('en'));
  expect(paths('en').length).toBeGreaterThanOrEqual(28);
});

it('has no broken link and no broken anchor', () => {
  const broken = pages.flatMap((from) =>
    linksOf(from.html).flatMap((href) => {
      const reason = brokenLink(site, from, href);
      return reason ? [`${from.path}: ${href} ${reason}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});

it('notices a link without a file, without an anchor, and out of the site', () => {
  const from = { path: 'en/index.html', html: '' };
  expect(brokenLink(site, from, 'guides/nothing.html')).toBe('has no file');
  expect(brokenLink(site, from, '../../etc')).toBe('has no file');
  expect(brokenLink(site, from, 'guides/errors.html#nothing')).toBe('has no such place on its page');
  expect(brokenLink(site, from, 'guides/errors.html#catalogue')).toBeUndefined();
});

it('has no anchor twice on a page', () => {
  const twice = own().flatMap(({ path, html }) => {
    const ids = anchorsOf(html);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`);
  });
  expect(twice).toEqual([]);
});

it('loads nothing from another host, and runs nothing that stands in the page', () => {
  for (const { path, html } of own()) {
    expect(
      loadedBy(html).filter((address) => /^(?:[a-z]+:)?\/\//.test(address)),
      path,
    ).toEqual([]);
    expect(html, path).not.toMatch(/<script(?![^>]* src=)[^>]*>/);
    expect(html, path).not.toMatch(/ (?:style|on[a-z]+)="/);
  }
});

describe.each(languages)('without scripts, in %s', (language) => {
  it('the plain reference has every operation and every event, with its fields and answers', () => {
    const plain = own().filter(({ path }) => path.startsWith(`${language}/api/`));
    const all = plain.map(({ html }) => html).join('');
    const ids = new Set(anchorsOf(all));
    const missing = Object.keys(operations).filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
    expect(ids).toContain('paymentCallback');
    for (const event of Object.keys(webhookEvents)) expect(all).toContain(event);
    const payments = page(`${language}/api/payments.html`);
    for (const text of ['gateway_url', 'Idempotency-Key', 'card_number', 'X-Response-Signature', '>429<']) {
      expect(payments.replaceAll('<wbr>', ''), text).toContain(text);
    }
  });

  it.each([
    ['refunds', 'createRefund', 'the whole operation', 12],
    ['webhook-events', 'onPaymentReversed', 'the whole event', 68],
    ['verifications', 'getVerification', 'a value that is not there yet', 36],
    ['payments', 'createPayment', 'a form that nobody printed', 15],
    ['payments', 'cancelPayment', 'the status of an error', 2],
  ])('%s, %s: says that %s is assumed, with its decision', (area, id, _, decision) => {
    const [, section = ''] = page(`${language}/api/${area}.html`).split(`id="${id}"`);
    const own = section.split('<section class="operation"')[0] as string;
    expect(own).toContain(`guides/decisions.html#decision-${decision}"`);
    expect(own).toContain(texts[language].assumed);
  });

  it.each([
    ['payments', 'createPayment', 'payments', 'cancelPayment'],
    ['payments', 'createPayment', 'verifications', 'createVerification'],
    ['verifications', 'createVerification', 'refunds', 'createRefund'],
    ['webhooks', 'subscribeWebhook', 'webhooks', 'testWebhook'],
  ])('%s: what %s answers leads to %s, %s', (area, from, nextArea, next) => {
    const [, section = ''] = page(`${language}/api/${area}.html`).split(`id="${from}"`);
    const [answers = ''] = section.split('<section class="operation"');
    const [, follow = ''] = answers.split(texts[language].nextCalls);
    expect(follow.split('</ul>')[0]).toContain(`href="../api/${nextArea}.html#${next}"`);
  });

  it('what most fields of a table rest on is said once, above it', () => {
    const verifications = page(`${language}/api/verifications.html`);
    const said = verifications.match(/<p class="grounds">/g) ?? [];
    const tables = verifications.match(/<p class="grounds">[^\n]*\n<div class="table-frame"/g) ?? [];
    expect(said.length).toBeGreaterThan(0);
    expect(tables).toHaveLength(said.length);
    expect(verifications).toContain(texts[language].fromExample);
  });

  it('a decision shows the places that rest on it', () => {
    const register = page(`${language}/guides/decisions.html`).replaceAll('<wbr>', '');
    const [, decision = ''] = register.split('id="decision-2"');
    expect(decision.split('</section>')[0]).toContain('#/components/schemas/*/x-status-code/http');
  });

  it('the catalogue has every error, and the register every decision', () => {
    const catalogue = page(`${language}/guides/errors.html`);
    for (const { code, action } of Object.values(errors)) {
      expect(catalogue).toContain(`<code>${code}</code>`);
      expect(proseOf(catalogue).join(' ')).toContain(action[language].split('`')[0]?.trim());
    }
    const register = new Set(anchorsOf(page(`${language}/guides/decisions.html`)));
    const missing = readDecisions(decisionsFolder).filter(({ id }) => !register.has(`decision-${id}`));
    expect(missing).toEqual([]);
  });
});

describe('the Persian pages', () => {
  const persian = () => own().filter(({ path }) => path.startsWith('fa/'));

  // Four Latin words in a row are a sentence; the names that we use have at most three.
  const sentences = ({ path, html }: SitePage) =>
    proseOf(html)
      .flatMap((text) => text.match(/\b[A-Za-z][a-z’']*(?:[ ,]+[A-Za-z][a-z’']*){3,}/g) ?? [])
      .map((sentence) => `${path}: ${sentence}`);

  it('contain no English sentence outside code and names', () => {
    expect(persian().flatMap(sentences)).toEqual([]);
    // The same count finds them where they are.
    const english = own().filter(({ path }) => path.startsWith('en/'));
    expect(english.filter((page) => sentences(page).length === 0)).toEqual([]);
  });

  it('are written with Persian letters and digits, and with guillemets', () => {
    const mistyped = persian().flatMap(({ path, html }) =>
      proseOf(html)
        .filter((text) => /[يكىة٠-٩]|"[^"]*[آ-ی]/u.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(mistyped).toEqual([]);
  });

  it('write numbers of prose in Persian digits', () => {
    const latin = persian()
      .filter(({ path }) => path.startsWith('fa/guides/') && !path.endsWith('decisions.html'))
      .flatMap(({ path, html }) =>
        proseOf(html)
          // Names keep their digits: 2xx, int64, SHA256, and so on.
          .filter((text) => /(?<![A-Za-z\d-])\d+(?![A-Za-z\d])/.test(text))
          .map((text) => `${path}: ${text}`),
      );
    expect(latin).toEqual([]);
  });
});

describe('English pages', () => {
  it('contain no Persian outside what travels on the wire', () => {
    const persian = own()
      .filter(({ path }) => path.startsWith('en/'))
      .flatMap(({ path, html }) =>
        proseOf(html.replace(/<(\w+)[^>]* lang="fa"[^>]*>[\s\S]*?<\/\1>/g, ' '))
          .filter((text) => /[آ-ی]/u.test(text))
          .map((text) => `${path}: ${text}`),
      );
    expect(persian).toEqual([]);
  });
});

it('offers llms.txt with links that lead somewhere', () => {
  const text = readFileSync(join(site, 'llms.txt'), 'utf8');
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href);
  expect(links.length).toBeGreaterThan(40);
  const from = { path: 'llms.txt', html: '' };
  expect(links.filter((href) => brokenLink(site, from, href))).toEqual([]);
});
