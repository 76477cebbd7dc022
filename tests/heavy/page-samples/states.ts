// Brings a terminal of the sandbox into the state that a sample takes for granted, by the gateway's own operations.

import type { Need } from '../../../foundation/reader/page-samples.ts';
import { idempotency, type OperationId, operations } from '../../../generated/facts.ts';
import { exampleValue } from '../../../sandbox/src/contract/document.ts';
import type { TerminalOptions, TestingSandbox, TestingTerminal } from '../../../sandbox/src/testing/index.ts';

/** The order of the page's samples, as the contract's example has it. */
export const order = exampleValue<{ amount: number; order_id: string }>('paymentRequest');

/** Half past ten of the day that the samples of lists and reports ask for, 1404-06-28, in Tehran. */
const thatDay = '2025-09-19T07:00:00Z';
/** From that day to the last of its month, in seconds. */
const toTheEndOfTheMonth = 3 * 86_400;

/** A terminal in a state, with what the sample has to know of it. */
export interface Prepared {
  terminal: TestingTerminal;
  authority?: string;
  webhookId?: string;
}

interface Asked {
  url: string;
  token: string;
}

/** Asks an operation of the gateway. @throws Error when it refuses, unless it may */
export async function ask(
  { url, token }: Asked,
  operation: OperationId,
  {
    path = {},
    body,
    mayFail = false,
  }: { path?: Record<string, string>; body?: object; mayFail?: boolean } = {},
  // biome-ignore lint/suspicious/noExplicitAny: answers of every operation
): Promise<any> {
  const { method, path: template, successStatus } = operations[operation];
  const response = await fetch(
    url + template.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? ''),
    {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body ? { 'Content-Type': 'application/json', [idempotency.header]: crypto.randomUUID() } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    },
  );
  const answer = await response.json();
  if (!mayFail && response.status !== successStatus) {
    throw new Error(`${operation} answered ${response.status}: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** Creates a payment of the usual order. @returns its authority */
export async function createPayment(asked: Asked, changes: object = {}): Promise<string> {
  const { data } = await ask(asked, 'createPayment', { body: { ...order, ...changes } });
  return data.transaction.authority;
}

export const verify = (asked: Asked, authority: string, mayFail = false) =>
  ask(asked, 'createVerification', { body: { authority, amount: order.amount }, mayFail });

/**
 * A terminal of its own in the state that is needed.
 * @param shopUrl where a webhook of the terminal leads.
 */
export async function prepare(
  gateway: TestingSandbox,
  need: Need | undefined,
  options: TerminalOptions,
  shopUrl: string,
): Promise<Prepared> {
  const own: TerminalOptions =
    need === 'signing terminal'
      ? { require_signature: true }
      : need === 'payment of that month'
        ? { starts_at: thatDay }
        : {};
  const terminal = await gateway.terminal({ ...options, ...own });
  const asked = { url: gateway.url, token: terminal.token };
  const paid = async () => {
    const authority = await createPayment(asked);
    await terminal.pay(authority);
    return authority;
  };
  switch (need) {
    case undefined:
    case 'signing terminal':
      return { terminal };
    case 'pending payment':
      return { terminal, authority: await createPayment(asked) };
    case 'paid payment':
      return { terminal, authority: await paid() };
    case 'verified payment': {
      const authority = await paid();
      await verify(asked, authority);
      return { terminal, authority };
    }
    case 'failed verification': {
      const authority = await paid();
      await terminal.fault({ kind: 'error', error: 'ErrorBankUnavailable', operation: 'createVerification' });
      await verify(asked, authority, true);
      return { terminal, authority };
    }
    case 'payment of that month': {
      await verify(asked, await paid());
      await terminal.pay(await createPayment(asked), 'failed');
      await terminal.advance(toTheEndOfTheMonth);
      return { terminal };
    }
    case 'webhook': {
      const { data } = await ask(asked, 'subscribeWebhook', {
        body: { url: shopUrl, events: ['payment.completed'], secret: 'a secret of our own' },
      });
      return { terminal, webhookId: data.webhook.id };
    }
  }
}
