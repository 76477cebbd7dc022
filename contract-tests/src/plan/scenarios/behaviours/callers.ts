// Callers: tokens that end, and what one terminal can do to another.
import { operations } from '../../../contract/document.ts';
import { sandbox, tokens } from '../../../contract/facts.ts';
import type { SandboxTerminal } from '../../../targets/target.ts';
import { asked, inTurn, looked } from './asking.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

const revoked = operations
  .filter(({ facts }) => facts.token)
  .map(({ id }) =>
    behaviour(id, 'with a token that was revoked', async (stage) => {
      const by = await stage.terminal();
      await stage.control.revokeTokens(by.id);
      return (await stage.send(stage.draft(id), { as: by, tokenKnown: false })).findings;
    }),
  );

/** Seconds on either side of an end: more than clocks can be apart. */
const aside = 60;

const rotated = behaviour(
  'listTransactions',
  'with both tokens of a rotation, until a day after it',
  async (stage) => {
    const old = await stage.terminal();
    const bystander = await stage.terminal();
    const fresh = { ...old, token: await stage.control.rotateToken(old.id) };
    const list = stage.draft('listTransactions');
    const { grace_seconds: grace } = tokens.rotation;
    return inTurn(
      async () => {
        await stage.control.advance(old, grace - aside);
        return (await stage.send(list, { as: old, tokenRotated: true })).findings;
      },
      () => asked(stage, fresh, 'listTransactions'),
      async () => {
        await stage.control.advance(old, 2 * aside);
        return (await stage.send(list, { as: old, tokenKnown: false })).findings;
      },
      () => asked(stage, fresh, 'listTransactions'),
      async () => {
        await stage.control.advance(bystander, grace + aside);
        return asked(stage, bystander, 'listTransactions');
      },
    );
  },
);

const revokedWithin = behaviour(
  'listTransactions',
  'with both tokens of a rotation, after a revocation',
  async (stage) => {
    const old = await stage.terminal();
    const fresh = { ...old, token: await stage.control.rotateToken(old.id) };
    await stage.control.revokeTokens(old.id);
    const send = async (as: SandboxTerminal) =>
      (await stage.send(stage.draft('listTransactions'), { as, tokenKnown: false })).findings;
    return inTurn(
      () => send(old),
      () => send(fresh),
    );
  },
);

/** Whatever a terminal is but active, it is refused. */
const closed = (['suspended', 'under_review'] as const).map((state) =>
  behaviour('listTransactions', `of a terminal that is ${state.replace('_', ' ')}`, async (stage) =>
    asked(stage, await stage.terminal({ state }), 'listTransactions'),
  ),
);

const day = 24 * 60 * 60;

const aged = behaviour('listTransactions', 'with a token of the sandbox that grows old', async (stage) => {
  const by = await stage.terminal();
  const end = sandbox.token_lifetime_days * day;
  return inTurn(
    async () => {
      await stage.control.advance(by, end - aside);
      return asked(stage, by, 'listTransactions');
    },
    async () => {
      await stage.control.advance(by, 2 * aside);
      return (await stage.send(stage.draft('listTransactions'), { as: by, tokenKnown: false })).findings;
    },
  );
});

const meddled = behaviour(
  'cancelPayment',
  'and all that changes a payment, by another terminal',
  async (stage) => {
    const [unpaid, paid] = [await stage.created(), await stage.paid()];
    const stranger = await stage.terminal();
    const attempts = [unpaid, paid].flatMap(({ authority, amount }) => [
      () => asked(stage, stranger, 'cancelPayment', { authority }),
      () => asked(stage, stranger, 'retryVerification', { authority }),
      () => asked(stage, stranger, 'createVerification', { body: { authority, amount } }),
      () => asked(stage, stranger, 'createRefund', { body: { authority } }),
    ]);
    return inTurn(
      ...attempts,
      () => looked(stage, unpaid),
      () => looked(stage, paid),
      () => asked(stage, stranger, 'listTransactions'),
    );
  },
  ['control', 'undocumented'],
);

const listed = behaviour('listTransactions', 'where another terminal has payments', async (stage) => {
  const [one, other] = [await stage.created(), await stage.created()];
  return inTurn(
    () => asked(stage, one.by, 'listTransactions'),
    () => asked(stage, other.by, 'listTransactions'),
  );
});

export const callerBehaviours: Behaviour[] = [
  ...revoked,
  rotated,
  revokedWithin,
  ...closed,
  aged,
  meddled,
  listed,
];
