// What chaos came to, trouble by trouble: told at the end, kept for the documentation, and shown in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Trouble, troubles } from '../../../scripts/docs/guides/troubles.ts';

export interface Outcome {
  acknowledged: number;
  lost: number;
  doubled: number;
  owed: number;
  delivered: number;
}

export type Outcomes = Partial<Record<Trouble, Outcome>>;

const root = join(import.meta.dirname, '../../..');
const [file, readme] = [join(root, 'docs/chaos.json'), join(root, 'sandbox/README.md')];
const [begin, end] = [
  '<!-- chaos:begin (written by UPDATE_TABLES=1 npm run chaos) -->',
  '<!-- chaos:end -->',
];

/** The sum of them all, in the one line that everybody looks for. */
export function summaryOf(outcomes: Outcomes): string {
  const sum = (name: keyof Outcome) =>
    Object.values(outcomes).reduce((total, outcome) => total + outcome[name], 0);
  return `acknowledged ${sum('acknowledged')}, lost ${sum('lost')}, doubled ${sum('doubled')}, webhooks owed ${sum('owed')}, delivered ${sum('delivered')}`;
}

/** The table in Markdown. */
export function tableOf(outcomes: Outcomes): string {
  const rows = (Object.keys(troubles) as Trouble[]).flatMap((trouble) => {
    const { acknowledged, lost, doubled, owed, delivered } = outcomes[trouble] ?? {};
    return acknowledged === undefined
      ? []
      : [[troubles[trouble].en, acknowledged, lost, doubled, owed, delivered]];
  });
  const header = ['Trouble', 'Acknowledged payments', 'Lost', 'Doubled', 'Webhooks owed', 'Delivered'];
  const lines = [header, header.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Writes what came out into the documentation; the figures are of one run, and differ a little from run to run. */
export function keep(outcomes: Outcomes): void {
  writeFileSync(file, `${JSON.stringify(outcomes, null, 2)}\n`);
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split(begin);
  writeFileSync(readme, `${before}${begin}\n\n${tableOf(outcomes)}\n\n${end}${rest.split(end)[1] ?? ''}`);
}

/** The troubles that the documentation tells of, in its order. */
export const documented = (): string[] => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Outcomes);
