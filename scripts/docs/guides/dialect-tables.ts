// The dialects of the sandbox for readers: what each does otherwise, beside the decisions that it takes otherwise.
import { allDialects, type Dialect } from '../../../foundation/dialects/catalogue.ts';
import type { Language } from '../languages.ts';
import { localDigits } from '../numbers.ts';
import { code, table } from '../pages/parts.ts';
import { texts } from '../texts.ts';
import { type MarkdownContext, renderInline } from './markdown.ts';

/** The name by which links lead to a dialect. */
export const dialectAnchor = (name: string) => `dialect-${name}`;

const comma: Record<Language, string> = { en: ', ', fa: '، ' };

const linked = (names: readonly string[], language: Language) =>
  names.map((name) => `<a href="#${dialectAnchor(name)}">${code(name)}</a>`).join(comma[language]);

function summaryCell(
  { 'x-dialect': dialect }: Dialect,
  language: Language,
  markdown: MarkdownContext,
): string {
  const words = texts[language];
  const { summary, includes = [], contradicts } = dialect;
  return [
    renderInline(summary[language], markdown),
    ...(includes.length > 0
      ? [`<span class="facts">${words.madeOf}: ${linked(includes, language)}</span>`]
      : []),
    ...(contradicts ? [`<span class="facts">${words.laterVersion}</span>`] : []),
  ].join(' ');
}

/** All dialects, each with a name for links. */
export function dialectTable({
  language,
  markdown,
}: {
  language: Language;
  markdown: MarkdownContext;
}): string {
  const words = texts[language];
  const rows = Object.entries(allDialects()).map(([name, dialect]) => ({
    id: dialectAnchor(name),
    cells: [
      code(name),
      summaryCell(dialect, language, markdown),
      dialect['x-dialect'].decisions
        .map((id) => `<a href="#decision-${id}">${localDigits(String(id), language)}</a>`)
        .join(comma[language]),
    ],
  }));
  return table([words.dialect, words.otherwise, words.decisions], rows, {
    label: words.dialects,
    id: 'dialect-table',
  });
}

/** The line of a decision that names its dialects; empty where there is none. */
export function dialectsTaking(decision: number, language: Language): string {
  const names = Object.entries(allDialects())
    .filter(([, dialect]) => dialect['x-dialect'].decisions.includes(decision))
    .map(([name]) => name);
  return names.length === 0
    ? ''
    : `<p class="source">${texts[language].dialects}: ${linked(names, language)}</p>`;
}
