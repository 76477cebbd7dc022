// The published contract in the renderers of others: all of it shows, nothing complains, and Persian stands in its order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractDocument, operationsOf } from '../../foundation/reader/document.ts';
import { generatedFolder, type Language, languages } from '../../foundation/reader/paths.ts';
import { type SiteBrowser, startBrowser } from './browser.ts';
import { renderers } from './renderers/renderers.ts';
import { pageOf, type RunningRenderers, serveRenderers } from './renderers/server.ts';

/** npm fetches what is not there yet; in milliseconds. */
const fetchTimeout = 300_000;

const documentIn = (language: Language) =>
  JSON.parse(readFileSync(join(generatedFolder, `openapi.${language}.json`), 'utf8')) as ContractDocument;

/** The first heading of the introduction, which every renderer shows at once. */
const headingIn = (language: Language) =>
  /^## \u2067?(.*?)\u2069?$/m.exec(documentIn(language).info.description)?.[1] as string;

let server: RunningRenderers;
let browser: SiteBrowser;
beforeAll(async () => {
  server = await serveRenderers();
  browser = await startBrowser(server.url);
}, fetchTimeout);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Waits until a text stands somewhere on the page, shadow roots included. */
const shows = (page: Page, text: string) =>
  page.getByText(text, { exact: false }).first().waitFor({ state: 'attached', timeout: 60_000 });

/** Lets what was begun come to its end, and its complaints with it; whoever finds no rest is judged all the same. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(1000);
}

interface Order {
  code: string;
  /** Whether the sign stands left of its digits. */
  whole: boolean;
  /** Whether what comes before the code in the sentence stands right of it; undefined on another line. */
  after: boolean | undefined;
}

/** How each negative code that can be seen stands in its sentence. */
const ordersOf = (page: Page): Promise<Order[]> =>
  page.evaluate(() => {
    const boxOf = (node: Node, index: number) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect();
    };
    const textsIn = (root: Node): Text[] =>
      [...root.childNodes].flatMap((node) => [
        ...(node instanceof Text ? [node] : textsIn(node)),
        ...(node instanceof Element && node.shadowRoot ? textsIn(node.shadowRoot) : []),
      ]);
    return textsIn(document.body)
      .filter((text) => /^\s*-\d+\s*$/.test(text.data) && text.parentElement?.checkVisibility())
      .flatMap((text) => {
        const sign = text.data.indexOf('-');
        const [signBox, digitBox] = [boxOf(text, sign), boxOf(text, sign + 1)];
        const sentence = text.parentElement?.closest('p, li');
        const before = sentence ? textsIn(sentence)[0] : undefined;
        const letter = before?.data.search(/[\u0600-\u06ff]/) ?? -1;
        if (!before || before === text || letter < 0 || signBox.width === 0) return [];
        const letterBox = boxOf(before, letter);
        const sameLine = Math.abs(letterBox.top - signBox.top) < signBox.height;
        return [
          {
            code: text.data.trim(),
            whole: signBox.left < digitBox.left,
            after: sameLine ? letterBox.left > signBox.left : undefined,
          },
        ];
      });
  });

describe.each(renderers)('$label', ({ label, hash, own }) => {
  it.each(languages)(
    'shows the contract in %s without a complaint, and asks nobody else',
    async (language) => {
      const { page, foreign, complaints } = await browser.open(pageOf(label, language));
      await shows(page, headingIn(language));
      await settled(page);
      const ordered = language === 'fa' ? await ordersOf(page) : [];
      await page.context().close();
      expect(foreign).toEqual([]);
      expect(complaints.filter((complaint) => !own?.test(complaint))).toEqual([]);
      if (language !== 'fa') return;
      expect(ordered.map(({ code }) => code)).toContain('-21');
      expect(ordered.filter(({ whole, after }) => !whole || after === false)).toEqual([]);
      expect(ordered.filter(({ after }) => after)).not.toEqual([]);
    },
  );

  if (!hash) return;
  it.each(['createPayment', 'createVerification'])('shows all of %s', async (id) => {
    const placed = operationsOf(documentIn('fa')).find(({ operation }) => operation.operationId === id);
    if (!placed) throw new Error(`There is no operation ${id}.`);
    const { operation } = placed;
    const place = hash({ id, tag: operation.tags[0] as string });
    const { page, foreign, complaints } = await browser.open(`${pageOf(label, 'fa')}#${place}`);
    await shows(page, operation.summary);
    await shows(page, 'X-Signature');
    await settled(page);
    const ordered = await ordersOf(page);
    await page.context().close();
    expect(foreign).toEqual([]);
    expect(complaints.filter((complaint) => !own?.test(complaint))).toEqual([]);
    expect(ordered.length).toBeGreaterThan(1);
    expect(ordered.filter(({ whole, after }) => !whole || after === false)).toEqual([]);
  });
});
