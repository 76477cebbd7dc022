// One busy shop whose list and reports are asked for in every way: payments in all states, over several days and months.
import { nodeAt } from '../../../../../foundation/reader/pointers.ts';
import { operationOf } from '../../../contract/document.ts';
import { sandbox } from '../../../contract/facts.ts';
import { schemaAt } from '../../../contract/schemas.ts';
import type { Finding } from '../../../judge/finding.ts';
import { jalaliDate } from '../../../judge/time.ts';
import { isBroken } from '../../../judge/word.ts';
import type { Session } from '../../../run/session.ts';
import type { SandboxTerminal } from '../../../targets/target.ts';
import type { Draft } from '../../draft.ts';
import { unverified } from '../errors.ts';
import { NotStaged, type Stage } from '../stage.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

const day = 86_400;

/** What becomes of a payment. */
type Fate = 'unpaid' | 'paid' | 'unverified' | 'verified' | 'failed' | 'cancelled';

/** The shop's days: what is made on each, and for how many seconds the clock is moved on after it. */
const story: { fates: Fate[]; rest: number }[] = [
  { fates: ['verified', 'failed', 'cancelled', 'unpaid', 'paid'], rest: 25 * day },
  { fates: ['verified', 'verified', 'unpaid'], rest: day },
  { fates: ['failed', 'verified', 'unverified', 'verified'], rest: 3 * 3600 },
  { fates: ['cancelled', 'verified', 'verified', 'failed'], rest: day },
  { fates: ['verified', 'unpaid', 'paid', 'cancelled', 'verified', 'failed', 'unverified'], rest: 0 },
];

/** Small and large amounts, so that no sum is another by chance. */
const amountOf = (index: number) =>
  Math.min(
    Number(schemaAt('#/components/schemas/Amount').value.minimum) + 7919 * index ** 2,
    sandbox.amount_maximum,
  );

async function make(stage: Stage, by: SandboxTerminal, fate: Fate, amount: number): Promise<void> {
  if (fate === 'unverified') return void (await unverified(stage, by));
  const { authority } = await stage.created(by, { amount });
  switch (fate) {
    case 'failed':
      return void (await stage.control.pay(authority, 'failed'));
    case 'cancelled':
      return void (await stage.prepare(stage.draft('cancelPayment', { authority }), { as: by }));
    case 'paid':
    case 'verified':
      await stage.control.pay(authority, 'success');
      if (fate === 'paid') return;
      await stage.prepare(stage.draft('createVerification', { body: { authority, amount } }), { as: by });
  }
}

interface Shop {
  by: SandboxTerminal;
  /** The days on which payments were made. */
  days: string[];
}

async function open(stage: Stage): Promise<Shop> {
  const { target } = stage.session;
  const by = await stage.terminal();
  const days: string[] = [];
  let count = 0;
  for (const { fates, rest } of story) {
    days.push(jalaliDate(target.now(by.token)));
    for (const fate of fates) await make(stage, by, fate, amountOf(count++));
    if (rest > 0) await stage.control.advance(by, rest);
  }
  return { by, days };
}

/** One shop for a run: it takes longer to make than to ask. */
const shops = new WeakMap<Session, Promise<Shop>>();

function shopOf(stage: Stage): Promise<Shop> {
  const made = shops.get(stage.session) ?? open(stage);
  shops.set(stage.session, made);
  return made;
}

type Query = Draft['query'];

const statuses = (): string[] => {
  const parameter = operationOf('listTransactions').parameters.find(({ value }) => value.name === 'status');
  return ((parameter?.value.schema as { enum?: string[] } | undefined)?.enum ?? []) as string[];
};

const pagesOf = (perPage: number, count: number): Query[] =>
  Array.from(
    { length: count },
    (_, index): Query => [
      ['page', String(index + 1)],
      ['per_page', String(perPage)],
    ],
  );

/** Every way to ask for a list that a shop could think of. */
function lists(days: string[]): Query[] {
  const [first = '', second = '', , , last = ''] = days;
  return [
    [],
    ...pagesOf(7, 5),
    ...pagesOf(100, 1),
    [['page', '3']],
    [
      ['page', '23'],
      ['per_page', '1'],
    ],
    ...statuses().flatMap((status): Query[] => [
      [['status', status]],
      [
        ['status', status],
        ['page', '2'],
        ['per_page', '3'],
      ],
    ]),
    [
      ['from_date', second],
      ['per_page', '100'],
    ],
    [['to_date', second]],
    [
      ['from_date', first],
      ['to_date', first],
    ],
    [
      ['from_date', second],
      ['to_date', last],
      ['status', 'completed'],
      ['page', '2'],
      ['per_page', '4'],
    ],
  ];
}

async function all(stage: Stage, drafts: Draft[], as: SandboxTerminal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const expectation = { status: draft.operation.facts.successStatus };
    const answer = await stage.send(draft, { as, expectation });
    findings.push(...answer.findings);
  }
  // Each rule once: what a list does wrong it does in every answer.
  const ruleOf = (finding: Finding) =>
    `${finding.at.replaceAll(/[0-9]+/g, '')} ${finding.rule} ${isBroken([finding])}`;
  return [
    ...new Map(findings.toReversed().map((finding) => [ruleOf(finding), finding])).values(),
  ].toReversed();
}

/** The list as a whole shows more than any question: each payment by itself must be the same. */
async function details(stage: Stage, by: SandboxTerminal): Promise<Draft[]> {
  const body = await stage.prepare(stage.draft('listTransactions', { query: [['per_page', '4']] }), {
    as: by,
  });
  const rows = nodeAt(body, '/data/transactions');
  if (!Array.isArray(rows)) throw new NotStaged('listTransactions', []);
  return rows.map(({ authority }) => stage.draft('getTransaction', { authority: String(authority) }));
}

export const bookkeeping: Behaviour[] = [
  behaviour('listTransactions', 'of a busy shop, asked for in every way', async (stage) => {
    const { by, days } = await shopOf(stage);
    const drafts = lists(days).map((query) => stage.draft('listTransactions', { query }));
    return all(stage, drafts, by);
  }),
  behaviour('getTransaction', 'of a busy shop, as its list has it', async (stage) => {
    const { by } = await shopOf(stage);
    return all(stage, await details(stage, by), by);
  }),
  behaviour('listTransactions', 'of a shop beside a busy one', async (stage) => {
    await shopOf(stage);
    const by = await stage.terminal();
    await stage.created(by);
    return all(stage, [stage.draft('listTransactions'), stage.draft('getDailyReport')], by);
  }),
  behaviour('getDailyReport', 'of a busy shop, day by day', async (stage) => {
    const { by, days } = await shopOf(stage);
    const queries: Query[] = [...new Set(days)].map((date) => [['date', date]]);
    return all(
      stage,
      [...queries, []].map((query) => stage.draft('getDailyReport', { query })),
      by,
    );
  }),
  behaviour('getMonthlyReport', 'of a busy shop, month by month', async (stage) => {
    const { by, days } = await shopOf(stage);
    const months = new Set(days.map((one) => one.slice(0, 7)));
    const queries: Query[] = [...months].map((month) => [['month', month]]);
    return all(
      stage,
      [...queries, []].map((query) => stage.draft('getMonthlyReport', { query })),
      by,
    );
  }),
];
