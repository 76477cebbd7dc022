// The report for a person at a terminal: the table, every violation, the coverage, and one line that sums up.
import type { Measure } from '../coverage.ts';
import type { Violation } from '../judge/finding.ts';
import { parts } from '../run/recorder.ts';
import { type Report, tableOf, tally } from './report.ts';

const titles: Record<(typeof parts)[number], string> = {
  replay: 'examples of answers',
  requests: 'examples of requests',
  negative: 'requests that break one rule',
  behaviour: 'rules between several requests',
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
    'Examples replayed, of all that the contract has (! where one is broken):',
    '',
    `${''.padEnd(width)}${statuses.map(cell).join('')}`,
    ...rows.map(({ operation, cells }) => {
      const line = statuses.map((status) => {
        const found = cells.get(status);
        return cell(found ? `${found.replayed}/${found.total}${found.broken > 0 ? '!' : ''}` : '·');
      });
      return `${operation.padEnd(width)}${line.join('')}`;
    }),
    '',
  ];
}

function violationLines(violations: Violation[]): string[] {
  return violations.flatMap(({ operation, example, at, expected, got, place, repeat }, index) => [
    `${index + 1}. ${operation}, ${example}`,
    `   at        ${at}`,
    `   expected  ${expected}`,
    `   got       ${got}`,
    `   rule      ${place}`,
    ...(repeat ? [`   repeat    ${repeat}`] : []),
    '',
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
    const { kept, broken, notReached } = tally(own);
    const skipped = notReached > 0 ? `, ${notReached} not reached` : '';
    const reasons = Map.groupBy(
      own.filter(({ outcome }) => outcome === 'not reached'),
      ({ reason }) => reason ?? '',
    );
    return [
      `  ${titles[part].padEnd(36)}${String(kept).padStart(5)} kept, ${broken} broken${skipped}`,
      ...[...reasons].map(([reason, those]) => `      ${those.length} not reached: ${reason}`),
    ];
  });
}

function summary({ verdict, problem, target, violations, seconds }: Report): string {
  const took = `(${seconds.toFixed(1)} s)`;
  switch (verdict) {
    case 'kept':
      return `${target} keeps the contract as far as it was reached: 0 violations ${took}.`;
    case 'broken':
      return `${target} breaks the contract: ${violations.length} violation${violations.length === 1 ? '' : 's'} ${took}.`;
    default:
      return `Not judged: ${problem}`;
  }
}

/** @returns the lines of the report */
export function consoleReport(report: Report): string {
  const lines = [
    '',
    ...tableLines(report),
    ...(report.violations.length > 0 ? ['Violations:', '', ...violationLines(report.violations)] : []),
    ...partLines(report),
    '',
    ...(report.cases.length > 0 ? coverageLines(report.coverage) : []),
    `Seed ${report.seed}; contract ${report.contractVersion}.`,
    summary(report),
  ];
  return lines.join('\n');
}
