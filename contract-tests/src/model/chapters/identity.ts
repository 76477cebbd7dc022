// Identity: an answer is about the very payment that was asked for, and what the gateway makes up it makes up once.

import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { servers } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';
import { ruleOf } from '../views.ts';

/** Where an answer names the payment that it is about. */
const places = ['transaction', 'verification', 'refund'].map((name) => `/data/${name}/authority`);

function judgeAuthority(seen: Seen): Finding[] {
  const { authority, body, operation } = seen;
  if (authority === undefined || operation.id === 'createPayment') return [];
  return places.flatMap((place) => {
    const got = nodeAt(body, place);
    if (got === undefined || got === authority) return [];
    return [
      {
        at: `/body${place}`,
        expected: `${shown(authority)}, which was asked for`,
        got: shown(got),
        rule: ruleOf(seen, `/body${place}`),
        basis: stated,
      },
    ];
  });
}

const page = '/data/transaction/gateway_url';

/** The address of the page leads to the payment that was made, and to the environment that it was made in. */
function judgePage(seen: Seen, { environment }: Known): Finding[] {
  const [authority, text] = [nodeAt(seen.body, '/data/transaction/authority'), nodeAt(seen.body, page)];
  if (typeof authority !== 'string' || typeof text !== 'string' || !URL.canParse(text)) return [];
  const { pathname, origin } = new URL(text);
  const finding = (expected: string): Finding => ({
    at: `/body${page}`,
    expected,
    got: shown(text),
    rule: ruleOf(seen, `/body${page}`),
    // Every printed answer shows it so, and the payer is sent there with the authority (lines 338, 2327).
    basis: { kind: 'stated', lines: '338, 2327' },
  });
  const other = environment === 'production' ? servers.sandbox : servers.production;
  return [
    ...(pathname.split('/').at(-1) === authority ? [] : [finding(`the page of ${authority}`)]),
    ...(origin === other ? [finding(`a page of the ${environment} environment`)] : []),
  ];
}

/** Something that the gateway makes up: what it is, where it stands, and what it rests on that it comes once. */
interface Issue {
  name: string;
  at: string;
  basis: Basis;
}

const requestIds: Issue[] = ['/meta/request_id', '/data/meta/request_id'].map((at) => ({
  name: 'request_id',
  at,
  basis: assumed(63),
}));

/** What an answer of an operation makes up. */
const issuedBy: Partial<Record<string, Issue[]>> = {
  createPayment: [{ name: 'authority', at: '/data/transaction/authority', basis: stated }],
  createRefund: [{ name: 'refund_code', at: '/data/refund/refund_code', basis: assumed(12) }],
  getIdempotencyKey: [{ name: 'idempotency_key', at: '/idempotency_key', basis: stated }],
};

function issuesOf(seen: Seen): (Issue & { value: string })[] {
  const own = seen.isSuccess ? (issuedBy[seen.operation.id] ?? []) : [];
  return [...own, ...requestIds].flatMap((issue) => {
    const value = nodeAt(seen.body, issue.at);
    return typeof value === 'string' ? [{ ...issue, value }] : [];
  });
}

function judgeIssues(seen: Seen, { issued }: Known): Finding[] {
  return issuesOf(seen)
    .filter(({ name, value }) => issued.get(name)?.has(value))
    .map(({ name, at, basis, value }) => ({
      at: `/body${at}`,
      expected: `a new ${name}`,
      got: `${shown(value)}, which an answer has had before`,
      rule: ruleOf(seen, `/body${at}`),
      basis,
    }));
}

function learnIssues(seen: Seen, { issued }: Known): void {
  for (const { name, value } of issuesOf(seen)) {
    const values = issued.get(name) ?? new Set();
    issued.set(name, values.add(value));
  }
}

const isRepetition = ({ replays, mayReplay }: Seen) => replays !== undefined || mayReplay === true;

export const identity: Chapter = {
  judge: (seen, known) => [
    ...judgeAuthority(seen),
    ...(seen.operation.id === 'createPayment' && seen.isSuccess ? judgePage(seen, known) : []),
    ...(isRepetition(seen) ? [] : judgeIssues(seen, known)),
  ],
  learn: (seen, known) => {
    if (!isRepetition(seen)) learnIssues(seen, known);
  },
};
