// The section of transactions: newest first, filtered by state, day and words.
import { type Expression, type SqlBool, sql } from 'kysely';
import { standardContract, statesShowing } from '../../contract/contract.ts';
import { endOfJalaliDay, startOfJalaliDay } from '../../core/calendar.ts';
import { badge, code, empty, pageAsked, pager, select, table } from '../../html/elements.ts';
import { html } from '../../html/template.ts';
import type { Section } from '../frame/sections.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';
import { periodField } from '../periods/field.ts';
import { dayOfFilter, type Period } from '../periods/period.ts';
import { paymentStateName, paymentTone, statuses } from '../terminal/states.ts';

const perPage = 25;

interface Filters {
  status: string;
  from: Period;
  to: Period;
  words: string;
}

function filtersOf(visit: TerminalVisit): Filters {
  const { query } = visit;
  const status = query.get('status') ?? '';
  return {
    status: Object.hasOwn(statuses, status) ? status : '',
    from: dayOfFilter(visit, 'from'),
    to: dayOfFilter(visit, 'to'),
    words: (query.get('words') ?? '').trim().slice(0, 100),
  };
}

function matching({ services }: Panel, terminalId: string, { status, from, to, words }: Filters) {
  return services.storage.db
    .selectFrom('payments')
    .where('terminal_id', '=', terminalId)
    .where(({ eb, and, or, ref }) => {
      const conditions: Expression<SqlBool>[] = [];
      if (status !== '') conditions.push(eb('state', 'in', statesShowing(standardContract, status)));
      // A day that does not exist finds nothing, rather than everything.
      if ('mistake' in from || 'mistake' in to) return eb.lit(false);
      if (from.wanted !== '') conditions.push(eb('created_at', '>=', startOfJalaliDay(from.wanted)));
      if (to.wanted !== '') conditions.push(eb('created_at', '<', endOfJalaliDay(to.wanted)));
      if (words !== '') {
        const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
        const has = (column: 'authority' | 'order_id' | 'description') =>
          sql<SqlBool>`${ref(column)} like ${pattern} escape '\\'`;
        conditions.push(or([has('authority'), has('order_id'), has('description')]));
      }
      return and(conditions);
    });
}

function filterForm({ say, of, base }: TerminalVisit, { status, from, to, words }: Filters) {
  return html`<form method="get" action="${base}/transactions" class="card ${'mistake' in from || 'mistake' in to ? 'stack' : 'fields'} filters">
${select(
  'status',
  say('State', 'وضعیت'),
  [['', say('All', 'همه')], ...Object.entries(statuses).map(([name, text]) => [name, of(text)] as const)],
  status,
)}
${periodField('from', say('From day', 'از روز'), from, '1405-01-01')}
${periodField('to', say('To day', 'تا روز'), to, '1405-12-29')}
<label>${say('Authority, order or description', 'شناسهٔ تراکنش، سفارش یا توضیحات')}<input name="words" value="${words}" type="search"></label>
<button class="main">${say('Show', 'نمایش')}</button></form>`;
}

export const transactionsSection: Section = {
  path: '/transactions',
  view: async (visit, panel) => {
    const { say, base, terminal, query, rials, moment, count } = visit;
    const filters = filtersOf(visit);
    const { total } = await matching(panel, terminal.id, filters)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const pages = Math.max(1, Math.ceil(Number(total) / perPage));
    const page = Math.min(pageAsked(query), pages);
    const payments = await matching(panel, terminal.id, filters)
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('authority', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute();
    const rows = payments.map((payment) => [
      html`<a href="${base}/transactions/${payment.authority}">${code(payment.authority)}</a>`,
      html`<bdi>${payment.order_id}</bdi>`,
      rials(Number(payment.amount)),
      badge(paymentTone(payment.state), paymentStateName(visit, payment.state)),
      moment(payment.created_at),
    ]);
    const title = say('Transactions', 'تراکنش‌ها');
    const columns = [
      say('Authority', 'شناسهٔ تراکنش'),
      say('Order', 'سفارش'),
      say('Amount', 'مبلغ'),
      say('State', 'وضعیت'),
      say('Created', 'زمان ایجاد'),
    ];
    const linkTo = (to: number) =>
      `${base}/transactions?${new URLSearchParams({
        ...filters,
        from: filters.from.typed,
        to: filters.to.typed,
        page: String(to),
      })}`;
    const body = html`${filterForm(visit, filters)}
<p class="quiet">${say(`${count(Number(total))} found`, `${count(Number(total))} تراکنش`)}</p>
${rows.length === 0 ? empty(say('There is no such transaction.', 'چنین تراکنشی نیست.')) : table(title, columns, rows)}
${pager(visit, page, pages, linkTo)}`;
    return { title, body };
  },
};
