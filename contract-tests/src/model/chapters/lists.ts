// The list of transactions: what was created, as far as it matches, newest first, each payment on one page alone.
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import { wordFor } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';
import type { SentCall } from '../observation.ts';
import {
  among,
  both,
  type Counted,
  type Fit,
  isOpenWord,
  paymentsOf,
  rangeInWords,
  unknownPayments,
  within,
} from '../shop.ts';

const pagination = '#/components/schemas/Pagination/properties';
const list = '#/components/schemas/TransactionListResponse/properties/data/properties/transactions';

/** What a list was asked for, with the documented defaults. */
interface Asked {
  from_date: string | undefined;
  to_date: string | undefined;
  status: string | undefined;
  page: number;
  per_page: number;
  /** Where each of them is documented. */
  rules: Record<string, string>;
}

const day = /^1[0-9]{3}-[0-9]{2}-[0-9]{2}$/;
const natural = /^[1-9][0-9]{0,14}$/;

/** @returns undefined for a request that had to be refused: no answer to it is right */
function readAsked({ operation, query }: SentCall): Asked | undefined {
  const parameters = new Map(operation.parameters.map((one) => [one.value.name, one]));
  const rules = Object.fromEntries([...parameters].map(([name, { pointer }]) => [name, pointer]));
  const defaultOf = (name: string) =>
    Number((parameters.get(name)?.value.schema as { default?: unknown } | undefined)?.default);
  const numberOf = (name: string) => {
    const text = query.get(name);
    return text === undefined ? defaultOf(name) : natural.test(text) ? Number(text) : undefined;
  };
  const [page, perPage] = [numberOf('page'), numberOf('per_page')];
  const days = [query.get('from_date'), query.get('to_date')];
  if (!page || !perPage || days.some((one) => one !== undefined && !day.test(one))) return undefined;
  const [from_date, to_date] = days;
  return { from_date, to_date, status: query.get('status'), page, per_page: perPage, rules };
}

interface Row {
  at: string;
  authority: unknown;
  status: unknown;
  created: string | undefined;
  verified: string | undefined;
}

function rowsOf(body: unknown): Row[] | undefined {
  const rows = nodeAt(body, '/data/transactions');
  if (!Array.isArray(rows)) return undefined;
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return rows.map((row, index) => ({
    at: `/body/data/transactions/${index}`,
    authority: row?.authority,
    status: row?.status,
    created: textOf(row?.created_at),
    verified: textOf(row?.verified_at),
  }));
}

/** The numbers of the page itself, and that they fit one another. */
function judgeNumbers(body: unknown, rows: Row[], asked: Asked): Finding[] {
  const read = (name: string) => {
    const value = nodeAt(body, `/data/pagination/${name}`);
    return typeof value === 'number' ? value : undefined;
  };
  const [total, last] = [read('total'), read('last_page')];
  const findings: Finding[] = [];
  const want = (name: string, got: number | undefined, wanted: number, why: string, basis: Basis) => {
    if (got === undefined || got === wanted) return;
    const at = `/body/data/pagination/${name}`;
    findings.push({
      at,
      expected: `${wanted}, ${why}`,
      got: String(got),
      rule: `${pagination}/${name}`,
      basis,
    });
  };
  want('current_page', read('current_page'), asked.page, 'the page that was asked for', stated);
  want('per_page', read('per_page'), asked.per_page, 'as many as were asked for', stated);
  if (total === undefined) return findings;
  const pages = Math.max(1, Math.ceil(total / asked.per_page));
  const why = `for ${total} transactions, ${asked.per_page} on a page`;
  want('last_page', last, pages, why, total === 0 ? assumed(60) : stated);
  const wanted = Math.min(Math.max(0, total - (asked.page - 1) * asked.per_page), asked.per_page);
  if (rows.length !== wanted) {
    findings.push({
      at: '/body/data/transactions',
      expected: `${wanted} transactions on page ${asked.page} of ${pages}, ${why}`,
      got: `${rows.length}`,
      rule: asked.rules[asked.page > pages ? 'page' : 'per_page'] ?? list,
      // What a page beyond the end shows is not said.
      basis: asked.page > pages ? assumed(60) : stated,
    });
  }
  return findings;
}

/** What every page has to keep, whoever else makes payments. */
function judgeRows(rows: Row[], asked: Asked): Finding[] {
  const { status, from_date, to_date, rules } = asked;
  const findings: Finding[] = [];
  const seen = new Set<unknown>();
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (seen.has(row.authority)) {
      findings.push({
        at: `${row.at}/authority`,
        expected: 'each transaction once',
        got: `${shown(row.authority)} again`,
        rule: list,
        basis: stated,
      });
    }
    seen.add(row.authority);
    if (status !== undefined && row.status !== undefined && row.status !== status) {
      findings.push({
        at: `${row.at}/status`,
        expected: `only transactions with the status ${status}`,
        got: shown(row.status),
        rule: rules.status ?? list,
        basis: stated,
      });
    }
    const dayOf = (moment: string | undefined) => moment?.slice(0, 10);
    const isIn = (moment: string | undefined) => {
      const own = dayOf(moment);
      return own !== undefined && within({ first: own, last: own }, from_date, to_date) === 'surely';
    };
    if (row.created !== undefined && !isIn(row.created)) {
      const isLate = to_date !== undefined && (dayOf(row.created) ?? '') > to_date;
      findings.push({
        at: `${row.at}/created_at`,
        expected: `only transactions created from ${from_date ?? 'the beginning'} to ${to_date ?? 'now'}`,
        got: shown(row.created),
        rule: rules[isLate ? 'to_date' : 'from_date'] ?? list,
        // Which of a transaction's days counts is not said; that the days are filtered by is.
        basis: row.verified !== undefined && isIn(row.verified) ? assumed(60) : stated,
      });
    }
    if (before?.created !== undefined && row.created !== undefined && before.created < row.created) {
      findings.push({
        at: `${row.at}/created_at`,
        expected: `the newest first: nothing after ${before.created}`,
        got: shown(row.created),
        rule: list,
        basis: assumed(60),
      });
    }
  }
  return findings;
}

/** Whether a payment matches what was asked. @param firm by what the page states alone, whatever it leaves open */
function fitOf({ states, days, lifeDays, mayBeLater }: Counted, asked: Asked, firm: boolean): Fit {
  const { status, from_date, to_date } = asked;
  const there: Fit = mayBeLater ? 'perhaps' : 'surely';
  const byDay = within(firm && (from_date ?? to_date) !== undefined ? lifeDays : days, from_date, to_date);
  const byWord =
    status === undefined
      ? 'surely'
      : firm && [...states].some(isOpenWord)
        ? 'perhaps'
        : among(states, (state) => wordFor(state, 'listTransactions') === status);
  return both(there, both(byDay, byWord));
}

/** What it rests on that a list counts what it does not have to by the page alone. */
const groundsOf = ({ status, from_date, to_date }: Asked): Basis =>
  assumed(
    ...(status === undefined ? [] : [4, 56, 67]),
    ...((from_date ?? to_date) === undefined ? [] : [60]),
  );

function judgeTotal(seen: Seen, own: Counted[], asked: Asked, known: Known): Finding[] {
  const total = nodeAt(seen.body, '/data/pagination/total');
  if (typeof total !== 'number') return [];
  const unknown = unknownPayments(seen, known);
  for (const [firm, basis] of [[true, stated] as const, [false, groundsOf(asked)] as const]) {
    const fits = own.map((one) => fitOf(one, asked, firm));
    const least = fits.filter((fit) => fit === 'surely').length;
    const most = fits.filter((fit) => fit !== 'no').length + unknown;
    if (total >= least && total <= most) continue;
    const wanted = rangeInWords(least, most);
    return [
      {
        at: '/body/data/pagination/total',
        expected: `${wanted}: all transactions that match, on every page`,
        got: String(total),
        rule: `${pagination}/total`,
        basis,
      },
    ];
  }
  return [];
}

/** Whether one was created before the other, as far as their moments tell. */
function isOlder(one: Counted, other: Counted): Fit {
  // Moments that the run alone has read are as wide as two clocks may differ; between two of them that is no matter.
  const isRead = !one.isTold && !other.isTold;
  const [own, others] = isRead ? [ownMoment(one), ownMoment(other)] : [one.created, other.created];
  if (own.last < others.first) return 'surely';
  return own.first > others.last ? 'no' : 'perhaps';
}

const ownMoment = ({ payment: { created } }: Counted) => ({
  first: String(created.from).padStart(12, '0'),
  last: String(created.to).padStart(12, '0'),
});

/** That the known payments stand on this page that have to, and none that cannot. */
function judgePlaces(seen: Seen, rows: Row[], own: Counted[], asked: Asked, known: Known): Finding[] {
  const total = nodeAt(seen.body, '/data/pagination/total');
  const matching = own
    .map((one) => ({ one, fit: fitOf(one, asked, false) }))
    .filter(({ fit }) => fit !== 'no');
  const unknown = unknownPayments(seen, known);
  const start = (asked.page - 1) * asked.per_page;
  const end = start + asked.per_page;
  const isWhole = asked.page === 1 && typeof total === 'number' && total <= asked.per_page;
  const isLast = typeof total === 'number' && end >= total;
  const onPage = new Map(rows.map((row) => [row.authority, row]));
  const [newest, oldest] = [rows[0]?.created, rows.at(-1)?.created];
  for (const { one, fit } of matching) {
    const { authority } = one.payment;
    const newer = matching
      .filter((other) => other.one !== one)
      .map((other) => both(isOlder(one, other.one), other.fit));
    const least = newer.filter((is) => is === 'surely').length;
    const most = newer.filter((is) => is !== 'no').length + unknown;
    const row = onPage.get(authority);
    if (row) {
      if (least < end && most >= start) continue;
      return [
        {
          at: `${row.at}/authority`,
          expected: `transaction ${least + 1} of all, newest first, on page ${Math.floor(least / asked.per_page) + 1}`,
          got: `${authority} on page ${asked.page}`,
          rule: asked.rules.page ?? list,
          basis: assumed(60),
        },
      ];
    }
    if (fit !== 'surely') continue;
    const isBetween =
      (asked.page === 1 || (newest !== undefined && one.created.last < newest)) &&
      (isLast || (oldest !== undefined && one.created.first > oldest));
    if (!isBetween && !(least >= start && most < end)) continue;
    const firm = isWhole && fitOf(one, asked, true) === 'surely';
    return [
      {
        at: '/body/data/transactions',
        expected: `the payment ${authority} of ${one.created.first}, which matches and belongs on page ${asked.page}`,
        got: `${rows.length} transactions without it`,
        rule: list,
        basis: firm ? stated : isWhole ? groundsOf(asked) : assumed(60),
      },
    ];
  }
  return [];
}

/** That nothing is shown that nobody has made; another terminal's payments are the chapter's on strangers. */
function judgeOrigin(seen: Seen, rows: Row[], known: Known): Finding[] {
  if (!seen.terminal || unknownPayments(seen, known) > 0) return [];
  const strange = rows.find(
    ({ authority }) => typeof authority !== 'string' || !known.payments.has(authority),
  );
  if (!strange) return [];
  return [
    {
      at: `${strange.at}/authority`,
      expected: 'payments of this terminal alone',
      got: `${shown(strange.authority)}, which this terminal has not made`,
      rule: list,
      basis: stated,
    },
  ];
}

const listOf = ({ from_date = '', to_date = '', per_page }: Asked) => `${from_date} ${to_date} ${per_page}`;

/** That two pages of one unchanged list have nothing in common. */
function judgePages({ terminal }: Seen, rows: Row[], asked: Asked, { pages }: Known): Finding[] {
  const read = asked.status === undefined ? pages.get(terminal?.id ?? '')?.get(listOf(asked)) : undefined;
  for (const [page, authorities] of read ?? []) {
    const again =
      page === asked.page
        ? undefined
        : rows.find(({ authority }) => authorities.includes(authority as string));
    if (!again) continue;
    return [
      {
        at: `${again.at}/authority`,
        expected: `transactions that are not on page ${page}: nothing has changed since that was read`,
        got: `${shown(again.authority)} again`,
        rule: asked.rules.page ?? list,
        basis: stated,
      },
    ];
  }
  return [];
}

/** Learns which payments were made without an answer that names them. */
function learnUnseen({ operation, terminal, isSuccess, error, answer, body }: Seen, { unseen }: Known): void {
  if (operation.id !== 'createPayment' || !terminal) return;
  const isTold = isSuccess && typeof nodeAt(body, '/data/transaction/authority') === 'string';
  const isRefused = !isSuccess && error !== undefined && answer.status < 500;
  if (!isTold && !isRefused) unseen.set(terminal.id, (unseen.get(terminal.id) ?? 0) + 1);
}

function learnPage(seen: Seen, known: Known): void {
  const { terminal, body, meanwhile } = seen;
  const [asked, rows] = [readAsked(seen), rowsOf(body)];
  if (!terminal?.isAlone || !asked || !rows) return;
  if (asked.status !== undefined || meanwhile.length > 0) return;
  const lists = known.pages.get(terminal.id) ?? new Map();
  const read = lists.get(listOf(asked)) ?? new Map();
  known.pages.set(
    terminal.id,
    lists.set(
      listOf(asked),
      read.set(
        asked.page,
        rows.map(({ authority }) => String(authority)),
      ),
    ),
  );
}

export const lists: Chapter = {
  judge: (seen, known) => {
    if (seen.operation.id !== 'listTransactions' || !seen.isSuccess) return [];
    const [asked, rows] = [readAsked(seen), rowsOf(seen.body)];
    if (!asked || !rows) return [];
    const strange = judgeOrigin(seen, rows, known);
    const own = paymentsOf(seen, known);
    return [
      ...strange,
      ...judgeNumbers(seen.body, rows, asked),
      ...judgeRows(rows, asked),
      ...judgePages(seen, rows, asked, known),
      // Whoever shows what is not the terminal's counts it too.
      ...(strange.length > 0 ? [] : judgeTotal(seen, own, asked, known)),
      ...judgePlaces(seen, rows, own, asked, known),
    ];
  },
  learn: (seen, known) => {
    learnUnseen(seen, known);
    if (seen.operation.id === 'listTransactions') {
      if (seen.isSuccess) learnPage(seen, known);
    } else if (seen.operation.method !== 'GET' && seen.terminal) known.pages.delete(seen.terminal.id);
  },
  hear: ({ kind }, { pages }) => {
    if (kind === 'payer' || kind === 'clock moved' || kind === 'settlement') pages.clear();
  },
  lose: ({ operation, token }, { unseen, pages, tokens }) => {
    const terminal = tokens.get(token ?? '')?.terminal;
    if (terminal === undefined || operation.method === 'GET') return;
    pages.delete(terminal);
    if (operation.id === 'createPayment') unseen.set(terminal, (unseen.get(terminal) ?? 0) + 1);
  },
};
