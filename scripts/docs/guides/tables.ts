// The tables that a guide asks for by `:::table name`: each is a catalogue of the contract.

import {
  callbackMessages,
  errors,
  paymentLifecycle,
  rateLimits,
  testCards,
  webhookEvents,
} from '../../../generated/facts.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { formatNumber, localDigits } from '../numbers.ts';
import { code, longName, table } from '../pages/parts.ts';
import { limitCells, limitColumns } from '../plain/operation.ts';
import { texts } from '../texts.ts';
import { chaosTable } from './chaos-table.ts';
import { compatibilityTables } from './compatibility-tables.ts';
import { dialectsTaking, dialectTable } from './dialect-tables.ts';
import { renderInline } from './markdown.ts';
import { sampleTables } from './sample-tables.ts';
import type { TableContext } from './table-context.ts';

/** The name by which links lead to an error, such as `error-state-forbids`. */
export const errorAnchor = (name: string) => name.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

/** The places of the contract that rest on a decision, folded up. */
const governed = (places: readonly string[], language: Language) =>
  places.length === 0
    ? ''
    : `<details><summary>${texts[language].governs}: ${formatNumber(places.length, language)}</summary><ul class="rules" dir="ltr">${places.map((place) => `<li>${longName(place)}</li>`).join('')}</ul></details>`;

const tables: Record<string, (context: TableContext) => string> = {
  errors: ({ language, markdown }) => {
    const words = texts[language];
    const rows = Object.entries(errors).map(
      ([name, { code: number, http, type, message, meaning, action }]) => ({
        id: errorAnchor(name),
        cells: [
          `${code(number)} <span class="facts">HTTP ${http.map(code).join(' ')}<br>${longName(type)}</span>`,
          `${renderInline(meaning[language], markdown)} <span class="facts">${words.message}: <span lang="fa" dir="rtl" class="wire">${escapeHtml(message)}</span></span>`,
          renderInline(action[language], markdown),
        ],
      }),
    );
    const columns = [words.codeNumber, words.meaning, words.whatToDo];
    return table(columns, rows, { label: words.errors, id: 'error-table' });
  },
  limits: ({ language }) => {
    const names = Object.keys(rateLimits) as (keyof typeof rateLimits)[];
    return table(
      limitColumns(language),
      names.map((name) => ({ cells: limitCells(name, language) })),
      { label: texts[language].limits },
    );
  },
  cards: ({ language, markdown }) => {
    const words = texts[language];
    const rows = Object.values(testCards).map(({ card_number, cvv2, expiry, description }) => ({
      cells: [
        `<code class="card-number">${card_number.replace(/(?<=^(?:.{4})+)(?=.)/g, '<wbr>')}</code>`,
        code(cvv2),
        code(expiry),
        renderInline(description[language], markdown),
      ],
    }));
    return table([words.card, words.cvv2, words.expiry, words.outcome], rows, { label: words.card });
  },
  callbacks: ({ language }) => {
    const words = texts[language];
    const rows = Object.entries(callbackMessages).map(([status, message]) => ({
      cells: [code(status), `<span lang="fa" dir="rtl" class="wire">${escapeHtml(message)}</span>`],
    }));
    return table([words.codeNumber, words.message], rows, { label: words.callback });
  },
  events: ({ language }) => {
    const words = texts[language];
    const rows = Object.entries(webhookEvents).map(([name, { summary, testable }]) => ({
      cells: [code(name), escapeHtml(summary[language]), testable ? words.yes : words.no],
    }));
    return table([words.event, words.meaning, words.testable], rows, { label: words.event });
  },
  states: ({ language }) => {
    const words = texts[language];
    const rows = Object.entries(paymentLifecycle.states).map(([name, { status, next }]) => ({
      cells: [code(name), code(status), next.length > 0 ? next.map(code).join(' ') : words.final],
    }));
    return table([words.state, words.status, words.next], rows, { label: words.state });
  },
  decisions: ({ language, markdown, decisions }) =>
    decisions
      .map(
        ({ id, title, summary, source, governs }) =>
          `<section class="decision" id="decision-${id}"><h3><a class="anchor" href="#decision-${id}">${localDigits(String(id), language)}.</a> ${renderInline(title[language], markdown)}</h3>
<p>${renderInline(summary[language], markdown)}</p>
<p class="source">${texts[language].lines}: <bdi>${source.map((range) => localDigits(range.replace('-', '–'), language)).join(language === 'fa' ? '، ' : ', ')}</bdi></p>
${dialectsTaking(id, language)}${governed(governs, language)}</section>`,
      )
      .join('\n'),
  dialects: dialectTable,
  chaos: chaosTable,
  ...sampleTables,
  ...compatibilityTables,
};

/**
 * A table by its name.
 * @throws Error that names the tables there are
 */
export function renderTable(name: string, context: TableContext): string {
  const render = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!render) throw new Error(`There is no table "${name}"; there are ${Object.keys(tables).join(', ')}.`);
  return render(context);
}
