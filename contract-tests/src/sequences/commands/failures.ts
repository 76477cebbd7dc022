// The gateway fails on order, and the shop tries the same once more.
import fc from 'fast-check';
import { type ErrorName, errors, operations } from '../../contract/facts.ts';
import { type Command, type Family, hasPayments } from '../command.ts';
import type { World } from '../world.ts';
import { paymentOf, reference } from './draw.ts';

const failing = ['createVerification', 'retryVerification', 'createRefund', 'cancelPayment'] as const;
type Failing = (typeof failing)[number];

/** The errors of the server that an operation documents. */
const codesOf = (operation: Failing): number[] =>
  (operations[operation].errors as readonly ErrorName[])
    .filter((name) => /^(server|gateway)_error$/.test(errors[name].type))
    .map((name) => errors[name].code);

const ordered = fc.constantFrom(
  ...failing.flatMap((operation) => codesOf(operation).map((code) => ({ operation, code }))),
);

async function attempt(
  world: World,
  operation: Failing,
  payment: ReturnType<typeof paymentOf>,
  says: string,
) {
  const { authority, amount, shop } = payment;
  const bodies = { createVerification: { authority, amount }, createRefund: { authority } };
  const body = operation in bodies ? bodies[operation as keyof typeof bodies] : undefined;
  const draft = world.stage.draft(operation, { authority, ...(body && { body }) });
  const { status } = await world.send(shop, draft, { says });
  return status;
}

export const failure: Family = {
  needs: ['control', 'undocumented'],
  weight: 2,
  commands: fc.record({ of: reference, order: ordered, isRepeated: fc.boolean() }).map(
    ({ of, order: { operation, code }, isRepeated }): Command => ({
      name: `${operation} fails with ${code}${isRepeated ? ' and is sent again' : ''}`,
      isPossible: hasPayments,
      play: async (memory, world) => {
        const wanted =
          operation === 'cancelPayment' ? 'unpaid' : operation === 'createRefund' ? 'verified' : 'paid';
        const payment = paymentOf(memory, of, ({ belief }) => belief === wanted);
        await world.fail(payment.shop, code, operation);
        await attempt(
          world,
          operation,
          payment,
          `sends ${operation} for payment ${payment.number}, which is to fail`,
        );
        if (!isRepeated) return;
        const status = await attempt(
          world,
          operation,
          payment,
          `sends ${operation} for payment ${payment.number} again`,
        );
        if (status !== 200) return;
        if (operation === 'cancelPayment') payment.belief = 'over';
        else if (operation === 'createRefund') payment.refunded = payment.amount;
        else payment.belief = 'verified';
      },
    }),
  ),
};
