// Creating payments: small and large, by either method, verified at once, for one card alone, with an order known before.
import fc from 'fast-check';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { sandbox, testCards } from '../../contract/facts.ts';
import type { Draft } from '../../plan/draft.ts';
import { keyed } from '../../plan/scenarios/stage.ts';
import type { Performed } from '../../run/session.ts';
import type { Command, Family } from '../command.ts';
import { type Memory, type OwnPayment, type Shop, shopOf } from '../memory.ts';
import { amounts, place, shops } from './draw.ts';
import { verifyRightly } from './verify.ts';

/** Above the least, so that a smaller amount is still a lawful one. */
const room = 50_000;

const { minimum, maximum } = amounts();
const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: minimum + room, max: minimum + 10 * room }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      minimum,
      sandbox.amount_maximum,
      minimum - 1,
      sandbox.amount_maximum + 1,
      maximum + 1,
    ),
  },
);

const card = fc.constantFrom(
  ...Array.from({ length: 9 }, () => undefined),
  testCards.success.card_number,
  testCards.success.card_number.replace(/^(.{6}).{6}/, '$1******'),
  testCards.failed.card_number,
);

/** How far the shop goes on at once. Without this few sequences would come to what is only possible after much else. */
const stages = ['unpaid', 'unpaid', 'unpaid', 'paid', 'paid', 'paid', 'verified', 'verified'] as const;

/** Remembers the payment that an answer has made, in its place; one that is known already stays where it is. */
export function rememberCreation(
  memory: Memory,
  shop: Shop,
  draft: Draft,
  { body }: Pick<Performed, 'body'>,
  into: number,
): OwnPayment | undefined {
  const authority = nodeAt(body, '/data/transaction/authority');
  const sent = draft.body && 'json' in draft.body ? draft.body.json : undefined;
  const [amount, orderId] = [nodeAt(sent, '/amount'), nodeAt(sent, '/order_id')];
  if (typeof authority !== 'string' || typeof amount !== 'number' || typeof orderId !== 'string') {
    return undefined;
  }
  if (memory.payments.some(({ one }) => one.authority === authority)) return undefined;
  memory.made.payments++;
  const number = memory.made.payments;
  const made = { number, authority, amount, orderId, shop, belief: 'unpaid' as const, refunded: 0 };
  memory.payments.push({ place: into, one: made });
  return made;
}

/** The answer's authority goes by this name in the lines. */
export const keepsAuthority = ({ made }: Memory) => [
  { at: '/data/transaction/authority', variable: `authority${made.payments + 1}` },
];

const creation = ({
  shop,
  into,
  isSameOrder,
  until,
  ...change
}: {
  shop: number;
  into: number;
  amount: number;
  card_number: string | undefined;
  action: 'GET' | undefined;
  direct_verify: true | undefined;
  isSameOrder: boolean;
  until: (typeof stages)[number];
}): Command => ({
  name: `create ${change.amount}${change.direct_verify ? ' directly verified' : ''}${change.card_number ? ` for ${change.card_number}` : ''}${until === 'unpaid' ? '' : `, ${until}`}`,
  isPossible: () => true,
  play: async (memory, world) => {
    const by = shopOf(memory, shop);
    const last = memory.payments.at(-1)?.one;
    const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const order = isSameOrder && last ? { order_id: last.orderId } : {};
    const body = world.stage.paymentBody({ ...wanted, ...order });
    const key = world.freshKey();
    const draft = keyed(world.stage.draft('createPayment', { body }), key);
    const says = `creates a payment of ${change.amount}${change.direct_verify ? ', to be verified at once' : ''}${change.card_number ? ', for one card alone' : ''}`;
    const answer = await world.send(by, draft, { says, keeps: keepsAuthority(memory) });
    memory.keyed.push({ draft, key, shop: by });
    const payment = rememberCreation(memory, by, draft, answer, into);
    if (!payment || until === 'unpaid' || !world.canPay) return;
    if (await world.pay(payment, 'success')) payment.belief = 'paid';
    if (until === 'verified') await verifyRightly(payment, world);
  },
});

export const create: Family = {
  needs: ['write'],
  weight: 5,
  commands: fc
    .record({
      shop: shops,
      into: place,
      amount,
      card_number: card,
      action: fc.constantFrom(undefined, undefined, undefined, 'GET' as const),
      direct_verify: fc.constantFrom(undefined, undefined, undefined, undefined, true as const),
      isSameOrder: fc.constantFrom(false, false, false, false, false, true),
      until: fc.constantFrom(...stages),
    })
    .map(creation),
};
