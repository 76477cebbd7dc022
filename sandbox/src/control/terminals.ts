// Control API: terminals and their tokens.
import { isAddressList } from '../core/addresses.ts';
import { boundsAsText, isWithinBounds } from '../terminals/bounds.ts';
import { timeOf } from '../terminals/clock.ts';
import { chosenDialects } from '../terminals/dialects.ts';
import { hasLimits } from '../terminals/limits.ts';
import {
  createTerminal as create,
  revokeTokens as revoke,
  rotateTokens as rotate,
} from '../terminals/terminals.ts';
import { momentOf } from './clock.ts';
import { Mistake } from './mistake.ts';
import { deleteTerminal as remove, takeSeedAgain } from './reset.ts';
import { type ControlHandler, existing } from './workshop.ts';

export const createTerminal: ControlHandler<'createTerminal'> = async ({ body }, { services, observed }) => {
  const { ip_allow_list: ipAllowList, secret_key: secretKey, seed, starts_at: startsAt } = body;
  if (ipAllowList && !isAddressList(ipAllowList)) {
    throw new Mistake('"ip_allow_list" must be a list of IP addresses and CIDR ranges.');
  }
  if (body.require_signature && secretKey === null)
    throw new Mistake('"require_signature" needs a secret key.');
  const moment = startsAt === undefined ? undefined : Date.parse(startsAt);
  if (moment !== undefined && !isWithinBounds(moment))
    throw new Mistake(`"starts_at" must be a moment ${boundsAsText}.`);
  const {
    id,
    token,
    secretKey: kept,
  } = await (seed === undefined ? create : takeSeedAgain(observed))(services, {
    secretKey,
    ipAllowList,
    seed,
    requireSignature: body.require_signature,
    state: body.state,
    name: body.name,
    merchantCode: body.merchant_code,
    startsAt: moment,
    dialects: body.dialects,
    rateLimits: body.rate_limits,
  });
  return { id, token, secret_key: kept };
};

export const listTerminals: ControlHandler<'listTerminals'> = async (_call, { services }) => {
  const { storage, clock, contracts } = services;
  const rows = await storage.db
    .selectFrom('terminals')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return {
    terminals: rows.map((row) => ({
      id: row.id,
      name: row.name,
      merchant_code: row.merchant_code,
      state: row.state,
      dialects: chosenDialects(row, contracts),
      rate_limits: hasLimits(row, services),
      clock: momentOf(timeOf(clock, row)),
    })),
  };
};

export const deleteTerminal: ControlHandler<'deleteTerminal'> = async ({ path }, { services, observed }) => {
  await remove(services, observed, await existing(services, path.terminal ?? ''));
  return { deleted: true };
};

export const rotateTokens: ControlHandler<'rotateTokens'> = async ({ path }, { services }) => ({
  token: await rotate(services, await existing(services, path.terminal ?? '')),
});

export const revokeTokens: ControlHandler<'revokeTokens'> = async ({ path }, { services }) => {
  await revoke(services, await existing(services, path.terminal ?? ''));
  return { revoked: true };
};
