// The page of what has changed since the last release.
import type { Changes } from '../changes.ts';
import { escapeHtml } from '../html.ts';
import { localDigits } from '../numbers.ts';
import { texts } from '../texts.ts';
import { renderFramed, type Surroundings } from './frame.ts';
import { code, table } from './parts.ts';

export function changesPage(changes: Changes | undefined, surroundings: Surroundings): string {
  const { language } = surroundings;
  const words = texts[language];
  const rows = (changes?.list ?? []).map(({ impact, kind, place, before, after }) => ({
    cells: [
      `<span class="badge ${impact}">${words.impacts[impact]}</span>`,
      words.kinds[kind],
      `<code>${place.map(escapeHtml).join(' ›<wbr> ')}</code>`,
      [before, after]
        .map((value) => (value === undefined ? '' : code(value)))
        .join(' → ')
        .replace(/^ → $/, ''),
    ],
  }));
  const columns = [words.impact, words.change, words.place, words.values];
  const content = !changes
    ? `<p>${words.noRelease}</p>`
    : rows.length === 0
      ? `<p>${words.noChanges}</p>`
      : table(columns, rows, { label: words.changes });
  const versions = changes ? [changes.from, changes.to] : [surroundings.version];
  return renderFramed(surroundings, {
    path: 'changes.html',
    title: words.changes,
    description: words.changesLead,
    body: `<h1>${words.changes}</h1>
<p class="lead">${words.changesLead}</p>
<p>${words.version} ${[...new Set(versions)].map((version) => `<bdi>${localDigits(version, language)}</bdi>`).join(' → ')}</p>
${content}`,
  });
}
