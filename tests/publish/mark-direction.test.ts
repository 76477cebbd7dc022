// The marks of direction in the Persian contract: words in their order, codes unbroken, and nothing else changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { markDirection, markText } from '../../scripts/generate/publish/mark-direction.ts';
import { proseOf } from '../../scripts/translations/prose.ts';
import { contractWith } from './contract.ts';

/** The marks as one can see them. */
const seen = (text: string) =>
  text.replaceAll('\u2067', '<').replaceAll('\u2066', '{').replaceAll('\u2069', '>');
const hidden = (text: string) =>
  text.replaceAll('<', '\u2067').replaceAll('{', '\u2066').replaceAll('>', '\u2069');
const unmarked = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

describe('a text', () => {
  it.each([
    ['a paragraph over two lines', 'یک\nدو.', '<یک\nدو.>'],
    ['two paragraphs', 'یک\n\nدو', '<یک>\n\n<دو>'],
    ['a heading and what follows at once', '## یک\nدو', '## <یک>\n<دو>'],
    ['items of a list, and what belongs to one', '- یک\n  دو\n- سه', '- <یک\n  دو>\n- <سه>'],
    ['numbered items', '1. یک\n2. دو', '1. <یک>\n2. <دو>'],
    ['a code', 'کد `-103` است', '<کد {`-103`> است>'],
    ['a code in two backticks', 'کد ``a`b`` است', '<کد {``a`b``> است>'],
    ['a negative number in a sentence', 'کد -21 است', '<کد {-21> است>'],
    ['an offset', 'منطقهٔ +03:30.', '<منطقهٔ {+03:30.>>'],
    ['a number behind a hyphen', 'GPT-4', '<GPT-4>'],
  ])('is marked: %s', (_, text, expected) => {
    expect(seen(markText(text))).toBe(expected);
    expect(unmarked(markText(text))).toBe(text);
  });
});

describe('a document', () => {
  it('in English has no marks', () => {
    expect(markDirection(contractWith(), 'en')).toEqual(contractWith());
  });
  it('has none in a title that is all Persian, nor in what travels on the wire', () => {
    const contract = contractWith({ Moment: { type: 'string', description: 'لحظه', examples: ['پیام'] } });
    contract.info.title = 'درگاه';
    const { info, components } = markDirection(contract, 'fa');
    expect(info.title).toBe('درگاه');
    expect(components.schemas.Moment).toEqual({
      type: 'string',
      description: hidden('<لحظه>'),
      examples: ['پیام'],
    });
  });
});

describe('the published contract in Persian', () => {
  const document = JSON.parse(
    readFileSync(join(generatedFolder, 'openapi.fa.json'), 'utf8'),
  ) as ContractDocument;
  const prose = proseOf(document).map(({ text }) => text);
  const markdown = new MarkdownIt();
  it('reads as Markdown what it would be without marks', () => {
    for (const text of prose) {
      expect(unmarked(markdown.render(text))).toBe(markdown.render(unmarked(text)));
    }
  });
  it('ends each isolate in the block in which it begins', () => {
    for (const block of prose.flatMap((text) => markdown.render(text).split(/<\/(?:p|li|h\d)>/))) {
      let depth = 0;
      for (const sign of block) {
        if (sign === '\u2066' || sign === '\u2067') depth += 1;
        if (sign === '\u2069') depth -= 1;
        expect(depth, block).toBeGreaterThanOrEqual(0);
      }
      expect(depth, block).toBe(0);
    }
  });
  it('keeps each code together', () => {
    const codes = prose.flatMap((text) => [...text.matchAll(/.?`[^`]+`.?/gs)].map(([found]) => found));
    expect(codes.length).toBeGreaterThan(300);
    for (const code of codes) expect(code).toMatch(/^\u2066.*\u2069$/s);
  });
});
