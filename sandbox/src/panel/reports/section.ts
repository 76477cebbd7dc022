// The section of reports: a day by its hours and a month by its days, from the same figures as the API's reports.
import {
  endOfJalaliDay,
  hourOfDay,
  jalaliDate,
  lengthOfJalaliMonth,
  startOfJalaliDay,
} from '../../core/calendar.ts';
import { definitions, empty, table } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import { isOpen, isVerified } from '../../payments/states.ts';
import { type Figures, figuresOf, summaryOf, sumOf } from '../../reports/figures.ts';
import type { PaymentState } from '../../storage/schema.ts';
import type { Section } from '../frame/sections.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';
import { periodField } from '../periods/field.ts';
import { dayAsked, monthAsked } from '../periods/period.ts';
import { type Bar, barChart } from './chart.ts';

interface Row {
  label: string;
  figures: readonly Figures[];
}

const transactions = (figures: readonly Figures[], wanted: (state: PaymentState) => boolean) =>
  sumOf(figures.filter(({ state }) => wanted(state))).transactions;

function barOf({ label, figures }: Row): Bar {
  const completed = transactions(figures, isVerified);
  const pending = transactions(figures, isOpen);
  return { label, parts: [completed, pending, sumOf(figures).transactions - completed - pending] };
}

interface Report {
  id: string;
  heading: string;
  /** What a row is: an hour or a day. */
  unit: string;
  figures: readonly Figures[];
  rows: readonly Row[];
  every: number;
}

function reportBlock(visit: TerminalVisit, { id, heading, unit, figures, rows, every }: Report): Html {
  const { say, count, rials, digits } = visit;
  const summary = summaryOf(figures);
  const description = say(
    `${count(summary.total_transactions)} transactions, ${count(summary.successful_transactions)} of them successful, ${count(summary.failed_transactions)} failed.`,
    `${count(summary.total_transactions)} تراکنش، ${count(summary.successful_transactions)} موفق و ${count(summary.failed_transactions)} ناموفق.`,
  );
  const columns = [
    unit,
    say('Successful', 'موفق'),
    say('Open', 'باز'),
    say('Failed', 'ناموفق'),
    say('Amount', 'مبلغ'),
  ];
  const cells = rows
    .filter(({ figures: own }) => own.length > 0)
    .map((row) => [
      digits(row.label),
      ...barOf(row).parts.map((part) => count(part)),
      rials(sumOf(row.figures).amount),
    ]);
  return html`<h3>${heading}</h3>
${definitions([
  [say('Transactions', 'تراکنش‌ها'), count(summary.total_transactions)],
  [say('Successful', 'موفق'), count(summary.successful_transactions)],
  [say('Failed', 'ناموفق'), count(summary.failed_transactions)],
  [say('Success rate', 'نرخ موفقیت'), `${count(summary.success_rate)}${say('%', '٪')}`],
  [say('Successful amount', 'مبلغ موفق'), rials(summary.successful_amount)],
])}
<p class="legend"><span class="good">${say('successful', 'موفق')}</span> <span class="waiting">${say('open', 'باز')}</span> <span class="bad">${say('failed', 'ناموفق')}</span></p>
${barChart(visit, id, { title: heading, description, bars: rows.map(barOf), every })}
<details class="figures"><summary>${say('The same as a table', 'همین آمار در جدول')}</summary>${table(heading, columns, cells)}</details>`;
}

function rowsBy(
  figures: readonly Figures[],
  labels: readonly string[],
  labelOf: (moment: number) => string,
): Row[] {
  const groups = Map.groupBy(figures, ({ startsAt }) => labelOf(startsAt));
  return labels.map((label) => ({ label, figures: groups.get(label) ?? [] }));
}

async function daily({ services }: Panel, { terminal }: TerminalVisit, date: string) {
  const span = { start: startOfJalaliDay(date), end: endOfJalaliDay(date) };
  const figures = await figuresOf({ caller: { terminalId: terminal.id } }, services, span);
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  return { figures, rows: rowsBy(figures, hours, (moment) => String(hourOfDay(moment))) };
}

async function monthly({ services }: Panel, { terminal }: TerminalVisit, month: string) {
  const length = lengthOfJalaliMonth(month);
  const span = { start: startOfJalaliDay(`${month}-01`), end: endOfJalaliDay(`${month}-${length}`) };
  const figures = await figuresOf({ caller: { terminalId: terminal.id } }, services, span);
  const days = Array.from({ length }, (_, day) => String(day + 1));
  return { figures, rows: rowsBy(figures, days, (moment) => String(Number(jalaliDate(moment).slice(8)))) };
}

export const reportsSection: Section = {
  path: '/reports',
  view: async (visit, panel) => {
    const { say, base, now, digits } = visit;
    const today = jalaliDate(now);
    const [day, month] = [dayAsked(visit, today), monthAsked(visit, today.slice(0, 7))];
    const mistaken = 'mistake' in day || 'mistake' in month;
    const none = empty(
      say('No figures; the reason stands at the field.', 'آماری نیست و دلیل آن کنار فیلد آمده است.'),
    );
    const ofDay =
      'mistake' in day
        ? none
        : reportBlock(visit, {
            id: 'day',
            heading: say(
              `Transactions of ${day.wanted} by hour`,
              `تراکنش‌های ${digits(day.wanted)} به تفکیک ساعت`,
            ),
            unit: say('Hour', 'ساعت'),
            every: 4,
            ...(await daily(panel, visit, day.wanted)),
          });
    const ofMonth =
      'mistake' in month
        ? none
        : reportBlock(visit, {
            id: 'month',
            heading: say(
              `Transactions of ${month.wanted} by day`,
              `تراکنش‌های ${digits(month.wanted)} به تفکیک روز`,
            ),
            unit: say('Day', 'روز'),
            every: 5,
            ...(await monthly(panel, visit, month.wanted)),
          });
    const body = html`<p>${say(
      'Counted by the day of creation in Tehran, like the reports of the API. Failed are also those that were cancelled or ran out of time.',
      'بر پایهٔ روز ایجاد به وقت تهران، مانند گزارش‌های API. لغوشده‌ها و منقضی‌شده‌ها هم ناموفق شمرده می‌شوند.',
    )}</p>
<form method="get" action="${base}/reports" class="card ${mistaken ? 'stack' : 'fields'}">
${periodField('date', say('Day', 'روز'), day)}
${periodField('month', say('Month', 'ماه'), month)}
<button class="main">${say('Show', 'نمایش')}</button></form>
<section><h2>${say('The day', 'گزارش روزانه')}</h2>${ofDay}</section>
<section><h2>${say('The month', 'گزارش ماهانه')}</h2>${ofMonth}</section>`;
    return { title: say('Reports', 'گزارش‌ها'), body };
  },
};
