// What a run has made at somebody else's gateway and has to put in order when it ends: subscriptions, and open payments.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { operationOf } from '../contract/document.ts';
import type { OperationId } from '../contract/facts.ts';
import type { SentCall } from '../model/observation.ts';
import { readCall } from '../model/read.ts';
import { draftOf } from '../plan/draft.ts';
import type { Credentials } from '../targets/target.ts';
import type { Listener } from './overheard.ts';
import type { Performed, Session } from './session.ts';

interface Thing {
  kind: 'subscription' | 'payment';
  /** By which it is unsubscribed or cancelled. */
  id: string;
  token: string | undefined;
  /** Unix seconds. */
  madeAt: number;
}

export interface Belongings extends Listener {
  /** What is still there, the oldest first. */
  left: () => Thing[];
  /** How many requests that would have made something got no answer. */
  uncertain: () => number;
}

const makers = new Set<string>(['createPayment', 'subscribeWebhook']);
const keyOf = (kind: Thing['kind'], id: unknown) => `${kind} ${id}`;

/** Keeps account of what was made and what is over. */
export function createBelongings(): Belongings {
  const calls = new Map<number, SentCall & { at: number }>();
  const things = new Map<string, Thing>();
  let uncertain = 0;

  const make = (kind: Thing['kind'], id: unknown, { token, at }: SentCall & { at: number }) => {
    if (typeof id === 'string') things.set(keyOf(kind, id), { kind, id, token, madeAt: at });
  };
  const effects: Partial<Record<OperationId, (call: SentCall & { at: number }, body: unknown) => void>> = {
    createPayment: (call, body) => make('payment', nodeAt(body, '/data/transaction/authority'), call),
    subscribeWebhook: (call, body) => make('subscription', nodeAt(body, '/data/webhook/id'), call),
    unsubscribeWebhook: ({ sent }) => void things.delete(keyOf('subscription', nodeAt(sent, '/webhook_id'))),
    cancelPayment: ({ authority }) => void things.delete(keyOf('payment', authority)),
    createVerification: ({ authority }) => void things.delete(keyOf('payment', authority)),
  };

  return {
    begins: (number, operation, request, at) =>
      void calls.set(number, { ...readCall(operation, request), at }),
    ends: (number, _answer, { status, body }) => {
      const call = calls.get(number);
      calls.delete(number);
      if (call && status >= 200 && status < 300) effects[call.operation.id as OperationId]?.(call, body);
    },
    lost: (number) => {
      if (makers.has(calls.get(number)?.operation.id ?? '')) uncertain++;
      calls.delete(number);
    },
    happens: (happening) => {
      if (happening.kind === 'payer') things.delete(keyOf('payment', happening.authority));
    },
    left: () => [...things.values()],
    uncertain: () => uncertain,
  };
}

/** How an attempt to put one thing in order ended: over, or what came instead. */
function endOf({ kind }: Thing, { status, findings }: Performed): string | undefined {
  const { successStatus } = operationOf(kind === 'payment' ? 'cancelPayment' : 'unsubscribeWebhook').facts;
  if (status === successStatus) return undefined;
  // A payment that cannot be cancelled any more is over, and a webhook that is not known any more is gone.
  if (status !== undefined && status >= 400 && status < 500 && status !== 401 && status !== 429)
    return undefined;
  return status === undefined ? (findings[0]?.got ?? 'no answer') : `HTTP ${status}`;
}

/**
 * Removes the subscriptions and cancels the open payments of these callers.
 * @param lifetime seconds after which an unpaid payment is over by itself
 * @returns what is left, a sentence each
 */
export async function putInOrder(
  session: Session,
  belongings: Belongings,
  callers: readonly Credentials[],
  lifetime: number,
): Promise<string[]> {
  const left: string[] = [];
  let gone: string | undefined;
  for (const thing of belongings.left()) {
    const { kind, id, token, madeAt } = thing;
    const as = callers.find((caller) => caller.token === token);
    if (!as || (kind === 'payment' && session.target.now(token) - madeAt > lifetime)) continue;
    const draft =
      kind === 'payment'
        ? { ...draftOf(operationOf('cancelPayment')), pathParameters: { authority: id } }
        : draftOf(operationOf('unsubscribeWebhook'), { webhook_id: id });
    try {
      const end = gone ?? endOf(thing, await session.perform(draft, { as }));
      if (end !== undefined) left.push(`the ${kind} ${id} (${end})`);
    } catch (error) {
      gone = (error as Error).message;
      left.push(`the ${kind} ${id} (${gone})`);
    }
  }
  const uncertain = belongings.uncertain();
  if (uncertain > 0)
    left.push(
      `whatever ${uncertain} ${uncertain === 1 ? 'request' : 'requests'} without an answer may have made`,
    );
  return left;
}
