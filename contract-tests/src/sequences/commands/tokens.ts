// Tokens are rotated and revoked, and old ones are used again.
import fc from 'fast-check';
import { tokens } from '../../contract/facts.ts';
import type { Command, Family } from '../command.ts';
import { type Shop, shopOf } from '../memory.ts';
import type { World } from '../world.ts';
import { shops } from './draw.ts';

/** So near to the end of its grace nobody can say whether a token still works. */
const margin = 30;

async function useOld(shop: Shop, world: World): Promise<void> {
  if (!shop.before) return;
  const left = shop.before.at + tokens.rotation.grace_seconds - world.now(shop);
  if (Math.abs(left) < margin) return;
  const as = { ...shop.terminal, token: shop.before.token };
  const manner = left > 0 ? { tokenRotated: true } : { tokenKnown: false };
  await world.send(shop, world.stage.draft('listTransactions'), {
    says: 'uses its old token',
    as,
    ...manner,
  });
}

async function revoke(shop: Shop, world: World): Promise<void> {
  await world.revoke(shop);
  const says = 'uses a token that has been revoked';
  await world.send(shop, world.stage.draft('listTransactions'), { says, tokenKnown: false });
  await world.rotate(shop);
  delete shop.before;
}

const command = (
  name: string,
  isPossible: (shop: Shop) => boolean,
  play: (shop: Shop, world: World) => Promise<void>,
) =>
  shops.map(
    (shop): Command => ({
      name,
      isPossible: (memory) => isPossible(shopOf(memory, shop)),
      play: (memory, world) => play(shopOf(memory, shop), world),
    }),
  );

export const rotation: Family = {
  needs: ['control'],
  weight: 1,
  commands: fc.oneof(
    command(
      'rotate the token',
      () => true,
      (shop, world) => world.rotate(shop),
    ),
    command('use the old token', ({ before }) => before !== undefined, useOld),
    command('revoke the tokens', () => true, revoke),
  ),
};
