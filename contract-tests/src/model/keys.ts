// Idempotency keys as readings: whose key it is, and whether a call repeats one that came before.
import { idempotency } from '../contract/facts.ts';
import { edgeOf } from './clocks.ts';
import type { KeyUse, Known } from './known.ts';
import type { Exchanged, Period, SentCall } from './observation.ts';

/** A key belongs to its terminal (docs/decisions/0003). */
const nameOf = (terminal: string, key: string) => `${terminal} ${key}`;

const takesKey = ({ operation }: SentCall) => operation.facts.idempotencyKey !== 'none';

/** How a key has been used at a terminal before; undefined for a key that nobody has used. */
export function useOf(call: SentCall, terminal: string, { keys }: Known): KeyUse | undefined {
  if (call.key === undefined || !takesKey(call)) return undefined;
  return keys.get(nameOf(terminal, call.key));
}

/** Remembers the use of a key in place of what was known of it. */
export function rememberUse(use: KeyUse, terminal: string, { keys }: Known): void {
  const { key } = use.call;
  if (key !== undefined && takesKey(use.call)) keys.set(nameOf(terminal, key), use);
}

/** Whether two calls are one request: the same operation with the same bytes of the body. */
export function isSameRequest(one: SentCall, other: SentCall): boolean {
  const bytes = ({ request }: SentCall) => Buffer.from(request.body ?? []);
  return one.operation.id === other.operation.id && bytes(one).equals(bytes(other));
}

/** Whether a key still lives during a period: certainly, certainly not, or nobody can tell. */
export function lifeOf({ since }: KeyUse, during: Period, edge: number): 'alive' | 'over' | 'uncertain' {
  const { lifetime_seconds: lifetime } = idempotency;
  if (during.to < since.from + lifetime - edge) return 'alive';
  return during.from > since.to + lifetime + edge ? 'over' : 'uncertain';
}

/** What an answer to a call has to repeat, given what its key has been used for. */
export function repetition(
  call: SentCall,
  terminal: string,
  during: Period,
  known: Known,
): { replays?: Exchanged; mayReplay?: boolean } {
  const use = useOf(call, terminal, known);
  if (!use?.first || !isSameRequest(call, use.call)) return {};
  const life = lifeOf(use, during, edgeOf(terminal, known));
  if (life === 'alive') return { replays: use.first };
  return life === 'uncertain' ? { mayReplay: true } : {};
}
