// The report for a person at a terminal: the table, every kind of finding, the coverage, and one line that sums up.
import type { Measure } from '../coverage.ts';
import type { Word } from '../judge/word.ts';
import { parts } from '../run/part.ts';
import { exchangeInWords } from './exchange.ts';
import {
  type FindingGroup,
  groundsInWords,
  groupsOf,
  type Report,
  sentenceOf,
  tableOf,
  tally,
} from './report.ts';

const titles: Record<(typeof parts)[number], string> = {
  replay: 'examples of answers',
  requests: 'examples of requests',
  negative: 'requests that break one rule',
  behaviour: 'rules between several requests',
  sequences: 'random sequences',
  deliveries: 'callbacks and webhooks',
  workflows: 'steps of workflows',
  traffic: 'recorded exchanges',
};

function tableLines({ cases }: Report): string[] {
  const { statuses, rows } = tableOf(cases);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ operation }) => operation.length)) + 2;
  const cell = (text: string) => text.padStart(7);
  return [
    'Examples replayed, of all that the contract has (! where one is broken, ~ where one differs):',
    '',
    `${''.padEnd(width)}${statuses.map(cell).join('')}`,
    ...rows.map(({ operation, cells }) => {
      const line = statuses.map((status) => {
        const found = cells.get(status);
        if (!found) return cell('·');
        const mark = found.broken > 0 ? '!' : found.differs > 0 ? '~' : '';
        return cell(`${found.replayed}/${found.total}${mark}`);
      });
      return `${operation.padEnd(width)}${line.join('')}`;
    }),
    '',
  ];
}

const headings: Record<Word, string> = {
  broken: 'Broken, against what the page states:',
  differs: 'Differs from what the page leaves open and the contract assumes:',
  noted: 'Noted, additions that are allowed:',
};

const times = ({ all }: FindingGroup) => (all.length === 1 ? 'once' : `${all.length} times`);

/** An addition is told in a line; what contradicts the contract with all that helps to find it. */
function groupLines(group: FindingGroup, index: number): string[] {
  const { operation, example, at, expected, got, place, repeat, exchange, script } = group.first;
  if (group.word === 'noted') {
    return [
      `${index + 1}. ${group.first.kind}, ${times(group)}; first in ${operation}, ${example}, at ${at}`,
    ];
  }
  return [
    `${index + 1}. ${operation}, ${example}${group.all.length > 1 ? ` (the first of ${group.all.length})` : ''}`,
    `   at        ${at}`,
    `   expected  ${expected}`,
    `   got       ${got}`,
    `   rule      ${place}`,
    ...groundsInWords(group.first).map(([name, text]) => `   ${name.padEnd(10)}${text}`),
    ...(repeat ? [`   repeat    ${repeat}`] : []),
    ...exchangeInWords(exchange).map(
      // What is pasted keeps its lines, and begins at the margin.
      ([name, text]) => (name === 'curl' ? `   curl:\n${text}` : `   ${name.padEnd(10)}${text}`),
    ),
    ...(script ? ['   to paste:', '', ...script] : []),
    '',
  ];
}

/** As many kinds as somebody reads at a terminal. */
const shownGroups = 40;

function findingLines({ findings }: Report): string[] {
  return [...Map.groupBy(groupsOf(findings), ({ word }) => word)].flatMap(([word, groups]) => [
    headings[word],
    '',
    ...groups.slice(0, shownGroups).flatMap(groupLines),
    ...(groups.length > shownGroups
      ? [`And ${groups.length - shownGroups} more kinds, which a file of --report holds all.`, '']
      : []),
    ...(word === 'noted' ? [''] : []),
  ]);
}

const shownReasons = 6;

function coverageLines(coverage: Measure[]): string[] {
  const lines = coverage.flatMap(({ name, reached, total, missing }) => {
    const percent = total === 0 ? 100 : Math.floor((100 * reached) / total);
    const reasons = [...Map.groupBy(missing, ({ why }) => why)].sort(
      ([, one], [, other]) => other.length - one.length,
    );
    return [
      `  ${name.padEnd(36)}${`${reached}/${total}`.padStart(9)} ${`${percent} %`.padStart(6)}`,
      ...reasons.slice(0, shownReasons).map(([why, those]) => {
        const some = those.slice(0, 3).map(({ what }) => what);
        const more = those.length > some.length ? `, and ${those.length - some.length} more` : '';
        return `      not reached: ${some.join(', ')}${more}: ${why}`;
      }),
    ];
  });
  return ['Coverage:', ...lines, ''];
}

function partLines({ cases }: Report): string[] {
  return parts.flatMap((part) => {
    const own = cases.filter((one) => one.part === part);
    if (own.length === 0) return [];
    const { kept, differs, broken, notReached } = tally(own);
    const different = differs > 0 ? `, ${differs} differ` : '';
    const skipped = notReached > 0 ? `, ${notReached} not reached` : '';
    const reasons = Map.groupBy(
      own.filter(({ outcome }) => outcome === 'not reached'),
      ({ reason }) => reason ?? '',
    );
    return [
      `  ${titles[part].padEnd(36)}${String(kept).padStart(5)} kept, ${broken} broken${different}${skipped}`,
      ...[...reasons].map(([reason, those]) => `      ${those.length} not reached: ${reason}`),
    ];
  });
}

function leftLines({ leftBehind = [] }: Report): string[] {
  if (leftBehind.length === 0) return [];
  return [
    'Left behind at the gateway, to be removed in its panel:',
    ...leftBehind.map((what) => `  ${what}`),
    '',
  ];
}

function summary(report: Report): string {
  const sentence = sentenceOf(report);
  return report.verdict === 'unjudged' ? sentence : `${sentence} (${report.seconds.toFixed(1)} s).`;
}

/** @returns the lines of the report */
export function consoleReport(report: Report): string {
  const lines = [
    '',
    ...tableLines(report),
    ...findingLines(report),
    ...partLines(report),
    '',
    ...(report.cases.length > 0 ? coverageLines(report.coverage) : []),
    ...leftLines(report),
    `Seed ${report.seed}; contract ${report.contractVersion}.`,
    summary(report),
  ];
  return lines.join('\n');
}
