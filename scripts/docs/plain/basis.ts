// Says beside a field or rule of the plain reference on what it rests, where that is not what its surroundings rest on.
import { readFileSync } from 'node:fs';
import type { BasisFile } from '../../generate/basis-file.ts';
import type { MarkdownContext } from '../guides/markdown.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { formatList, localDigits } from '../numbers.ts';
import { texts } from '../texts.ts';

const { rules, counts } = JSON.parse(
  readFileSync(new URL('../../../generated/basis.json', import.meta.url), 'utf8'),
) as BasisFile;

/** How many rules of the contract are stated, shown by an example, assumed. */
export const ruleCounts = counts;

/** On what a rule rests, as short as two can be compared: `stated`, `example`, `decision 2`. */
export type Ground = string;

/** On what the rule at a pointer rests. */
export function groundOf(pointer: string): Ground {
  const text = rules[pointer] ?? 'stated';
  return text.startsWith('example') ? 'example' : text;
}

/** On what most of these rules rest, so that only the others need a word. */
export function commonGround(pointers: readonly string[]): Ground {
  const grounds = pointers.map(groundOf);
  const [most] = [...new Set(grounds)]
    .map((ground) => ({ ground, times: grounds.filter((each) => each === ground).length }))
    .sort((one, other) => other.times - one.times);
  return most?.ground ?? 'stated';
}

interface BasisContext {
  language: Language;
  markdown: MarkdownContext;
}

/** The label of a ground, with a link to what explains it. */
export function groundLabel(ground: Ground, { language, markdown }: BasisContext): string {
  const words = texts[language];
  const link = (href: string, text: string) =>
    `<a class="basis" href="${escapeHtml(markdown.link(href))}">${text}</a>`;
  if (!ground.startsWith('decision')) {
    return link('decisions.md#basis', ground === 'example' ? words.fromExample : words.stated);
  }
  const numbers = ground.replace('decision ', '').split(', ');
  const links = numbers.map((number) =>
    link(`decision:${number}`, `${words.decision} ${localDigits(number, language)}`),
  );
  return `<span class="basis">${words.assumed}: ${formatList(links, language)}</span>`;
}

/** The labels of those rules whose ground is another than the one that a reader expects; none when all rest on that. */
export function otherGrounds(pointers: readonly string[], expected: Ground, context: BasisContext): string {
  const others = new Set(pointers.map(groundOf).filter((ground) => ground !== expected));
  return [...others].map((ground) => ` ${groundLabel(ground, context)}`).join('');
}
