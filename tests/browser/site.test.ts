// Our own pages in a real browser, with every other host out of reach: guides, plain reference, search, downloads.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors } from '../../generated/facts.ts';
import { buildDocs } from '../../scripts/docs/build.ts';
import { languages } from '../../scripts/docs/languages.ts';
import { type RunningDocs, serveDocs } from '../../scripts/docs/serve.ts';
import { pagesOf } from '../docs/built-site.ts';
import { type SiteBrowser, startBrowser } from './browser.ts';

let docs: RunningDocs;
let browser: SiteBrowser;
let paths: string[];
beforeAll(async () => {
  const { output } = await buildDocs();
  docs = await serveDocs({ port: 0, folder: output });
  browser = await startBrowser(docs.url);
  paths = pagesOf(output)
    .map(({ path }) => `/${path}`)
    .filter((path) => !path.endsWith('reference.html'));
  paths.push('/no/such/page');
});
afterAll(async () => {
  await browser?.close();
  await docs?.close();
});

interface AxeResult {
  violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
}

/** Violations that axe-core calls serious or critical, in a part of the page. */
async function severeViolations(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated through the debugging protocol, which the page's own policy does not bind.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(${JSON.stringify(part)}, { resultTypes: ['violations'] })`,
  )) as AxeResult;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`);
}

const width = (page: Page) =>
  page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));

/** Elements that reach out of the window, unless they stand in a box that scrolls or is cut on purpose. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => element.checkVisibility())
      .filter((element) => !element.closest('pre, .table-frame, thead, .skip-link'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

describe.each([1440, 390])('at %d pixels', (pixels) => {
  it.each(['/en/', '/fa/', 'the first page and wrong addresses'])(
    'every page of %s fits, asks no other host and breaks no policy',
    async (part) => {
      const { page, foreign, complaints } = await browser.open('/', pixels);
      const chosen = paths.filter((path) =>
        part.startsWith('/') ? path.startsWith(part) : !/^\/(en|fa)\//.test(path),
      );
      expect(chosen.length).toBeGreaterThanOrEqual(part.startsWith('/') ? 28 : 2);
      const findings: Record<string, unknown> = {};
      for (const path of chosen) {
        complaints.length = 0;
        await page.goto(new URL(path, page.url()).href);
        await page.evaluate(() => document.fonts.ready);
        const { content, window } = await width(page);
        const found = [
          ...complaints.filter((complaint) => !/status of 404/.test(complaint)),
          ...(content > window ? [`${content} > ${window}`] : []),
          ...(await cutOff(page)),
        ];
        if (found.length > 0) findings[path] = found;
      }
      expect(findings).toEqual({});
      expect(foreign).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});

describe('accessibility', () => {
  const severeOn = async (chosen: string[], pixels: number) => {
    const { page } = await browser.open('/', pixels);
    const findings: Record<string, string[]> = {};
    for (const path of chosen) {
      await page.goto(new URL(path, page.url()).href);
      const found = await severeViolations(page);
      if (found.length > 0) findings[path] = found;
    }
    await page.context().close();
    return findings;
  };

  it.each(languages)(
    'axe finds nothing serious or critical on any page in %s',
    async (language) => {
      expect(
        await severeOn(
          paths.filter((path) => path.startsWith(`/${language}/`)),
          1440,
        ),
      ).toEqual({});
    },
    300_000,
  );

  it.each(languages)("nor in the header above Redoc's own page in %s", async (language) => {
    for (const pixels of [1440, 390]) {
      const { page } = await browser.open(`/${language}/reference.html`, pixels);
      expect(await severeViolations(page, '.site-header')).toEqual([]);
      await page.context().close();
    }
  });

  it('nor on a phone, on a page of each kind', async () => {
    const kinds = [
      '',
      'guides/errors.html',
      'api/refunds.html',
      'api/index.html',
      'search.html',
      'downloads.html',
    ];
    const chosen = languages.flatMap((language) => kinds.map((kind) => `/${language}/${kind}`));
    expect(await severeOn(['/', '/no/such/page', ...chosen], 390)).toEqual({});
  }, 300_000);
});

describe('in the dark', () => {
  it.each(['/fa/', '/fa/guides/errors.html', '/en/api/payments.html', '/en/guides/signing.html'])(
    '%s has enough contrast',
    async (path) => {
      const { page } = await browser.open(path);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.reload();
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(background).not.toBe('rgb(255, 255, 255)');
      expect(await severeViolations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

describe.each(languages)('in %s', (language) => {
  it('the switch keeps page and place', async () => {
    const other = language === 'en' ? 'fa' : 'en';
    const { page } = await browser.open(`/${language}/guides/webhooks.html#retries`);
    await page.locator('#language-switch').click();
    await page.waitForURL(`**/${other}/guides/webhooks.html#retries`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(other === 'fa' ? 'rtl' : 'ltr');
    await page.context().close();
  });

  it('the menu of a phone opens and leads to another page without any script', async () => {
    const { page } = await browser.open(`/${language}/`, 390, { scripts: false });
    await page.locator('.site-menu summary').click();
    await page.locator('.menu-list a[href="guides/errors.html"]').click();
    await page.waitForURL('**/guides/errors.html');
    expect(await page.locator('#error-table tbody tr').count()).toBe(Object.keys(errors).length);
    await page.context().close();
  });

  it('the catalogue of errors can be filtered', async () => {
    const { page } = await browser.open(`/${language}/guides/errors.html`);
    const visible = () => page.locator('#error-table tbody tr:visible').count();
    expect(await visible()).toBe(Object.keys(errors).length);
    await page.locator('#table-filter input').fill(language === 'fa' ? '‎-۱۰۳' : '-103');
    expect(await visible()).toBe(1);
    await page.locator('#table-filter input').fill('authentication');
    expect(await visible()).toBe(5);
    await page.context().close();
  });

  it('prints with every example open, and without menus', async () => {
    const { page } = await browser.open(`/${language}/api/payments.html`, 800, { scripts: false });
    const hidden = page.locator('details:not([open]):not(.site-menu) > figure');
    expect(await hidden.count()).toBeGreaterThan(20);
    await page.emulateMedia({ media: 'print' });
    expect(
      await hidden.evaluateAll(
        (all) => all.filter((figure) => !figure.checkVisibility({ contentVisibilityAuto: true })).length,
      ),
    ).toBe(0);
    expect(await page.locator('.site-header').isVisible()).toBe(false);
    await page.context().close();
  });

  it('code can be copied', async () => {
    const { page } = await browser.open(`/${language}/guides/money.html`);
    // Only secure contexts have a clipboard; this stands in for it.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(Object.assign(window, { copied: text })) },
      });
    });
    await page.reload();
    await page.locator('figure.code .copy').first().click();
    expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toContain(
      'tomanToRials',
    );
    await page.context().close();
  });
});

describe('the search', () => {
  const results = (page: Page) => page.locator('#search-results a');

  it('finds from the header of any page, in Persian typed on an Arabic keyboard without half-spaces', async () => {
    const { page, complaints } = await browser.open('/fa/guides/money.html');
    await page.locator('.site-search input').fill('وبهوك');
    await page.locator('.site-search input').press('Enter');
    await page.waitForURL('**/fa/search.html?q=*');
    await results(page).first().waitFor();
    expect(await results(page).first().textContent()).toContain('وب‌هوک');
    await results(page).first().click();
    await page.waitForURL(/\/fa\/(guides|api)\//);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('finds a code in Persian digits while it is typed, and says when there is nothing', async () => {
    const { page } = await browser.open('/fa/search.html');
    await page.locator('html[data-search-ready]').waitFor();
    await page.locator('#search-input').fill('۱۰۳');
    await results(page).first().waitFor();
    expect(await results(page).first().getAttribute('href')).toContain('error-signature-invalid');
    await page.locator('#search-input').fill('qwxzv');
    await page.locator('#search-nothing').waitFor();
    await page.context().close();
  });
});

describe('right to left', () => {
  it('card numbers, paths, JSON and comparisons are drawn from left to right', async () => {
    const { page } = await browser.open('/fa/guides/sandbox.html');
    const ordered = (sought: string[]) =>
      page.evaluate((sought) => {
        const found: Record<string, boolean> = {};
        const texts = document.createTreeWalker(document.querySelector('main') as Node, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          for (const text of sought) {
            const start = (node.textContent ?? '').indexOf(text);
            if (start < 0) continue;
            const lefts = [...text].map((_, index) => {
              const range = document.createRange();
              range.setStart(node as Node, start + index);
              range.setEnd(node as Node, start + index + 1);
              return range.getBoundingClientRect().left;
            });
            const inOrder = lefts.every((left, index) => index === 0 || left >= (lefts[index - 1] ?? 0));
            found[text] = (found[text] ?? true) && inOrder;
          }
        }
        return found;
      }, sought);
    expect(await ordered(['https://sandbox.irandargah.com', 'idg_test_', '05/12', '-H'])).toMatchObject({
      'https://sandbox.irandargah.com': true,
      idg_test_: true,
      '05/12': true,
    });
    await page.goto(new URL('/fa/guides/callbacks.html', page.url()).href);
    expect(await ordered(['-1', '=== true'])).toMatchObject({ '-1': true, '=== true': true });
    await page.goto(new URL('/fa/api/payments.html', page.url()).href);
    expect(await ordered(['^[A-Za-z0-9_-]+$', '"amount"', '-101'])).toEqual({
      '^[A-Za-z0-9_-]+$': true,
      '"amount"': true,
      '-101': true,
    });
    await page.context().close();
  });
});
