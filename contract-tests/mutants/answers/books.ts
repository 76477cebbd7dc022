// Servers whose lists and reports are not what was created.
import type { FaultyServer } from './change.ts';
import { type Changes, on } from './change.ts';

const everyWay = 'listTransactions of a busy shop, asked for in every way';
const byDay = 'getDailyReport of a busy shop, day by day';
const byMonth = 'getMonthlyReport of a busy shop, month by month';
const schemas = 'openapi/common/schemas.yaml';
const lists = 'openapi/transactions/schemas.yaml';
const reports = 'openapi/reports/schemas.yaml';

/** The path of a request without what it asks for by these names. */
const without =
  (...names: string[]) =>
  (path: string): string => {
    const [plain = '', query = ''] = path.split('?');
    const kept = new URLSearchParams(query);
    for (const name of names) kept.delete(name);
    return kept.size > 0 ? `${plain}?${kept}` : plain;
  };

/** One fault each. */
export function bookFaults({ withBody }: Changes): FaultyServer[] {
  // biome-ignore lint/suspicious/noExplicitAny: the faults reach into bodies of every shape
  const list = (change: (data: any) => void) =>
    on(
      'listTransactions',
      200,
      withBody(({ data }) => change(data)),
    );
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const daily = (change: (data: any) => void) =>
    on(
      'getDailyReport',
      200,
      withBody(({ data }) => change(data)),
    );
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const monthly = (change: (data: any) => void) =>
    on(
      'getMonthlyReport',
      200,
      withBody(({ data }) => change(data)),
    );
  const ignoring = (...names: string[]): FaultyServer['server'] => ({
    request: (request) =>
      request.operation === 'listTransactions'
        ? { ...request, path: without(...names)(request.path) }
        : request,
  });
  return [
    {
      fault: 'a list that ignores the status',
      only: everyWay,
      server: ignoring('status'),
      at: '/body/data/transactions/1/status',
      place: ['openapi/transactions/list.yaml', /name: status/],
    },
    {
      fault: 'a list that ignores its first day',
      only: everyWay,
      server: ignoring('from_date'),
      at: '/body/data/transactions/18/created_at',
      place: ['openapi/transactions/list.yaml', /name: from_date/],
    },
    {
      fault: 'a total that counts the page',
      only: everyWay,
      server: {
        answer: list(({ transactions, pagination }) => {
          pagination.total = transactions.length;
          pagination.last_page = 1;
        }),
      },
      at: '/body/data/pagination/total',
      place: [schemas, /Count:/],
    },
    {
      fault: 'a last page that is one too many',
      only: everyWay,
      server: {
        answer: list(({ pagination }) => {
          pagination.last_page += 1;
        }),
      },
      at: '/body/data/pagination/last_page',
      place: [lists, /last_page:/],
    },
    {
      fault: 'a list that ignores the page',
      only: everyWay,
      server: ignoring('page'),
      at: '/body/data/pagination/current_page',
      place: [lists, /current_page:/],
    },
    {
      fault: 'the oldest first',
      only: everyWay,
      server: { answer: list(({ transactions }) => transactions.reverse()) },
      at: '/body/data/transactions/3/created_at',
      word: 'differs',
      place: [lists, /transactions:/],
    },
    {
      fault: 'a payment that is missing in the list',
      only: everyWay,
      server: {
        answer: list(({ transactions, pagination }) => {
          if (pagination.last_page > 1) return;
          transactions.splice(2, 1);
          pagination.total -= 1;
        }),
      },
      at: '/body/data/pagination/total',
      place: [schemas, /Count:/],
    },
    {
      fault: 'a payment that stands twice in the list',
      only: everyWay,
      server: {
        answer: list(({ transactions }) => {
          if (transactions.length > 1) transactions[1] = transactions[0];
        }),
      },
      at: '/body/data/transactions/1/authority',
      place: [lists, /transactions:/],
    },
    {
      fault: 'a rate of success between 0 and 1',
      only: byDay,
      server: {
        answer: daily(({ summary }) => {
          summary.success_rate /= 100;
        }),
      },
      at: '/body/data/summary/success_rate',
      place: [reports, /SuccessRate:/],
    },
    {
      fault: 'a rate of success that is cut off',
      only: byDay,
      server: {
        answer: daily(({ summary }) => {
          summary.success_rate = Math.floor(summary.success_rate);
        }),
      },
      at: '/body/data/summary/success_rate',
      word: 'differs',
      place: [reports, /SuccessRate:/],
    },
    {
      fault: 'a total that counts the successful ones alone',
      only: byDay,
      server: {
        answer: daily(({ summary }) => {
          summary.total_transactions = summary.successful_transactions;
          summary.failed_transactions = 0;
          summary.success_rate = summary.successful_transactions > 0 ? 100 : 0;
        }),
      },
      at: '/body/data/hourly_breakdown',
      place: [reports, /hourly_breakdown:/],
    },
    {
      fault: 'an amount of the successful ones that is that of all',
      only: byDay,
      server: {
        answer: daily(({ summary }) => {
          summary.successful_amount = summary.total_amount;
        }),
      },
      at: '/body/data/summary/successful_amount',
      place: [schemas, /RialTotal:/],
    },
    {
      fault: 'the report of another day',
      only: byDay,
      server: {
        request: (request) =>
          request.operation === 'getDailyReport'
            ? { ...request, path: without('date')(request.path) }
            : request,
      },
      at: '/body/data/report_date',
      place: [schemas, /./],
    },
    {
      fault: 'a month that lacks a day',
      only: byMonth,
      server: {
        answer: monthly(({ summary, daily_breakdown: [first] }) => {
          if (!first) return;
          summary.total_transactions -= first.transactions;
          summary.total_amount -= first.amount;
        }),
      },
      at: '/body/data/daily_breakdown',
      place: [reports, /daily_breakdown:/],
    },
    {
      fault: 'fees in the sandbox',
      only: byMonth,
      server: {
        answer: monthly(({ summary }) => {
          summary.total_fees = 1000;
        }),
      },
      at: '/body/data/summary/total_fees',
      place: [schemas, /./],
    },
  ];
}
