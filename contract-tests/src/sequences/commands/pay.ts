// The payer on the page of a payment: with each test card, which may be another than the payment wants, or cancelling.
import fc from 'fast-check';
import { testCards } from '../../contract/facts.ts';
import type { PayerAct } from '../../model/observation.ts';
import { type Family, hasPayments } from '../command.ts';
import { paymentOf, reference } from './draw.ts';

const acts: PayerAct[] = [...(Object.keys(testCards) as PayerAct[]), 'cancel'];

export const pay: Family = {
  needs: ['control'],
  weight: 5,
  commands: fc
    .record({
      of: reference,
      act: fc.oneof(
        { weight: 4, arbitrary: fc.constant<PayerAct>('success') },
        { weight: 1, arbitrary: fc.constantFrom(...acts) },
      ),
    })
    .map(({ of, act }) => ({
      name: `pay: ${act}`,
      isPossible: hasPayments,
      play: async (memory, world) => {
        const payment = paymentOf(memory, of, ({ belief }) => belief === 'unpaid');
        const isLetIn = await world.pay(payment, act);
        if (isLetIn && payment.belief === 'unpaid') payment.belief = act === 'success' ? 'paid' : 'over';
      },
    })),
};
