// The payer on the page of a payment: with each test card, which may be another than the payment wants, or cancelling.
import fc from 'fast-check';
import { testCards } from '../../contract/facts.ts';
import type { PayerAct } from '../../model/observation.ts';
import type { Family } from '../command.ts';
import { aboutPayment, reference, unpaid } from './draw.ts';

const acts: PayerAct[] = [...(Object.keys(testCards) as PayerAct[]), 'cancel'];

export const pay: Family = {
  needs: ['control'],
  weight: 6,
  commands: fc
    .record({
      of: reference,
      act: fc.oneof(
        { weight: 3, arbitrary: fc.constant<PayerAct>('success') },
        { weight: 1, arbitrary: fc.constantFrom(...acts) },
      ),
    })
    .map(({ of, act }) =>
      aboutPayment(`pay: ${act}`, of, unpaid, async (payment, _memory, world) => {
        const isLetIn = await world.pay(payment, act);
        if (isLetIn && payment.belief === 'unpaid') payment.belief = act === 'success' ? 'paid' : 'over';
      }),
    ),
};
