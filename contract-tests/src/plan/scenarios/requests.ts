// Sends each example of a request to a server with a state, with the references in it replaced by ones that exist there.

import { operations } from '../../contract/document.ts';
import { type OperationId, sandbox } from '../../contract/facts.ts';
import type { Session } from '../../run/session.ts';
import type { Credentials } from '../../targets/target.ts';
import { recordPlay } from './record.ts';
import { createStage, type Stage } from './stage.ts';

type Body = Record<string, unknown>;

/**
 * The example with what it refers to, and who sends it.
 * @param change what the example has otherwise on purpose, so that what it refers to must have it too
 */
export async function grounded(
  stage: Stage,
  id: OperationId,
  example: Body,
  change: Body = {},
): Promise<{ body: Body; as?: Credentials }> {
  const { target } = stage.session;
  switch (id) {
    case 'createPayment': {
      const limited = target.environment === 'sandbox' ? sandbox.amount_maximum : Number.POSITIVE_INFINITY;
      return { body: { ...example, amount: Math.min(example.amount as number, limited) } };
    }
    case 'createVerification': {
      const { authority, amount, orderId, by } = await stage.paid(undefined, change);
      const order = 'order_id' in example ? { order_id: orderId } : {};
      return { body: { ...example, authority, amount, ...order }, as: by };
    }
    case 'createRefund': {
      // What is to be returned must have been paid.
      const { amount } = stage.paymentBody();
      const payment = { amount: Math.max(amount, Number(change.amount ?? 0)) };
      const { authority, by } = await stage.verified(undefined, payment);
      return { body: { ...example, authority }, as: by };
    }
    case 'subscribeWebhook':
      return { body: { ...example, url: `${stage.nowhere}/webhook`, ...change } };
    case 'unsubscribeWebhook':
    case 'testWebhook': {
      const { id: webhook, by } = await stage.webhook();
      return { body: { ...example, webhook_id: webhook }, as: by };
    }
    default:
      return { body: example };
  }
}

export interface RequestExample {
  id: string;
  name: string;
  operation: (typeof operations)[number];
  example: Body;
}

/** Every example of every request body, in the order of the document. */
export function requestExampleCases(): RequestExample[] {
  return operations.flatMap((operation) =>
    (operation.requestBody?.examples ?? []).map(({ name: example, value }) => {
      const name = `request ${example}`;
      return { id: `${operation.id} ${name}`, name, operation, example: value as Body };
    }),
  );
}

/** Sends one example, and records whether it was a success. */
export async function sendExample(session: Session, one: RequestExample, repeat: string): Promise<void> {
  const { operation, name, example } = one;
  const { recorder } = session;
  const reason = session.obstacle(operation.facts.undocumented ? ['write', 'undocumented'] : ['write']);
  if (reason) return recorder.notReached('requests', operation.id, name, reason);
  const stage = createStage(session, { status: operation.facts.successStatus });
  await recordPlay(session, { part: 'requests', operation: operation.id, name, repeat }, async () => {
    const { body, as } = await grounded(stage, operation.id, example);
    return (await stage.ask(stage.draft(operation.id, { body }), as && { as })).findings;
  });
}
