// Marks the direction of Persian prose by the characters of Unicode for it: renderers take it from no language, and
// without marks they would put the words of a mixed sentence in the wrong order, and show -103 as 103-.

import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { proseOf } from '../../translations/prose.ts';
import { catalogueExtension } from './one-envelope.ts';
import { onCopy } from './step.ts';

/** The characters: what follows stands from right to left, or from left to right, until the end of the isolate. */
export const rightToLeft = '\u2067';
export const leftToRight = '\u2066';
export const isolateEnd = '\u2069';

const isolated = (start: string, text: string) => start + text + isolateEnd;

/** Code spans, and numbers with a sign: they belong together and are read from left to right. */
const code = /(`+)(?:(?!\1)[\s\S])+\1|(?<![\w`-])[-+]\d[\d.:]*/g;

/** What stands before the text of a line in Markdown: the mark of a heading or of an item of a list. */
const opening = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?/;
const opensBlock = /^\s*(?:#{1,6}|[-*+]|\d+[.)])\s+/;
const heading = /^\s*#{1,6}\s/;

/** The lines of each paragraph, heading or item; an empty line is a block of its own. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === '';
    if (isEmpty || !open || opensBlock.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    open = !isEmpty && !heading.test(line);
  }
  return blocks;
}

function markBlock(lines: string[]): string {
  const text = lines.join('\n');
  if (text.trim() === '') return text;
  const [before] = opening.exec(text) as unknown as [string];
  const words = text.slice(before.length).replaceAll(code, (found) => isolated(leftToRight, found));
  return before + isolated(rightToLeft, words);
}

/** Marks a text in Markdown: each of its blocks, and the codes inside. */
export const markText = (text: string) => blocksOf(text).map(markBlock).join('\n');

/** A title needs no mark as long as it is all Persian. */
const isMixed = (text: string) => /[A-Za-z0-9۰-۹]/.test(text);

/** Texts that are no Markdown and that tools use as names: they stay as plain as they can. */
const titles = new Set(['summary', 'title', 'x-displayName']);

const holderOf = (document: ContractDocument, path: (string | number)[]) =>
  path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);

export const markDirection = onCopy((document, language) => {
  if (language !== 'fa') return;
  for (const { path, text } of proseOf(document)) {
    const key = path.at(-1) as string;
    if (titles.has(key) && !isMixed(text)) continue;
    (holderOf(document, path) as Record<string, string>)[key] = markText(text);
  }
  const catalogue = (document[catalogueExtension] ?? {}) as Record<string, { action: string }>;
  for (const entry of Object.values(catalogue)) entry.action = markText(entry.action);
});
