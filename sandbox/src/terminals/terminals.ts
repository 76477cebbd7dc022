// Makes terminals and their tokens, rotates and revokes them; a token is shown once and kept as its hash.
import { sandbox, tokens } from '../../../generated/facts.ts';
import { storedOffset } from '../core/gateway-clock.ts';
import { createIdentifiers, hashOfToken } from '../core/identifiers.ts';
import type { Services } from '../core/services.ts';
import type { Flag, TerminalRow } from '../storage/schema.ts';
import { clockOf, timeOf } from './clock.ts';
import { seededSource } from './identifiers.ts';

export { clockOf } from './clock.ts';

export interface NewTerminal {
  id?: string;
  name?: string;
  merchantCode?: string;
  state?: TerminalRow['state'];
  requireSignature?: boolean;
  /** Made when it is not given; null makes a terminal without one. */
  secretKey?: string | null;
  ipAllowList?: string[] | null;
  /** Made when it is not given. */
  token?: string;
  /** A clock that stands still at this moment until it is moved; it runs with the sandbox's when not given. */
  startsAt?: number;
  /** Makes its credentials and all its later identifiers repeatable. */
  seed?: string;
  /** The dialects it speaks; those of the sandbox when not given, none for an empty list. */
  dialects?: readonly string[] | null;
  /** Whether rate limits count its requests; they do when not given. */
  rateLimits?: boolean;
}

export interface TerminalCredentials {
  id: string;
  token: string;
  secretKey: string | null;
}

const day = 86_400_000;

function tokenRow(id: string, token: string, terminalId: string, now: number) {
  return {
    id,
    hash: hashOfToken(token),
    terminal_id: terminalId,
    created_at: now,
    expires_at: now + sandbox.token_lifetime_days * day,
    grace_ends_at: null,
    revoked_at: null,
  };
}

/** Makes a terminal with one token. @returns its credentials, which are not shown again. */
export async function createTerminal(
  services: Services,
  wanted: NewTerminal = {},
): Promise<TerminalCredentials> {
  const { storage, clock, seeds } = services;
  // Its own first bytes make the credentials; the block that all later identifiers come from is another.
  const identifiers =
    wanted.seed === undefined
      ? services.identifiers
      : createIdentifiers(seededSource(`credentials of ${wanted.seed}`));
  const seed = wanted.seed ?? null;
  const id = wanted.id ?? identifiers.terminalId();
  const token = wanted.token ?? identifiers.token();
  const secretKey = wanted.secretKey === undefined ? identifiers.secretKey() : wanted.secretKey;
  await storage.write(async (unit) => {
    const runs = wanted.startsAt === undefined;
    const offset = wanted.startsAt ?? (await storedOffset(unit));
    const now = timeOf(clock, { clock_offset_ms: offset, clock_runs: Number(runs) as Flag });
    await unit
      .insertInto('terminals')
      .values({
        id,
        merchant_code: wanted.merchantCode ?? `MERCHANT-${id}`,
        name: wanted.name ?? id,
        state: wanted.state ?? 'active',
        require_signature: Number(wanted.requireSignature ?? false) as Flag,
        secret_key: secretKey,
        ip_allow_list: wanted.ipAllowList ? JSON.stringify(wanted.ipAllowList) : null,
        clock_offset_ms: offset,
        clock_runs: Number(runs) as Flag,
        seed,
        dialects: wanted.dialects ? JSON.stringify(wanted.dialects) : null,
        rate_limits: Number(wanted.rateLimits ?? true) as Flag,
        created_at: now,
      })
      .execute();
    await unit
      .insertInto('tokens')
      .values(tokenRow(identifiers.tokenId(), token, id, now))
      .execute();
    await seeds.begin(unit, id, seed);
  });
  return { id, token, secretKey };
}

/** Lets a terminal speak other dialects from now on; null follows those of the sandbox. */
export async function setDialects(
  { storage }: Pick<Services, 'storage'>,
  terminalId: string,
  dialects: readonly string[] | null,
): Promise<void> {
  await storage.write((unit) =>
    unit
      .updateTable('terminals')
      .set({ dialects: dialects && JSON.stringify(dialects) })
      .where('id', '=', terminalId)
      .execute(),
  );
}

/** Adds a token to a terminal that exists. @returns the token. */
export async function issueToken(
  services: Services,
  terminalId: string,
  token: string = services.identifiers.token(),
): Promise<string> {
  const now = (await clockOf(services, terminalId)) ?? services.clock.now();
  await services.storage.write((unit) =>
    unit
      .insertInto('tokens')
      .values(tokenRow(services.identifiers.tokenId(), token, terminalId, now))
      .execute(),
  );
  return token;
}

/**
 * Rotates the tokens of a terminal: a new one now, the old ones until their grace is over.
 * @returns the new token.
 */
export async function rotateTokens(services: Services, terminalId: string): Promise<string> {
  const now = (await clockOf(services, terminalId)) ?? services.clock.now();
  const identifiers = services.seeds.of(terminalId);
  const token = identifiers.token();
  await services.storage.write(async (unit) => {
    await unit
      .updateTable('tokens')
      .set({ grace_ends_at: now + tokens.rotation.grace_seconds * 1000 })
      .where('terminal_id', '=', terminalId)
      .where('grace_ends_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    await unit
      .insertInto('tokens')
      .values(tokenRow(identifiers.tokenId(), token, terminalId, now))
      .execute();
  });
  return token;
}

/** Revokes every token of a terminal at once, without grace. */
export async function revokeTokens(services: Services, terminalId: string): Promise<void> {
  const now = (await clockOf(services, terminalId)) ?? services.clock.now();
  await services.storage.write((unit) =>
    unit
      .updateTable('tokens')
      .set({ revoked_at: now })
      .where('terminal_id', '=', terminalId)
      .where('revoked_at', 'is', null)
      .execute(),
  );
}
