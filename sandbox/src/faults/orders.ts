// Orders of faults: what shall go wrong, for which terminal, how often, and with which seed.
import type { ErrorName } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import type { FaultKind, FaultRow } from '../storage/schema.ts';

/** What a kind of fault can be told; each kind reads its own. */
export interface FaultSettings {
  /** latency: how long a request waits, in real milliseconds. */
  milliseconds?: number;
  /** latency: up to so much more, by chance. */
  jitter_milliseconds?: number;
  /** connection_cut: before the request is carried out, or after it and before its answer. */
  when?: 'before' | 'after';
  /** firewall_page: the HTTP status of the page. */
  status?: number;
  /** webhook_late: how late; webhook_out_of_order: how long an event is held back at most. On the terminal's clock. */
  seconds?: number;
  /** webhook_duplicate: how many times more an accepted delivery is sent. */
  copies?: number;
}

/** How often an order strikes that was given by probability alone. */
export const withoutEnd = 1_000_000;

/** Whether nobody has said how often it shall strike: what is left of so many tells nobody anything. */
export function strikesWithoutEnd({ probability, remaining }: FaultRow): boolean {
  return probability < 1 && remaining > withoutEnd / 2;
}

export interface FaultOrder {
  kind: FaultKind;
  /** null: requests without a terminal. */
  terminalId: string | null;
  /** The id of an operation, or for webhooks the name of an event; null strikes any. */
  on: string | null;
  /** Only for the kind `error`. */
  error: ErrorName | null;
  /** How often it strikes. */
  times: number;
  /** How likely it is to strike each time, from 0 to 1. */
  probability: number;
  /** The same seed decides alike, request for request. */
  seed: string;
  settings: FaultSettings;
}

/** @returns the id of the order; earlier orders are taken first. */
export async function orderFault(
  { storage, identifiers }: Pick<Services, 'storage' | 'identifiers'>,
  { kind, terminalId, on, error, times, probability, seed, settings }: FaultOrder,
): Promise<string> {
  const id = identifiers.deliveryId();
  await storage.write(async (unit) => {
    const last = await unit
      .selectFrom('faults')
      .select(({ fn }) => fn.max<number | null>('position').as('position'))
      .executeTakeFirst();
    await unit
      .insertInto('faults')
      .values({
        id,
        kind,
        terminal_id: terminalId,
        operation: on,
        error,
        settings: JSON.stringify(settings),
        position: Number(last?.position ?? 0) + 1,
        seed,
        probability,
        remaining: times,
      })
      .execute();
  });
  return id;
}

/** Withdraws what is left of an order. @returns whether there was such an order. */
export async function withdrawFault({ storage }: Pick<Services, 'storage'>, id: string): Promise<boolean> {
  const { numDeletedRows } = await storage.write((unit) =>
    unit.deleteFrom('faults').where('id', '=', id).executeTakeFirst(),
  );
  return numDeletedRows > 0n;
}

/** The orders that can still strike, oldest first. @param terminalId null for requests without a terminal. */
export async function faultsOf(
  { storage }: Pick<Services, 'storage'>,
  terminalId: string | null,
): Promise<FaultRow[]> {
  return storage.db
    .selectFrom('faults')
    .selectAll()
    .where('terminal_id', terminalId === null ? 'is' : '=', terminalId)
    .where('remaining', '>', 0)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
