// The sandbox as the programs meet it: one merchant for each trial, and what each of their words has to print.
import { randomUUID } from 'node:crypto';
import { errors, type OperationId, operations, sandbox } from '../generated/facts.ts';
import { type DialectName, startSandbox, type TestingTerminal } from '../sandbox/src/testing/index.ts';

/** What the programs order; the amount is the largest that the sandbox takes. */
const order = {
  amount: sandbox.amount_maximum,
  order_id: 'ORDER-12345',
  callback_url: 'https://yoursite.com/callback',
};

export interface Merchant {
  /** What the programs are told. */
  env: NodeJS.ProcessEnv;
  /** Creates a payment without any tool, for one whose own creation fails. @returns its authority. */
  create: () => Promise<string>;
  /** The payer pays. */
  pay: TestingTerminal['pay'];
  /** The line that `create` has to print, by the answer that the gateway gave to it; and so on. */
  created: () => Promise<string>;
  read: () => Promise<string>;
  verified: () => Promise<string>;
  refused: () => Promise<string>;
}

export interface Gateway {
  merchant: (dialects?: DialectName[]) => Promise<Merchant>;
  close: () => Promise<void>;
}

type Answer = {
  data?: Record<string, Record<string, unknown> | undefined>;
  error?: Record<string, unknown>;
};

/** Starts a sandbox on a free port. */
export async function openGateway(): Promise<Gateway> {
  const { url, terminal, close } = await startSandbox();
  return {
    close,
    merchant: async (dialects = []) => {
      const { token, pay, requests } = await terminal({ dialects });
      /** What the gateway answered to the last call of an operation. */
      const answered = async (operation: OperationId): Promise<Answer> =>
        ((await requests()).findLast((request) => request.operation === operation)?.answer ?? {}) as Answer;
      return {
        env: {
          SERVER: url,
          TOKEN: token,
          AMOUNT: String(order.amount),
          ORDER_ID: order.order_id,
          CALLBACK_URL: order.callback_url,
        },
        pay,
        create: async () => {
          const answer = await fetch(`${url}${operations.createPayment.path}`, {
            method: operations.createPayment.method,
            headers: {
              Authorization: `Bearer ${token}`,
              'Content-Type': 'application/json',
              'Idempotency-Key': randomUUID(),
            },
            body: JSON.stringify(order),
          });
          return String(((await answer.json()) as Answer).data?.transaction?.authority);
        },
        created: async () => `created ${(await answered('createPayment')).data?.transaction?.authority}`,
        read: async () => {
          const payment = (await answered('getPayment')).data?.transaction;
          return `payment ${payment?.status} ${payment?.amount}`;
        },
        verified: async () => {
          const verification = (await answered('createVerification')).data?.verification;
          return `verified ${verification?.ref_id} ${verification?.amount}`;
        },
        // The gateway's own answer counts only if it is the right one.
        refused: async () => `refused ${errors.ErrorAlreadyVerified.code}`,
      };
    },
  };
}
