// A shop that creates payments over HTTP without pause, and remembers what it was told of each.
import { createHmac, randomUUID } from 'node:crypto';
import { payment } from './sandbox.ts';

/** Where it calls, and as whom. */
export interface Gateway {
  url: string;
  token: string;
  secretKey: string;
}

/** Creates a payment, signed, so that no limit stands in the way. */
export function createPayment({ url, token, secretKey }: Gateway, key: string): Promise<Response> {
  const body = JSON.stringify(payment);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secretKey)
    .update(`POST:payments:${body}:${timestamp}`)
    .digest('hex');
  return fetch(`${url}/v2/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      'X-Signature': signature,
      'X-Timestamp': timestamp,
    },
    body,
    signal: AbortSignal.timeout(30_000),
  });
}

export interface Ledger {
  /** Every key that was ever sent, with the answer if it was a success. */
  sent: Map<string, string | undefined>;
  /** How often each other answer came: its status, or 'no answer'. */
  refusals: Map<string, number>;
  acknowledged: () => number;
}

export function ledger(): Ledger {
  const sent = new Map<string, string | undefined>();
  return {
    sent,
    refusals: new Map(),
    acknowledged: () => [...sent.values()].filter((answer) => answer !== undefined).length,
  };
}

/** Calls one of several gateways from so many clients at once until it is stopped; a refusal is only counted. */
export function busyShop(gateways: () => readonly Gateway[], { sent, refusals }: Ledger, clients = 16) {
  let busy = true;
  const client = async (_: unknown, number: number) => {
    while (busy) {
      const open = gateways();
      const gateway = open[number % open.length] as Gateway;
      const key = randomUUID();
      sent.set(key, undefined);
      const outcome = await createPayment(gateway, key).then(
        async (response) => {
          const text = await response.text();
          if (response.status === 200) sent.set(key, text);
          return String(response.status);
        },
        () => 'no answer',
      );
      if (outcome === '200') continue;
      refusals.set(outcome, (refusals.get(outcome) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    stop: async () => {
      busy = false;
      await running;
    },
  };
}

export interface Account {
  acknowledged: number;
  lost: number;
  doubled: number;
}

/**
 * Asks for every key again and counts the payments there are.
 * @returns lost: acknowledged ones that are not there, or are another; doubled: payments beyond one for each key.
 */
export async function settleAccounts(gateway: Gateway, { sent, acknowledged }: Ledger): Promise<Account> {
  let lost = 0;
  const keys = [...sent];
  const ask = async () => {
    for (let next = keys.pop(); next; next = keys.pop()) {
      const [key, answer] = next;
      const text = await (await createPayment(gateway, key)).text();
      const { success } = JSON.parse(text) as { success: boolean };
      if (!success) throw new Error(`A repetition was refused: ${text}`);
      if (answer !== undefined && text !== answer) lost += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  const list = await fetch(`${gateway.url}/v2/transactions?per_page=1`, {
    headers: { Authorization: `Bearer ${gateway.token}` },
  });
  const { data } = (await list.json()) as { data: { pagination: { total: number } } };
  return { acknowledged: acknowledged(), lost, doubled: data.pagination.total - sent.size };
}
