// What no single answer shows: rules that hold between several requests, or between several callers.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { operationOf, operations } from '../../contract/document.ts';
import { type ErrorName, idempotency } from '../../contract/facts.ts';
import type { Expectation } from '../../judge/expectation.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Performed, Session } from '../../run/session.ts';
import type { Draft } from '../draft.ts';
import { type Behaviour, behaviour } from './behaviours/behaviour.ts';
import { callerBehaviours } from './behaviours/callers.ts';
import { keyBehaviours } from './behaviours/keys.ts';
import { moneyBehaviours } from './behaviours/money.ts';
import { recordPlay } from './record.ts';
import { codeOf, createStage, keyed, keyHeader, type Stage } from './stage.ts';

/** The old token of a rotation still works, and every answer to it says until when. */
const rotations = operations
  .filter(({ facts }) => facts.token)
  .map(({ id }) =>
    behaviour(id, 'with a token that was rotated away', async (stage) => {
      const by = await stage.terminal();
      await stage.control.rotateToken(by.id);
      return (await stage.send(stage.draft(id), { as: by, tokenRotated: true })).findings;
    }),
  );

/** What belongs to another terminal is not there (docs/decisions/0023). */
const strangers = operations
  .filter(({ facts }) => (facts.errors as readonly string[]).includes('ErrorTransactionNotFound'))
  .map(({ id, requestBody }) =>
    behaviour(id, 'of a payment of another terminal', async (stage) => {
      const { authority, amount } = await stage.verified();
      const body = requestBody && (id === 'createRefund' ? { authority } : { authority, amount });
      const expectation = { errors: ['ErrorTransactionNotFound' as const], basis: assumed(23) };
      const manner = { as: await stage.terminal(), expectation };
      return (await stage.send(stage.draft(id, { authority, ...(body && { body }) }), manner)).findings;
    }),
  );

const countOf = async (stage: Stage, as: Awaited<ReturnType<Stage['terminal']>>) =>
  nodeAt(await stage.prepare(stage.draft('listTransactions'), { as }), '/data/pagination/total');

/** How many payments there must be after several requests with one key. */
const payments = (total: unknown, wanted: 0 | 1, basis: Basis): Finding[] =>
  total === wanted
    ? []
    : [
        {
          at: '/data/pagination/total',
          expected: `${wanted === 1 ? 'one payment' : 'no payment'}, since all requests had one idempotency key`,
          got: shown(total),
          rule: '#/x-idempotency',
          basis,
        },
      ];

function sameAnswer([first, ...others]: Performed[]): Finding[] {
  const other = others.find(
    ({ body, status }) => status !== first?.status || !isDeepStrictEqual(body, first?.body),
  );
  if (!other) return [];
  return [
    {
      at: '/body',
      expected: `the stored answer again: ${shown(first?.body)}`,
      got: `HTTP ${other.status}, ${shown(other.body)}`,
      rule: '#/x-idempotency',
      // What the key is for is stated, what the second request is told is not.
      basis: assumed(3),
    },
  ];
}

const concurrent = 8;
const [createPayment, createVerification] = [operationOf('createPayment'), operationOf('createVerification')];

const keyedPayment = (stage: Stage) =>
  keyed(stage.draft('createPayment', { body: stage.paymentBody() }), `contract-${randomUUID()}`);

const bankAway = 'ErrorBankUnavailable';

const keys = [
  behaviour('createPayment', 'repeated with one key, some at the same moment', async (stage) => {
    const by = await stage.terminal();
    const draft = keyedPayment(stage);
    const manner = { as: by, stored: true };
    const answers = await Promise.all(Array.from({ length: concurrent }, () => stage.send(draft, manner)));
    return [
      ...answers.flatMap(({ findings }) => findings),
      ...sameAnswer(answers),
      ...payments(await countOf(stage, by), 1, stated),
    ];
  }),
  behaviour('createPayment', 'repeated after a server error with the same key', async (stage) => {
    const by = await stage.terminal();
    const draft = keyedPayment(stage);
    await stage.control.fail(codeOf(bankAway), by.id, 'createPayment');
    const failed = await stage.send(draft, { as: by, expectation: { errors: [bankAway] } });
    const isReplayed = !(idempotency.not_replayed as readonly string[]).includes(bankAway);
    const again: Expectation = {
      ...(isReplayed ? { errors: [bankAway] } : { status: createPayment.facts.successStatus }),
      basis: assumed(72),
    };
    const second = await stage.send(draft, { as: by, expectation: again, stored: isReplayed });
    return [
      ...failed.findings,
      ...second.findings,
      ...payments(await countOf(stage, by), isReplayed ? 0 : 1, assumed(72)),
    ];
  }),
];

const race = behaviour('createVerification', 'asked for several times at the same moment', async (stage) => {
  const { authority, amount, by } = await stage.paid();
  const draft = stage.draft('createVerification', { body: { authority, amount } });
  const answers = await Promise.all(Array.from({ length: concurrent }, () => stage.send(draft, { as: by })));
  const statuses = answers.map(({ status }) => status);
  const winners = statuses.filter((status) => status === createVerification.facts.successStatus).length;
  const findings = answers.flatMap((answer) => answer.findings);
  if (winners === 1) return findings;
  return [
    ...findings,
    {
      at: '/status',
      expected: 'exactly one success, and code -21 for the others',
      got: `${winners} successes of ${concurrent}`,
      rule: '#/components/schemas/ErrorAlreadyVerified',
      basis: stated,
    },
  ];
});

const keyOfVerification = behaviour('createVerification', 'repeated with one key', async (stage) => {
  const { authority, amount, by } = await stage.paid();
  const draft = keyed(
    stage.draft('createVerification', { body: { authority, amount } }),
    `contract-${randomUUID()}`,
  );
  const first = await stage.send(draft, {
    as: by,
    expectation: { status: createVerification.facts.successStatus },
  });
  const second = await stage.send(draft, { as: by, stored: true });
  return [...first.findings, ...second.findings, ...sameAnswer([first, second])];
});

/** Where a dialect demands no key, a payment without one has to be made. */
const keyless =
  createPayment.facts.idempotencyKey === 'required'
    ? []
    : [
        behaviour('createPayment', 'without a key', async (stage) => {
          const draft = stage.draft('createPayment', { body: stage.paymentBody() });
          const expectation = { status: createPayment.facts.successStatus, basis: assumed(3, 31) };
          const sent = { ...draft, headers: { [keyHeader]: null } };
          return (await stage.send(sent, { expectation })).findings;
        }),
      ];

/** Of a terminal that demands signatures the page says what a wrong one is answered with. */
const demanded = (
  [
    [
      'a wrong signature',
      'ErrorSignatureInvalid',
      { forge: (genuine) => ({ ...genuine, signature: '0'.repeat(64) }) },
    ],
    ['a signature of an hour ago', 'ErrorTimestampInvalid', { timestampOffset: -3600 }],
  ] satisfies [string, ErrorName, Partial<Draft>][]
).map(([what, error, change]) =>
  behaviour('createPayment', `with ${what}, where signatures are demanded`, async (stage) => {
    const by = await stage.terminal({ requireSignature: true });
    const draft = { ...stage.draft('createPayment', { body: stage.paymentBody() }), ...change };
    return (await stage.send(draft, { as: by, expectation: { errors: [error] } })).findings;
  }),
);

/** Every rule of behaviour, by the names that `--only` searches. */
export const behaviours: Behaviour[] = [
  ...rotations,
  ...strangers,
  ...keys,
  ...keyless,
  race,
  keyOfVerification,
  ...demanded,
  ...moneyBehaviours,
  ...keyBehaviours,
  ...callerBehaviours,
];

/** Plays one, and records what was found. */
export async function playBehaviour(session: Session, one: Behaviour, repeat: string): Promise<void> {
  const { recorder } = session;
  const { operation, name, needs } = one;
  const reason = session.obstacle(needs);
  if (reason) return recorder.notReached('behaviour', operation, name, reason);
  await recordPlay(session, { part: 'behaviour', operation, name, repeat }, () =>
    one.play(createStage(session)),
  );
}
