// Finds the terminal that a token belongs to; a token that does not work here finds nothing.
import { sql } from 'kysely';
import { tokens } from '../../../generated/facts.ts';
import { hashOfToken } from '../core/identifiers.ts';
import type { Services } from '../core/services.ts';
import { type FillIn, prepared } from '../storage/prepared.ts';
import type { Storage } from '../storage/storage.ts';
import type { Caller, TokenFailure } from './caller.ts';
import { timeOf } from './clock.ts';

const form = new RegExp(tokens.pattern);

const tokenWithTerminal = prepared((db, value: FillIn<{ hash: string }>) =>
  db
    .selectFrom('tokens')
    .innerJoin('terminals', 'terminals.id', 'tokens.terminal_id')
    .select([
      'tokens.id as token_id',
      'tokens.expires_at',
      'tokens.grace_ends_at',
      'tokens.revoked_at',
      'terminals.id as terminal_id',
      'terminals.merchant_code',
      'terminals.require_signature',
      'terminals.secret_key',
      'terminals.state',
      'terminals.ip_allow_list',
      'terminals.clock_offset_ms',
      'terminals.clock_runs',
      'terminals.seed',
      'terminals.dialects',
      'terminals.rate_limits',
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom('faults')
        .select(fn.countAll<number>().as('n'))
        .whereRef('faults.terminal_id', '=', 'terminals.id')
        .where('faults.remaining', '>', sql.lit(0))
        .as('faults_ordered'),
    )
    // The cast keeps SQLite from planning the join anew for each value, which takes ten times as long as running it.
    .where('tokens.hash', '=', sql<string>`cast(${value('hash')} as text)`),
);

type TokenRow = Awaited<ReturnType<typeof tokenWithTerminal>>[number];

/** The rows found since the last change, by the hash of their token. */
const remembered = new WeakMap<Storage, { version: number; rows: Map<string, TokenRow> }>();

/** More tokens than these take turns within a second only in a flood. */
const rememberedAtMost = 1000;

async function find(storage: Storage, hash: string): Promise<TokenRow | undefined> {
  const version = storage.callersVersion();
  let memory = remembered.get(storage);
  if (version !== undefined && memory?.version !== version) {
    memory = { version, rows: new Map() };
    remembered.set(storage, memory);
  }
  const known = memory?.rows.get(hash);
  if (known) return known;
  const [row] = await tokenWithTerminal(storage.kind, storage.db, { hash });
  if (row && memory && memory.rows.size < rememberedAtMost) memory.rows.set(hash, row);
  return row;
}

/**
 * Looks a token up.
 * @returns the caller and the moment on its clock, or why the token does not work; the reason is for the log
 *   alone, since the answer tells all of them as one (docs/decisions/0052).
 */
export async function callerOfToken(
  { storage, clock }: Pick<Services, 'storage' | 'clock'>,
  token: string,
): Promise<{ caller: Caller; now: number } | { failure: TokenFailure }> {
  if (!form.test(token)) return { failure: 'malformed' };
  const hash = hashOfToken(token);
  const row = await find(storage, hash);
  if (!row) return { failure: 'unknown' };
  const now = timeOf(clock, row);
  if (row.revoked_at !== null) return { failure: 'revoked' };
  if (now >= row.expires_at) return { failure: 'expired' };
  if (row.grace_ends_at !== null && now >= row.grace_ends_at) return { failure: 'grace over' };
  return {
    now,
    caller: {
      terminalId: row.terminal_id,
      merchantCode: row.merchant_code,
      requireSignature: row.require_signature === 1,
      secretKey: row.secret_key,
      terminalState: row.state,
      ipAllowList: row.ip_allow_list === null ? null : (JSON.parse(row.ip_allow_list) as string[]),
      tokenId: row.token_id,
      tokenHash: hash,
      graceEndsAt: row.grace_ends_at,
      seed: row.seed,
      faultsOrdered: Number(row.faults_ordered) > 0,
      dialects: row.dialects,
      rateLimits: row.rate_limits === 1,
    },
  };
}
