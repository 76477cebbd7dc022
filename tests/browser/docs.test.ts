// The published reference in a real browser, with every other host out of reach.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { buildDocs } from '../../scripts/docs/build.ts';
import { type Language, languages } from '../../scripts/docs/languages.ts';
import { referencePath } from '../../scripts/docs/pages/reference.ts';
import { type RunningDocs, serveDocs } from '../../scripts/docs/serve.ts';
import { type SiteBrowser, startBrowser } from './browser.ts';

interface Item {
  operationId?: string;
  tags?: string[];
  summary?: string;
}

/** Every operation and webhook of the contract, with its address in Redoc. */
function places(language: Language): { route: string; summary: string }[] {
  const document = JSON.parse(readFileSync(join(generatedFolder, `openapi.${language}.json`), 'utf8')) as {
    paths: Record<string, Record<string, Item>>;
    webhooks: Record<string, Record<string, Item>>;
  };
  return [...Object.values(document.paths), ...Object.values(document.webhooks)].flatMap((item) =>
    Object.values(item)
      .filter(({ operationId }) => operationId !== undefined)
      .map(({ operationId, tags, summary }) => ({
        route: `/${tags?.[0]?.toLowerCase().replaceAll(' ', '-')}/${operationId?.toLowerCase()}`,
        summary: summary ?? '',
      })),
  );
}

let folder: string;
let docs: RunningDocs;
let browser: SiteBrowser;
beforeAll(async () => {
  // A folder of its own, so that nobody builds the site anew under the browser.
  folder = await mkdtemp(join(tmpdir(), 'docs-'));
  const { output } = await buildDocs({ output: join(folder, 'dist') });
  docs = await serveDocs({ port: 0, folder: output });
  browser = await startBrowser(docs.url);
});
afterAll(async () => {
  await browser?.close();
  await docs?.close();
  await rm(folder, { recursive: true, force: true });
});

const reference = (language: Language, route = '') =>
  `/${language}/${referencePath}${route === '' ? '' : `#${route}`}`;

/** Redoc has taken over the page when React has marked its element. */
const ready = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.getElementById('redoc') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );

const heading = (page: Page, text: string) => page.getByRole('heading', { name: text }).first();

async function goTo(page: Page, route: string, summary: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await heading(page, summary).waitFor();
}

describe.each(languages)('the reference in %s', (language) => {
  const all = places(language);
  const [first = { route: '/', summary: '' }] = all;

  it('shows every operation and webhook, asks no other host, breaks no policy and knows every label', async () => {
    const { page, foreign, complaints } = await browser.open(reference(language));
    await ready(page);
    expect(all.length).toBeGreaterThanOrEqual(30);
    for (const { route, summary } of all) await goTo(page, route, summary);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(language === 'fa' ? 'جست‌وجو در مستندات…' : 'Search docs...').fill('amount');
    await page.locator('[data-component-name="Search/SearchItem"]').first().waitFor();
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    if (language === 'fa') {
      const missing = await page.evaluate(() => [...window.missingLabels]);
      // The first is Redoc asking for nothing; the others stand in a menu that the site hides.
      const unseen = /^undefined$|^page\.actions\.(claude|chatGpt)/;
      expect(missing.filter((key) => !unseen.test(key))).toEqual([]);
    }
    await page.context().close();
  });

  it.each([1440, 390])('fits into %d pixels without scrolling sideways', async (width) => {
    const { page } = await browser.open(reference(language), width);
    await ready(page);
    const routes = [all.at(0), all.at(-1), { route: '/schemas/paymentrequest', summary: 'PaymentRequest' }];
    for (const place of routes) {
      if (!place) continue;
      await goTo(page, place.route, place.summary);
      const { content, window: seen } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      expect(content, place.route).toBeLessThanOrEqual(seen);
    }
    await page.context().close();
  });

  it('is taken over as it was pre-rendered, not drawn anew', async () => {
    const { page } = await browser.open(reference(language));
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState === 'interactive') {
          document.querySelector('#redoc h1')?.setAttribute('data-pre-rendered', '');
        }
      });
    });
    await page.reload();
    await ready(page);
    // The search waits for its index, which is made after everything has been drawn.
    await page.getByText(language === 'fa' ? 'جست‌وجو Ctrl+K' : 'Search Ctrl+K').waitFor();
    expect(await page.locator('#redoc h1[data-pre-rendered]').count()).toBe(1);
    await page.context().close();
  });

  it('keeps the place when the language is switched, on an operation and on a translated heading', async () => {
    const other = language === 'en' ? 'fa' : 'en';
    const { page } = await browser.open(reference(language, first.route));
    await heading(page, first.summary).waitFor();
    await page.locator('#language-switch').click();
    await page.waitForURL(`**${reference(other, first.route)}`);
    await heading(page, places(other)[0]?.summary ?? '').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(other);

    const section = page.locator('#redoc a[href^="#/section/"]').first();
    const before = await section.getAttribute('href');
    await section.click();
    await page.locator('#language-switch').click();
    await page.waitForURL(`**${reference(language, '/section/*')}`);
    const after = await page.locator('#redoc a[href^="#/section/"]').first().getAttribute('href');
    expect(after).not.toBe(before);
    expect(decodeURI(new URL(page.url()).hash)).toBe(after);
    await page.context().close();
  });

  it('shows samples in the six languages', async () => {
    const { page } = await browser.open(reference(language, first.route));
    await heading(page, first.summary).waitFor();
    await page.getByText('curl', { exact: true }).first().click();
    for (const name of ['PHP', 'Node.js', 'Go', 'Python', 'C#']) {
      await page.getByText(name, { exact: true }).first().waitFor();
    }
    await page.context().close();
  });
});

describe('right to left', () => {
  const [first = { route: '/', summary: '' }] = places('fa');

  it('mirrors the page: the menu is on the right, and its arrows point to the left', async () => {
    const { page } = await browser.open(reference('fa'));
    await ready(page);
    const menu = await page.locator('[data-component-name="Menu/Menu"]').first().boundingBox();
    expect(menu?.x).toBeGreaterThan(1440 / 2);
    const arrow = page.locator('[data-component-name^="icons/ChevronRight"]').first();
    expect(await arrow.evaluate((icon) => getComputedStyle(icon).transform)).toBe(
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
    await page.context().close();
  });

  it('keeps code, names and paths from left to right', async () => {
    const { page } = await browser.open(reference('fa', first.route));
    await heading(page, first.summary).waitFor();
    const directions = await page.evaluate(() =>
      [...document.querySelectorAll('#redoc :is(pre, code, .schema-name)')].map(
        (element) => getComputedStyle(element).direction,
      ),
    );
    expect(directions.length).toBeGreaterThan(10);
    expect(new Set(directions)).toEqual(new Set(['ltr']));

    // Where each character is drawn tells what a reader sees, whatever rule made it so.
    const drawn = await page.evaluate(() => {
      const sought = ['/v2/payments', '^[!-~]+$', '-103', '[ 1 .. 255 ]'];
      const found: Record<string, boolean> = {};
      const texts = document.createTreeWalker(document.getElementById('redoc') as Node, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const text of sought) {
          const start = (node.textContent ?? '').indexOf(text);
          if (start < 0 || (node.textContent?.length ?? 0) > 60) continue;
          const lefts = [...text].map((_, index) => {
            const range = document.createRange();
            range.setStart(node as Node, start + index);
            range.setEnd(node as Node, start + index + 1);
            return range.getBoundingClientRect().left;
          });
          const ordered = lefts.every((left, index) => index === 0 || left >= (lefts[index - 1] ?? 0));
          found[text] = (found[text] ?? true) && ordered;
        }
      }
      return found;
    });
    expect(drawn).toEqual({ '/v2/payments': true, '^[!-~]+$': true, '-103': true, '[ 1 .. 255 ]': true });
    await page.context().close();
  });

  it("shows none of Redoc's own English", async () => {
    const { page } = await browser.open(reference('fa', first.route));
    await heading(page, first.summary).waitFor();
    const english = await page.evaluate(() => {
      const found: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const parent = node.parentElement;
        if (!parent?.checkVisibility() || parent.closest('pre, code, script, noscript')) continue;
        found.push(node.textContent?.trim() ?? '');
      }
      return found;
    });
    expect(english).toContain('درخواست');
    expect(english).toContain('الزامی');
    const labels =
      /^(Request|Responses?|Headers|Body|Security|required|Callbacks|Copy|Search.*|Example:?|Default:?|Enum:?|Value:?|Show.*|Hide.*|View details|Expand all|Payload|API docs by|Overview|Servers|Schemas|One of:?)$/;
    expect(english.filter((text) => labels.test(text) || /\bcharacters\b/.test(text))).toEqual([]);
    await page.context().close();
  });

  it('writes in the font that the site brings', async () => {
    const { page } = await browser.open(reference('fa'));
    await ready(page);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('16px Vazirmatn', 'درگاه'))).toBe(true);
    expect(
      await page
        .locator('#redoc h1')
        .first()
        .evaluate((h1) => getComputedStyle(h1).fontFamily),
    ).toMatch(/^"?Vazirmatn/);
    await page.context().close();
  });
});

it('asks for a language on the first page and leads to it', async () => {
  const { page, foreign, complaints } = await browser.open('/', 390);
  await page.getByRole('link', { name: 'خواندن به فارسی' }).click();
  await page.waitForURL('**/fa/');
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await page.context().close();
});
