// What the families of commands draw alike: which shop, which payment, whose hand, which key.
import fc from 'fast-check';
import { schemaAt } from '../../contract/schemas.ts';
import { type Memory, type OwnPayment, otherThan, type Reference, referred, type Shop } from '../memory.ts';

/** The places in which payments and webhooks are kept; so few that commands often meet the same one. */
const places = 4;

/** Mostly the first shop: what a stranger has done matters only now and then. */
export const shops: fc.Arbitrary<number> = fc.constantFrom(0, 0, 0, 1);

export const place: fc.Arbitrary<number> = fc.integer({ min: 0, max: places - 1 });

/** Mostly something that the command makes sense for, and now and then just anything. */
export const reference: fc.Arbitrary<Reference> = fc.record({
  place,
  isRipe: fc.constantFrom(true, true, true, false),
});

/** Mostly the owner, now and then a stranger. */
export const hand: fc.Arbitrary<'owner' | 'stranger'> = fc.constantFrom(
  ...Array.from({ length: 9 }, () => 'owner' as const),
  'stranger',
);

/** The shop whose hand does something to what belongs to one. */
export const handOf = (memory: Memory, owner: Shop, whose: 'owner' | 'stranger'): Shop =>
  whose === 'owner' ? owner : (otherThan(memory, owner) ?? owner);

/** @throws Error when there is no payment at all, which a command has to ask before */
export function paymentOf(
  { payments }: Memory,
  of: Reference,
  ripe: (payment: OwnPayment) => boolean,
): OwnPayment {
  const found = referred(payments, of, ripe);
  if (!found) throw new Error('A command was played without the payment that it is about.');
  return found;
}

/** The least that a payment may have, and the most in any environment. */
export function amounts(): { minimum: number; maximum: number } {
  const { minimum = 0, maximum = 0 } = schemaAt('#/components/schemas/Amount').value as {
    minimum?: number;
    maximum?: number;
  };
  return { minimum, maximum };
}
