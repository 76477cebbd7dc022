// What chaos came to, trouble by trouble: told at the end, kept for the documentation, and shown in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every trouble by its name in both languages. */
export const troubles = {
  kills: { en: '20 kill -9', fa: '۲۰ بار kill -9' },
  fullDisk: { en: 'a full disk', fa: 'دیسک پر' },
  sockets: {
    en: '60 silent and half sockets at each of 3 stops',
    fa: '۶۰ اتصال ساکت و نیمه‌کاره در هر یک از ۳ توقف',
  },
  receivers: {
    en: 'receivers that hang or answer without end',
    fa: 'گیرنده‌هایی که پاسخ نمی‌دهند یا پاسخشان تمام نمی‌شود',
  },
  clocks: { en: "a neighbour's clock that jumps by a year", fa: 'ساعت ترمینال همسایه که یک سال می‌پرد' },
  cuts: { en: '60 cuts of connections in transactions', fa: '۶۰ قطع اتصال به پایگاه داده میان تراکنش‌هایش' },
  postmaster: {
    en: '3 kill -9 of the postmaster of PostgreSQL',
    fa: '۳ بار kill -9 برای خود PostgreSQL',
  },
  process: { en: 'kill -9 of one of two processes', fa: 'kill -9 برای یکی از دو فرایند' },
} as const;

export type Trouble = keyof typeof troubles;

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
  const rows = (Object.keys(troubles) as Trouble[]).map((trouble) => ({
    trouble: troubles[trouble],
    ...outcomes[trouble],
  }));
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split(begin);
  writeFileSync(readme, `${before}${begin}\n\n${tableOf(outcomes)}\n\n${end}${rest.split(end)[1] ?? ''}`);
}

/** The troubles that the documentation tells of, in its order. */
export const documented = (): string[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { trouble: { en: string } }[]).map(({ trouble }) => trouble.en);
