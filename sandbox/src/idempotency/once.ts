// A repeated request gets the stored answer: the key is written before any effect, in the transaction of the effect.
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { idempotency } from '../../../generated/facts.ts';
import { type Answer, failure } from '../contract/envelopes.ts';
import { validationError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import type { AuthenticatedCall } from '../core/call.ts';
import { type FillIn, prepared } from '../storage/prepared.ts';
import type { Queries, Storage } from '../storage/storage.ts';
import { keyState } from './key-state.ts';

interface Claim {
  terminalId: string;
  key: string;
  fingerprint: string;
  expiresAt: number;
}

// Inserting or touching the row also locks it, so that the second request waits for the first one's commit.
const claimKey = prepared((db, value: FillIn<Claim>) =>
  db
    .insertInto('idempotency_keys')
    .values({
      terminal_id: value('terminalId'),
      key: value('key'),
      fingerprint: value('fingerprint'),
      uses: 1,
      expires_at: value('expiresAt'),
      status: null,
      body: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['terminal_id', 'key']).doUpdateSet({ uses: sql<number>`idempotency_keys.uses + 1` }),
    )
    .returning(['fingerprint', 'uses', 'expires_at', 'status', 'body']),
);

const storeAnswer = prepared(
  (db, value: FillIn<{ terminalId: string; key: string; status: number; body: string }>) =>
    db
      .updateTable('idempotency_keys')
      .set({ status: value('status'), body: value('body') })
      .where('terminal_id', '=', value('terminalId'))
      .where('key', '=', value('key')),
);

/** The operation and the raw bytes of the body: what a repetition must have in common with the first request. */
function fingerprintOf(call: AuthenticatedCall): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${call.operation}\0`), call.rawBody]));
}

/**
 * Carries out a request once for its key.
 * @param carryOut does the work inside the unit and says whether its answer decides the request; server
 *   errors decide nothing and are not stored (docs/decisions/0072).
 * @returns its answer; 422, -2 for the field idempotency_key when the key was used for another request.
 */
export async function once(
  call: AuthenticatedCall,
  kind: Storage['kind'],
  unit: Queries,
  carryOut: () => Promise<{ answer: Answer; decided: boolean }>,
): Promise<Answer> {
  const key = call.idempotencyKey;
  if (key === undefined) return (await carryOut()).answer;
  const { terminalId } = call.caller;
  const fingerprint = fingerprintOf(call);
  const expiresAt = call.now + idempotency.lifetime_seconds * 1000;
  const [row] = await claimKey(kind, unit, { terminalId, key, fingerprint, expiresAt });
  if (!row) throw new Error('The idempotency key could not be claimed.');
  const state = keyState(row, fingerprint, call.now);
  if (state === 'taken') return failure(validationError({ idempotency_key: [message('key_reused')] }), call);
  if (typeof state === 'object') return state;
  if (state === 'outlived') {
    await unit
      .updateTable('idempotency_keys')
      .set({ fingerprint, expires_at: expiresAt, uses: 1, status: null, body: null })
      .where('terminal_id', '=', terminalId)
      .where('key', '=', key)
      .execute();
  }
  const { answer, decided } = await carryOut();
  if (decided) await storeAnswer(kind, unit, { terminalId, key, status: answer.status, body: answer.text });
  return answer;
}
