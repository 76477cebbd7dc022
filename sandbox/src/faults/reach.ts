// Which orders can strike at all: one that never can is a mistake of whoever gives it, and is told so at once.
import { type ErrorName, type OperationId, operations } from '../../../generated/facts.ts';
import type { FaultOrder } from './orders.ts';

const all = Object.keys(operations) as OperationId[];

/** Operations whose requests belong to no terminal; the payer's page belongs to that of its payment. */
export const withoutTerminal: readonly OperationId[] = all.filter(
  (id) => !operations[id].token && id !== 'openPaymentPage',
);

/** The operations that an order strikes: the one it names, or all that its terminal, or nobody, can call. */
function struckOperations({ terminalId, on }: FaultOrder): readonly OperationId[] {
  const reachable = all.filter((id) => withoutTerminal.includes(id) === (terminalId === null));
  return on === null ? reachable : reachable.filter((id) => id === on);
}

const answers = (id: OperationId, error: ErrorName) =>
  (operations[id].errors as readonly ErrorName[]).includes(error);

/** @returns why an order can never strike, in a sentence; undefined when it can. */
export function whyNever(order: FaultOrder): string | undefined {
  const { kind, terminalId, on, error, probability, settings } = order;
  if (probability === 0) return 'With the probability 0 it never strikes.';
  if (kind === 'latency' && !settings.milliseconds && !settings.jitter_milliseconds) {
    return 'latency needs "milliseconds", or "jitter_milliseconds", above 0: nothing would be late.';
  }
  const ofTerminals = kind.startsWith('webhook_') || kind === 'callback_duplicate';
  if (terminalId === null && ofTerminals) {
    return `${kind} strikes a terminal: name it in "terminal", or send its token as Authorization: Bearer.`;
  }
  if (kind === 'callback_duplicate' && on !== null) {
    return 'callback_duplicate strikes callbacks, which belong to no "operation".';
  }
  if (ofTerminals) return undefined;
  const struck = struckOperations(order);
  if (struck.length === 0) {
    return terminalId === null
      ? `${on} belongs to a terminal: name it in "terminal", or send its token as Authorization: Bearer.`
      : `${on} needs no token, so that its requests belong to no terminal: leave "terminal" out.`;
  }
  if (kind === 'error' && error !== null && !struck.some((id) => answers(id, error))) {
    return terminalId === null
      ? `Without a terminal only ${withoutTerminal.join(' and ')} are struck, and they never answer ${error}.`
      : `No operation of a terminal answers ${error}.`;
  }
  return undefined;
}
