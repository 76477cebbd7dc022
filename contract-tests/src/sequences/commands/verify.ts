// Verifying: with the amount itself, a smaller or a larger one, the right order or another, twice, by a stranger, with a key.
import fc from 'fast-check';
import { keyed } from '../../plan/scenarios/stage.ts';
import type { Command, Family } from '../command.ts';
import { hasPayments } from '../command.ts';
import { hand, handOf, paymentOf, reference } from './draw.ts';

const differences = fc.constantFrom(0, 0, 0, 0, 0, -1, -1000, -50_000, 1, 1000);
const orders = fc.constantFrom(undefined, undefined, undefined, 'right' as const, 'wrong' as const);

const inWords = (difference: number) =>
  difference === 0
    ? 'its amount'
    : `${Math.abs(difference)} ${difference < 0 ? 'less' : 'more'} than its amount`;

export const verifications: fc.Arbitrary<Command> = fc
  .record({
    of: reference,
    difference: differences,
    order: orders,
    by: hand,
    isKeyed: fc.constantFrom(false, false, true),
  })
  .map(({ of, difference, order, by, isKeyed }) => ({
    name: `verify with ${inWords(difference)}${order ? `, the ${order} order` : ''}${by === 'stranger' ? ' as a stranger' : ''}`,
    isPossible: hasPayments,
    play: async (memory, world) => {
      const payment = paymentOf(memory, of, ({ belief }) => belief === 'paid');
      const { authority, amount, orderId, number } = payment;
      const shop = handOf(memory, payment.shop, by);
      const body = {
        authority,
        amount: amount + difference,
        ...(order && { order_id: order === 'right' ? orderId : `not-${orderId}` }),
      };
      const plain = world.stage.draft('createVerification', { body });
      const key = isKeyed ? world.freshKey() : undefined;
      const draft = key === undefined ? plain : keyed(plain, key);
      const says = `verifies payment ${number} with ${inWords(difference)}${order ? `, and the ${order} order` : ''}`;
      const { status } = await world.send(shop, draft, { says });
      if (key !== undefined) memory.keyed.push({ draft, key, shop });
      if (status === 200) payment.belief = 'verified';
    },
  }));

export const verify: Family = { needs: ['write'], weight: 5, commands: verifications };

export const retries: fc.Arbitrary<Command> = fc.record({ of: reference, by: hand }).map(({ of, by }) => ({
  name: `retry the verification${by === 'stranger' ? ' as a stranger' : ''}`,
  isPossible: hasPayments,
  play: async (memory, world) => {
    const payment = paymentOf(memory, of, ({ belief }) => belief === 'paid');
    const { authority, number } = payment;
    const shop = handOf(memory, payment.shop, by);
    const says = `retries the verification of payment ${number}`;
    const { status } = await world.send(shop, world.stage.draft('retryVerification', { authority }), {
      says,
    });
    if (status === 200) payment.belief = 'verified';
  },
}));

export const retry: Family = { needs: ['write'], weight: 1, commands: retries };
