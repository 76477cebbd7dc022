// What the sandbox survived in the chaos suite, for readers: docs/chaos.json, which that suite writes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { formatNumber } from '../numbers.ts';
import { table } from '../pages/parts.ts';
import { texts } from '../texts.ts';
import { type Trouble, troubles } from './troubles.ts';

interface Outcome {
  acknowledged: number;
  lost: number;
  doubled: number;
  owed: number;
  delivered: number;
}

/** A row for each trouble. */
export function chaosTable({ language }: { language: Language }): string {
  const words = texts[language];
  const outcomes = JSON.parse(readFileSync(join(root, 'docs/chaos.json'), 'utf8')) as Record<
    Trouble,
    Outcome
  >;
  const rows = Object.entries(outcomes).map(
    ([trouble, { acknowledged, lost, doubled, owed, delivered }]) => ({
      cells: [
        escapeHtml(troubles[trouble as Trouble][language]),
        ...[acknowledged, lost, doubled, owed, delivered].map((number) => formatNumber(number, language)),
      ],
    }),
  );
  const { trouble, acknowledged, lost, doubled, owed, delivered } = words.chaos;
  return table([trouble, acknowledged, lost, doubled, owed, delivered], rows, { label: words.chaos.title });
}
