// Mistakes in the filters, pages and order of listTransactions.
import type { SourceMutant } from '../mutant.ts';

const file = 'sandbox/src/transactions/list.ts';

const one = (
  id: string,
  summary: string,
  from: string,
  to: string,
  more: Partial<SourceMutant> = {},
): SourceMutant => ({ kind: 'lists', id, summary, file, from, to, ...more });

const fromDate =
  "      if (from_date !== undefined) conditions.push(eb('created_at', '>=', startOfJalaliDay(from_date)));\n";
const toDate =
  "      if (to_date !== undefined) conditions.push(eb('created_at', '<', endOfJalaliDay(to_date)));\n";
const byStatus =
  "      if (status !== undefined) conditions.push(eb('state', 'in', statesShowing(contract, status)));\n";
const dates = { basis: 'decision 60' };

export const lists: readonly SourceMutant[] = [
  one('from-date-ignored', 'The list has payments from before from_date.', fromDate, ''),
  one('to-date-ignored', 'The list has payments from after to_date.', toDate, ''),
  one(
    'status-filter-ignored',
    'The list has payments of every status, whichever was asked for.',
    byStatus,
    '',
  ),
  one(
    'to-date-exclusive',
    'The list leaves out the day of to_date itself.',
    'endOfJalaliDay(to_date)',
    'startOfJalaliDay(to_date)',
    dates,
  ),
  one(
    'from-date-exclusive',
    'The list leaves out the day of from_date itself.',
    "'>=', startOfJalaliDay(from_date)",
    "'>=', endOfJalaliDay(from_date)",
    dates,
  ),
  one(
    'dates-of-change',
    'The dates filter by the last change of a payment instead of its creation.',
    "eb('created_at', '>=', ",
    "eb('updated_at', '>=', ",
    dates,
  ),
  one(
    'filters-by-either',
    'A payment is listed that fits one of several filters.',
    'return and(conditions);',
    'return conditions.length > 0 ? eb.or(conditions) : and(conditions);',
  ),
  {
    kind: 'lists',
    id: 'status-means-one-state',
    summary:
      'Of the states that are shown as pending the filter finds the first only: paid payments are missing.',
    file: 'sandbox/src/contract/contract.ts',
    from: 'filter((state) => states[state].status === status);',
    to: 'filter((state) => states[state].status === status).slice(0, 1);',
  },
  {
    kind: 'lists',
    id: 'status-filter-of-a-prefix',
    summary: 'The filter for failed finds the payments that ran out of time as well.',
    file: 'sandbox/src/contract/contract.ts',
    from: 'filter((state) => states[state].status === status);',
    to: "filter((state) => states[state].status === status || (status === 'failed' && states[state].status === 'timeout'));",
  },
  one(
    'total-of-the-page',
    'total counts the payments of the page.',
    'total: Number(total),\n',
    'total: payments.length,\n',
  ),
  one(
    'total-without-filters',
    'total counts all payments of the terminal, whatever the filters are.',
    'const { total } = await matching(db, call, filters)',
    'const { total } = await matching(db, call, { page, per_page: perPage })',
  ),
  one(
    'last-page-rounded-down',
    'last_page leaves out the page that is not full.',
    'Math.ceil(Number(total) / perPage)',
    'Math.floor(Number(total) / perPage)',
  ),
  one(
    'last-page-one-too-many',
    'last_page counts one page more than there is.',
    'Math.max(1, Math.ceil(Number(total) / perPage))',
    'Math.floor(Number(total) / perPage) + 1',
  ),
  one(
    'last-page-of-ten',
    'last_page is reckoned with pages of ten, whatever per_page is.',
    'Math.ceil(Number(total) / perPage)',
    'Math.ceil(Number(total) / 10)',
  ),
  one(
    'page-ignored',
    'Every page is the first one.',
    'const skipped = (page - 1) * perPage;',
    'const skipped = 0;',
  ),
  one(
    'page-counted-from-zero',
    'The first page is left out: pages are counted from 0.',
    'const skipped = (page - 1) * perPage;',
    'const skipped = page * perPage;',
  ),
  one(
    'page-skips-pages-of-ten',
    'Pages begin at every tenth payment, whatever per_page is.',
    'const skipped = (page - 1) * perPage;',
    'const skipped = (page - 1) * 10;',
  ),
  one(
    'pages-overlap',
    'Each page begins with the last payment of the one before.',
    'const skipped = (page - 1) * perPage;',
    'const skipped = Math.max(0, (page - 1) * (perPage - 1));',
  ),
  one(
    'page-beyond-the-end-is-the-last',
    'A page beyond the end shows the first one again.',
    'skipped >= Number(total)\n      ? []',
    'skipped >= Number(total)\n      ? await matching(db, call, filters).selectAll().limit(perPage).execute()',
    dates,
  ),
  one(
    'per-page-ignored',
    'Every page has ten payments, whatever per_page is.',
    '.limit(perPage)',
    '.limit(10)',
  ),
  one(
    'per-page-capped',
    'A page never has more than twenty payments, whatever per_page is.',
    '.limit(perPage)',
    '.limit(Math.min(perPage, 20))',
  ),
  one(
    'per-page-one-too-few',
    'A page has one payment less than per_page.',
    '.limit(perPage)',
    '.limit(Math.max(1, perPage - 1))',
  ),
  one(
    'per-page-not-told',
    'pagination tells the usual per_page, whatever was asked for.',
    '      per_page: perPage,',
    '      per_page: 10,',
  ),
  one(
    'current-page-not-told',
    'pagination tells that every page is the first.',
    'current_page: page,',
    'current_page: 1,',
  ),
  one(
    'oldest-first',
    'The list begins with the oldest payment.',
    ".orderBy('created_at', 'desc')",
    ".orderBy('created_at', 'asc')",
    { basis: 'decision 60' },
  ),
  one(
    'ordered-by-amount',
    'The list is ordered by the amount.',
    ".orderBy('created_at', 'desc')",
    ".orderBy('amount', 'desc')",
    { basis: 'decision 60' },
  ),
  one(
    'list-with-inner-states',
    'The list shows the inner state of a payment as its status.',
    'status: contract.states[payment.state].status,',
    'status: payment.state.toLowerCase() as never,',
  ),
  one(
    'list-with-paid-as-verified',
    'The list tells the moment of the payment as that of its verification.',
    'jalaliDateTimeOrNull(payment.verified_at)',
    'jalaliDateTimeOrNull(payment.verified_at ?? payment.paid_at)',
    { basis: 'decision 53' },
  ),
  one(
    'list-with-another-order',
    'The list shows the authority in the place of the order.',
    'order_id: payment.order_id,',
    'order_id: payment.authority,',
  ),
  one(
    'list-of-changes',
    'The list tells the last change of a payment as its creation.',
    'created_at: jalaliDateTime(payment.created_at),',
    'created_at: jalaliDateTime(payment.updated_at),',
  ),
  one(
    'list-without-open-payments',
    'The list leaves out payments that nobody has paid yet.',
    "    .where('terminal_id', '=', caller.terminalId)\n",
    "    .where('terminal_id', '=', caller.terminalId)\n    .where('state', '!=', 'AWAITING_PAYMENT')\n",
  ),
  one(
    'list-of-verified-only',
    'The list has verified payments only.',
    "    .where('terminal_id', '=', caller.terminalId)\n",
    "    .where('terminal_id', '=', caller.terminalId)\n    .where('state', '=', 'COMPLETED')\n",
  ),
];
