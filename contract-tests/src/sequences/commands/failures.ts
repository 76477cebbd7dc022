// The gateway fails on order, and the shop tries the same once more.
import fc from 'fast-check';
import { type ErrorName, errors, operations } from '../../contract/facts.ts';
import type { Family } from '../command.ts';
import type { OwnPayment } from '../memory.ts';
import type { World } from '../world.ts';
import { aboutPayment, paid, type Ripe, reference, unpaid, verified } from './draw.ts';

type Failing = 'createVerification' | 'retryVerification' | 'createRefund' | 'cancelPayment';

/** What an operation that is to fail makes sense for, and what a shop believes when it has succeeded after all. */
const failing: Record<Failing, { ripe: Ripe; succeed: (payment: OwnPayment) => void }> = {
  createVerification: { ripe: paid, succeed: (payment) => Object.assign(payment, { belief: 'verified' }) },
  retryVerification: { ripe: paid, succeed: (payment) => Object.assign(payment, { belief: 'verified' }) },
  createRefund: {
    ripe: verified,
    succeed: (payment) => Object.assign(payment, { refunded: payment.amount }),
  },
  cancelPayment: { ripe: unpaid, succeed: (payment) => Object.assign(payment, { belief: 'over' }) },
};

/** The errors of the server that an operation documents. */
const codesOf = (operation: Failing): number[] =>
  (operations[operation].errors as readonly ErrorName[])
    .filter((name) => /^(server|gateway)_error$/.test(errors[name].type))
    .map((name) => errors[name].code);

const orders = (Object.keys(failing) as Failing[]).flatMap((operation) =>
  codesOf(operation).map((code) => ({ operation, code })),
);

function draftOf({ stage }: World, operation: Failing, { authority, amount }: OwnPayment) {
  if (operation === 'createVerification') return stage.draft(operation, { body: { authority, amount } });
  if (operation === 'createRefund') return stage.draft(operation, { body: { authority } });
  return stage.draft(operation, { authority });
}

export const failure: Family = {
  needs: ['control', 'undocumented'],
  weight: 2,
  commands: fc
    .record({ of: reference, order: fc.constantFrom(...orders), isRepeated: fc.boolean() })
    .map(({ of, order: { operation, code }, isRepeated }) => {
      const { ripe, succeed } = failing[operation];
      const name = `${operation} fails with ${code}${isRepeated ? ' and is sent again' : ''}`;
      return aboutPayment(name, of, ripe, async (payment, _memory, world) => {
        const { shop, number } = payment;
        const draft = draftOf(world, operation, payment);
        const says = `sends ${operation} for payment ${number}`;
        await world.fail(shop, code, operation);
        await world.send(shop, draft, { says: `${says}, which is to fail` });
        if (!isRepeated) return;
        const { status } = await world.send(shop, draft, { says: `${says} again` });
        if (status === 200) succeed(payment);
      });
    }),
};
