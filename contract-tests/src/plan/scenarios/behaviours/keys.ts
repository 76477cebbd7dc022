// Idempotency keys: what belongs to one, for how long, and to whom.
import { randomUUID } from 'node:crypto';
import { idempotency } from '../../../contract/facts.ts';
import { keyed, keyHeader, type Stage } from '../stage.ts';
import { asked, inTurn, looked } from './asking.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

const newKey = () => `contract-${randomUUID()}`;

/** Seconds on either side of the end of a key's life: more than clocks can be apart. */
const aside = 60;

/** A payment that is asked for again and again with one key. */
const creating = (stage: Stage, key = newKey(), body: object = stage.paymentBody()) => ({
  key,
  body,
  stored: true,
});

const lifetime = behaviour('createPayment', 'repeated with one key until its day is over', async (stage) => {
  const by = await stage.terminal();
  const sent = creating(stage);
  const ask = () => asked(stage, by, 'createPayment', sent);
  const wait = async (seconds: number) => {
    await stage.control.advance(by, seconds);
    return [];
  };
  return inTurn(
    ask,
    () => wait(idempotency.lifetime_seconds - aside),
    ask,
    () => wait(2 * aside),
    ask,
    () => asked(stage, by, 'createPayment', { ...sent, body: stage.paymentBody() }),
  );
});

const scope = behaviour('createPayment', 'with a key that another terminal has used', async (stage) => {
  const [one, other] = [await stage.terminal(), await stage.terminal()];
  const sent = creating(stage);
  const changed = creating(stage, sent.key);
  return inTurn(
    () => asked(stage, one, 'createPayment', sent),
    () => asked(stage, other, 'createPayment', sent),
    () => asked(stage, one, 'createPayment', sent),
    () => asked(stage, one, 'createPayment', changed),
  );
});

const another = behaviour(
  'createVerification',
  'with a key that has made a payment',
  async (stage) => {
    const { authority, amount, by } = await stage.created();
    const sent = creating(stage);
    return inTurn(
      () => asked(stage, by, 'createPayment', sent),
      () => asked(stage, by, 'createVerification', { key: sent.key, body: { authority, amount } }),
    );
  },
  ['write'],
);

const alias = behaviour(
  'createPayment',
  `repeated with its key under the name ${idempotency.alias}`,
  async (stage) => {
    const { by } = await stage.created();
    const [key, body] = [newKey(), stage.paymentBody()];
    const draft = stage.draft('createPayment', { body });
    const named = { ...draft, headers: { [keyHeader]: null, [idempotency.alias]: key } };
    const first = await stage.send(keyed(draft, key), { as: by });
    const second = await stage.send(named, { as: by, stored: true });
    return [...first.findings, ...second.findings];
  },
  ['write'],
);

const corrected = behaviour(
  'createPayment',
  'with the key of a request that was refused for its fields',
  async (stage) => {
    const { by } = await stage.created();
    const key = newKey();
    return inTurn(
      () => asked(stage, by, 'createPayment', { key, body: stage.paymentBody({ amount: 1 }) }),
      () => asked(stage, by, 'createPayment', { key, body: stage.paymentBody() }),
    );
  },
  ['write'],
);

const refusal = behaviour('createVerification', 'repeated with the key of a refusal', async (stage) => {
  const payment = await stage.created();
  const { authority, amount, by } = payment;
  const sent = { key: newKey(), body: { authority, amount }, stored: true };
  return inTurn(
    () => asked(stage, by, 'createVerification', sent),
    async () => {
      await stage.control.pay(authority, 'success');
      return asked(stage, by, 'createVerification', sent);
    },
    () => asked(stage, by, 'createVerification', { ...sent, key: newKey() }),
    () => looked(stage, payment),
  );
});

const refund = behaviour(
  'createRefund',
  'repeated with one key',
  async (stage) => {
    const { authority, amount, by } = await stage.verified();
    const half = { key: newKey(), body: { authority, amount: amount / 2 }, stored: true };
    return inTurn(
      () => asked(stage, by, 'createRefund', half),
      () => asked(stage, by, 'createRefund', half),
      () => asked(stage, by, 'createRefund', { ...half, key: newKey() }),
      () => asked(stage, by, 'createRefund', { ...half, key: newKey() }),
    );
  },
  ['control', 'undocumented'],
);

const issued = behaviour(
  'getIdempotencyKey',
  'several times',
  (stage) =>
    inTurn(
      ...Array.from(
        { length: 5 },
        () => () => asked(stage, stage.session.target.credentials, 'getIdempotencyKey'),
      ),
    ),
  ['tokens'],
);

export const keyBehaviours: Behaviour[] = [
  lifetime,
  scope,
  another,
  alias,
  corrected,
  refusal,
  refund,
  issued,
];
