// The reports: sums of what was created on a day or in a month, and figures that fit one another.
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { sandbox, signing } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { jalaliDate, lastDayOfMonth } from '../../judge/time.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { PaymentState } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';
import { isVerified } from '../lifecycle.ts';
import {
  among,
  both,
  type Counted,
  type Fit,
  isOpenWord,
  paymentsOf,
  rangeInWords,
  type Span,
  unknownPayments,
  within,
} from '../shop.ts';

const dayInSeconds = 86_400;

/** How far the clocks of the two sides may be apart, in seconds. */
const tolerance = signing.tolerance_seconds;

/** One report as it was asked for. */
interface Asked {
  kind: 'day' | 'month';
  /** What was asked for; undefined for the current one. */
  period: string | undefined;
  /** JSON pointer to the schema of the report, and of its summary. */
  schema: string;
  summary: string;
  /** The field that repeats what was asked for. */
  echo: 'report_date' | 'report_month';
}

const form = { day: /^1[0-9]{3}-[0-9]{2}-[0-9]{2}$/, month: /^1[0-9]{3}-[0-9]{2}$/ };

/** @returns undefined for a request that is none of a report, or had to be refused */
function readAsked({ operation: { id }, query }: Seen): Asked | undefined {
  const kind = id === 'getDailyReport' ? 'day' : id === 'getMonthlyReport' ? 'month' : undefined;
  if (!kind) return undefined;
  const period = query.get(kind === 'day' ? 'date' : 'month');
  if (period !== undefined && !form[kind].test(period)) return undefined;
  const [schema, summary] =
    kind === 'day' ? ['DailyReport', 'DailySummary'] : ['MonthlyReport', 'MonthlySummary'];
  return {
    kind,
    period,
    schema: `#/components/schemas/${schema}/properties`,
    summary: `#/components/schemas/${summary}/properties`,
    echo: kind === 'day' ? 'report_date' : 'report_month',
  };
}

const monthOf = (day: string) => day.slice(0, 7);

/** That the report is of the day or the month that was asked for. */
function judgePeriod({ body, period: at }: Seen, asked: Asked): Finding[] {
  const told = nodeAt(body, `/data/${asked.echo}`);
  const cut = (seconds: number) =>
    asked.kind === 'day' ? jalaliDate(seconds) : monthOf(jalaliDate(seconds));
  const findings: Finding[] = [];
  const wrong = (where: string, expected: string, got: unknown, rule: string, basis: Basis) =>
    findings.push({ at: `/body/data/${where}`, expected, got: shown(got), rule, basis });
  if (typeof told === 'string') {
    const now = { first: cut(at.from - tolerance), last: cut(at.to + tolerance) };
    const rule = `${asked.schema}/${asked.echo}`;
    if (asked.period !== undefined && told !== asked.period) {
      wrong(asked.echo, `${asked.period}, the ${asked.kind} that was asked for`, told, rule, stated);
    } else if (asked.period === undefined && (told < now.first || told > now.last)) {
      // In another zone it may be another day; no zone has one that is further away.
      const isNear = told >= cut(at.from - dayInSeconds) && told <= cut(at.to + dayInSeconds);
      const expected = `${now.first}, the current ${asked.kind}, since none was asked for`;
      wrong(asked.echo, expected, told, rule, isNear ? assumed(16) : stated);
    }
  }
  if (asked.kind === 'day' || typeof told !== 'string' || !form.month.test(told)) return findings;
  const [from, to] = [nodeAt(body, '/data/period/from'), nodeAt(body, '/data/period/to')];
  const edges = '#/components/schemas/ReportPeriod/properties';
  if (typeof from === 'string' && from !== `${told}-01`) {
    wrong('period/from', `${told}-01, the first day of the month`, from, `${edges}/from`, stated);
  }
  const last = lastDayOfMonth(told);
  if (typeof to === 'string' && to !== last) {
    // Whether a month that is running ends today is not said.
    const isRunning = told === cut(at.to);
    wrong(
      'period/to',
      `${last}, the last day of the month`,
      to,
      `${edges}/to`,
      isRunning ? assumed(38) : stated,
    );
  }
  return findings;
}

const figures = [
  'total_transactions',
  'successful_transactions',
  'failed_transactions',
  'total_amount',
  'successful_amount',
  'success_rate',
  'total_fees',
] as const;

type Figure = (typeof figures)[number];
type Figures = Partial<Record<Figure, number>>;

/** The figures that an answer tells; a month may leave some out (decision 20). */
function readFigures(body: unknown): Figures {
  const told = figures.map((name) => [name, nodeAt(body, `/data/summary/${name}`)] as const);
  return Object.fromEntries(told.filter(([, value]) => typeof value === 'number'));
}

/** Successful ones of all in percent, rounded half up to one decimal; 0 of none (decision 38). */
const rateOf = (successful: number, total: number) =>
  total === 0 ? 0 : Math.floor((successful * 1000) / total + 0.5) / 10;

/** What every report has to keep by itself, whoever else makes payments. */
function judgeArithmetic(told: Figures, { summary }: Asked, { environment }: Known): Finding[] {
  const {
    total_transactions: total,
    successful_transactions: successful,
    failed_transactions: failed,
  } = told;
  const { total_amount: amount, successful_amount: gained, success_rate: rate, total_fees: fees } = told;
  const findings: Finding[] = [];
  const wrong = (name: Figure, expected: string, basis: Basis) =>
    findings.push({
      at: `/body/data/summary/${name}`,
      expected,
      got: String(told[name]),
      rule: `${summary}/${name}`,
      basis,
    });
  if (total !== undefined && successful !== undefined) {
    if (successful > total) wrong('successful_transactions', `at most the total, ${total}`, stated);
    else if (failed !== undefined && successful + failed > total) {
      wrong(
        'failed_transactions',
        `at most ${total - successful}: ${total} in total, ${successful} successful`,
        stated,
      );
    }
    const wanted = rateOf(successful, total);
    if (rate !== undefined && successful <= total && Math.abs(rate - wanted) > 1e-9) {
      // That it is a percentage is stated, how it is rounded is not, nor what it is when there is nothing.
      const isFar = total > 0 && Math.abs(rate - (successful * 100) / total) >= 1;
      wrong('success_rate', `${wanted} percent: ${successful} of ${total}`, isFar ? stated : assumed(38));
    }
  }
  if (amount !== undefined && gained !== undefined && gained > amount) {
    wrong('successful_amount', `at most the total, ${amount}`, stated);
  }
  if (successful === 0 && gained !== undefined && gained !== 0) {
    wrong('successful_amount', '0, since no transaction was successful', stated);
  }
  if (total === 0 && amount !== undefined && amount !== 0)
    wrong('total_amount', '0, since there were none', stated);
  if (environment === 'sandbox' && sandbox.fee_percent === 0 && fees !== undefined && fees !== 0) {
    wrong('total_fees', '0: the sandbox has no fees', stated);
  }
  return findings;
}

/** Each breakdown with the fields that name its entries and count them. */
const breakdowns = [
  { name: 'hourly_breakdown', key: 'hour', count: 'transactions' },
  { name: 'daily_breakdown', key: 'date', count: 'transactions' },
  { name: 'payment_methods', key: 'method', count: 'transactions' },
  { name: 'psp_breakdown', key: 'psp', count: 'transactions' },
  { name: 'status_breakdown', key: 'status', count: 'count' },
] as const;

/** That no breakdown has more than there is, or an entry twice; that it has everything nobody says (decision 61). */
function judgeBreakdowns(body: unknown, told: Figures, { schema }: Asked): Finding[] {
  const month = nodeAt(body, '/data/report_month');
  return breakdowns.flatMap(({ name, key, count }) => {
    const entries = nodeAt(body, `/data/${name}`);
    if (!Array.isArray(entries)) return [];
    const findings: Finding[] = [];
    const wrong = (at: string, expected: string, got: unknown, basis: Basis = stated) =>
      findings.push({
        at: `/body/data/${name}${at}`,
        expected,
        got: shown(got),
        rule: `${schema}/${name}`,
        basis,
      });
    const keys = entries.map((entry) => entry?.[key]);
    const twice = keys.findIndex((one, index) => one !== undefined && keys.indexOf(one) !== index);
    if (twice >= 0) wrong(`/${twice}/${key}`, `each ${key} once`, `${keys[twice]} again`);
    if (name === 'daily_breakdown' && typeof month === 'string') {
      const other = keys.findIndex((one) => typeof one === 'string' && monthOf(one) !== month);
      if (other >= 0) wrong(`/${other}/date`, `a day of ${month}`, keys[other]);
    }
    if (name === 'hourly_breakdown') {
      const other = keys.findIndex((one) => typeof one === 'number' && !(one >= 0 && one <= 23));
      if (other >= 0) wrong(`/${other}/hour`, 'an hour from 0 to 23', keys[other]);
    }
    for (const [field, limit] of [
      [count, told.total_transactions],
      ['amount', told.total_amount],
    ] as const) {
      const sum = entries.reduce((all: number, entry) => all + (Number(entry?.[field]) || 0), 0);
      if (limit !== undefined && sum > limit)
        wrong('', `at most ${limit} in all, as the summary has it`, sum);
    }
    return findings;
  });
}

interface Bounds {
  least: number;
  most: number;
}

/** How many payments fit, or what they amount to: at least, and at most. @param unknown how many more there may be */
function bounds(fits: readonly [Counted, Fit][], weight: (one: Counted) => number, unknown: number): Bounds {
  const sum = (kind: (fit: Fit) => boolean) =>
    fits.reduce((all, [one, fit]) => all + (kind(fit) ? weight(one) : 0), 0);
  const most = sum((fit) => fit !== 'no');
  return { least: sum((fit) => fit === 'surely'), most: unknown > 0 ? Number.POSITIVE_INFINITY : most };
}

const each = () => 1;
const amountOf = ({ payment: { amount } }: Counted) => amount;

const cameToNothing = (state: PaymentState) =>
  state === 'FAILED' || state === 'CANCELLED' || state === 'TIMEOUT';

/**
 * What each figure counts.
 * @param firm by what the page states alone: it does not say what becomes of the unpaid, nor of those that ran out of time
 */
function counts(name: Figure, { states }: Counted, firm: boolean): Fit {
  const known = (isOne: (state: PaymentState) => boolean, isOpen: (state: PaymentState) => boolean): Fit =>
    firm && [...states].some(isOpen) && among(states, isOne) !== 'perhaps' ? 'perhaps' : among(states, isOne);
  const isPaid = (state: PaymentState) => isOpenWord(state) && state !== 'TIMEOUT';
  switch (name) {
    case 'successful_transactions':
    case 'successful_amount':
      return known(isVerified, isPaid);
    case 'failed_transactions':
      return known(cameToNothing, (state) => state !== 'FAILED' && !isVerified(state));
    default:
      return firm && ![...states].every((state) => state === 'FAILED' || isVerified(state))
        ? 'perhaps'
        : 'surely';
  }
}

/** That the figures are the sums of what was created. */
function judgeSums(seen: Seen, told: Figures, span: Span, asked: Asked, known: Known): Finding[] {
  const own = paymentsOf(seen, known);
  const unknown = unknownPayments(seen, known);
  const [from, to] = [span.first, span.last];
  return figures.flatMap((name): Finding[] => {
    const value = told[name];
    if (value === undefined || name === 'success_rate' || name === 'total_fees') return [];
    for (const firm of [true, false]) {
      const fits = own.map((one): [Counted, Fit] => {
        const byDay = within(firm ? one.lifeDays : one.days, from, to);
        return [one, both(one.mayBeLater ? 'perhaps' : 'surely', both(byDay, counts(name, one, firm)))];
      });
      const { least, most } = bounds(fits, name.endsWith('amount') ? amountOf : each, unknown);
      if (value >= least && value <= most) continue;
      const wanted = rangeInWords(least, most);
      return [
        {
          at: `/body/data/summary/${name}`,
          expected: `${wanted}, by what was created on ${from === to ? from : `${from} to ${to}`}`,
          got: String(value),
          rule: `${asked.summary}/${name}`,
          basis: firm ? stated : assumed(38),
        },
      ];
    }
    return [];
  });
}

/** That each entry of a day or an hour counts no more than there can be, and no less where it is there (decision 61). */
function judgeEntries(seen: Seen, asked: Asked, span: Span, known: Known): Finding[] {
  const own = paymentsOf(seen, known);
  const unknown = unknownPayments(seen, known);
  const [name, key] =
    asked.kind === 'day' ? (['hourly_breakdown', 'hour'] as const) : (['daily_breakdown', 'date'] as const);
  const entries = nodeAt(seen.body, `/data/${name}`);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry, index) => {
    const label = entry?.[key];
    const [from, to] =
      asked.kind === 'month'
        ? [`${label}`, `${label} 24`]
        : [
            `${span.first} ${String(label).padStart(2, '0')}`,
            `${span.first} ${String(label).padStart(2, '0')}:60`,
          ];
    const fits = own.map((one): [Counted, Fit] => [
      one,
      both(one.mayBeLater ? 'perhaps' : 'surely', within(one.created, from, to)),
    ]);
    return (['transactions', 'amount'] as const).flatMap((field): Finding[] => {
      const value = entry?.[field];
      if (typeof value !== 'number') return [];
      const { least, most } = bounds(fits, field === 'amount' ? amountOf : each, unknown);
      if (value >= least && value <= most) return [];
      return [
        {
          at: `/body/data/${name}/${index}/${field}`,
          expected: least === most ? `${least}, by what was created in that time` : `${least} to ${most}`,
          got: String(value),
          rule: `${asked.schema}/${name}`,
          basis: assumed(38, 61),
        },
      ];
    });
  });
}

/** What never becomes less: nothing is taken out of a report, and what is final stays so. */
const growing = [
  'total_transactions',
  'successful_transactions',
  'failed_transactions',
  'total_amount',
  'successful_amount',
] as const;

/** That a report says no less than before, and a month no less than its days. */
function judgeGrowth(
  { terminal, meanwhile }: Seen,
  told: Figures,
  label: string,
  asked: Asked,
  { sums }: Known,
): Finding[] {
  const earlier = sums.get(terminal?.id ?? '');
  if (!earlier || meanwhile.length > 0) return [];
  return growing.flatMap((name): Finding[] => {
    const [value, before] = [told[name], earlier.get(label)?.[name] ?? 0];
    if (value === undefined) return [];
    const days = [...earlier].filter(
      ([day]) => asked.kind === 'month' && day.length > 7 && monthOf(day) === label,
    );
    const ofDays = days.reduce((sum, [, one]) => sum + (one[name] ?? 0), 0);
    if (value >= before && value >= ofDays) return [];
    const why = value < before ? 'as it has said before' : `the sum of ${days.length} days that it has told`;
    return [
      {
        at: `/body/data/summary/${name}`,
        expected: `at least ${Math.max(before, ofDays)}, ${why}`,
        got: String(value),
        rule: `${asked.summary}/${name}`,
        // What is successful or failed for a while, and then not, is not said.
        basis: name.startsWith('total') ? stated : assumed(38),
      },
    ];
  });
}

/** The days of a report, by what it was asked for or else by what it says. */
function spanOf(seen: Seen, asked: Asked): (Span & { label: string }) | undefined {
  const told = nodeAt(seen.body, `/data/${asked.echo}`);
  const label = asked.period ?? told;
  if (typeof label !== 'string' || !form[asked.kind].test(label)) return undefined;
  if (asked.kind === 'day') return { first: label, last: label, label };
  return { first: `${label}-01`, last: lastDayOfMonth(label), label };
}

export const reports: Chapter = {
  judge: (seen, known) => {
    const asked = seen.isSuccess ? readAsked(seen) : undefined;
    if (!asked) return [];
    const told = readFigures(seen.body);
    const span = spanOf(seen, asked);
    const found = [
      ...judgePeriod(seen, asked),
      ...judgeArithmetic(told, asked, known),
      ...judgeBreakdowns(seen.body, told, asked),
    ];
    // Of another day than was asked for nothing can be said.
    if (!span || !seen.terminal || found.some(({ at }) => at.endsWith(asked.echo))) return found;
    const sums = judgeSums(seen, told, span, asked, known);
    const places = new Set(sums.map(({ at }) => at));
    return [
      ...found,
      ...sums,
      ...judgeEntries(seen, asked, span, known),
      ...judgeGrowth(seen, told, span.label, asked, known).filter(({ at }) => !places.has(at)),
    ];
  },
  learn: (seen, { sums }) => {
    const asked = seen.isSuccess ? readAsked(seen) : undefined;
    const span = asked && spanOf(seen, asked);
    if (!asked || !span || !seen.terminal) return;
    const own = sums.get(seen.terminal.id) ?? new Map();
    sums.set(seen.terminal.id, own.set(span.label, readFigures(seen.body) as Record<string, number>));
  },
};
