// What the families of commands draw alike: which shop, which payment, whose hand, which key.
import fc from 'fast-check';
import { schemaAt } from '../../contract/schemas.ts';
import type { Draft } from '../../plan/draft.ts';
import { keyed } from '../../plan/scenarios/stage.ts';
import type { Performed } from '../../run/session.ts';
import type { Command } from '../command.ts';
import { type Memory, type OwnPayment, otherThan, type Reference, referred, type Shop } from '../memory.ts';
import type { World } from '../world.ts';

/** The places in which payments and webhooks are kept; so few that commands often meet the same one. */
const places = 4;

/** Mostly the first shop: what a stranger has done matters only now and then. */
export const shops: fc.Arbitrary<number> = fc.constantFrom(0, 0, 1);

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

/** What makes a payment one that a command makes sense for. */
export type Ripe = (payment: OwnPayment) => boolean;

export const anyPayment: Ripe = () => true;
export const unpaid: Ripe = ({ belief }) => belief === 'unpaid';
export const paid: Ripe = ({ belief }) => belief === 'paid';
export const verified: Ripe = ({ belief }) => belief === 'verified';

/** A command about a payment, which is possible only when there is such a one. */
export const aboutPayment = (
  name: string,
  of: Reference,
  ripe: Ripe,
  play: (payment: OwnPayment, memory: Memory, world: World) => Promise<void>,
): Command => ({
  name,
  isPossible: ({ payments }) => referred(payments, of, ripe) !== undefined,
  play: async (memory, world) => {
    const payment = referred(memory.payments, of, ripe);
    // Of two at the same moment the first may have changed what the other was about to mean.
    if (payment) await play(payment, memory, world);
  },
});

/** Whether a request carries a key where it need not. */
export const isKeyed: fc.Arbitrary<boolean> = fc.constantFrom(false, false, true);

/** Sends a request, with a key by which it can be repeated later or without one. */
export async function sendKeyed(
  memory: Memory,
  world: World,
  shop: Shop,
  plain: Draft,
  isKeyed: boolean,
  says: string,
): Promise<Performed> {
  if (!isKeyed) return world.send(shop, plain, { says });
  const key = world.freshKey();
  const draft = keyed(plain, key);
  const performed = await world.send(shop, draft, { says: `${says}, with a key` });
  memory.keyed.push({ draft, key, shop });
  return performed;
}

/** The least that a payment may have, and the most in any environment. */
export function amounts(): { minimum: number; maximum: number } {
  const { minimum = 0, maximum = 0 } = schemaAt('#/components/schemas/Amount').value as {
    minimum?: number;
    maximum?: number;
  };
  return { minimum, maximum };
}
