// The sandbox as the audit uses it: pays in the payer's place, and sees what the shop asks of the gateway.
import type { OperationId } from '../../../generated/facts.ts';
import type { CardName } from '../payments/pay.ts';
import { AuditImpossible } from './impossible.ts';

/** A request of the shop to the gateway, as the control API shows it. */
export interface ShopRequest {
  sequence: number;
  operation: OperationId;
  method: string;
  path: string;
  status: number;
  request: Record<string, unknown> | null;
  // The answers of all operations, looked into by name.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  answer: any;
}

/** What the payer's browser is to bring back to the shop. */
export interface TrueCallback {
  method: 'GET' | 'POST';
  url: string;
  fields: Record<string, string>;
}

export interface Gateway {
  url: string;
  /** Pays with a test card, or cancels on the payer's page. @returns the callback of the payment as it then is. */
  pay: (authority: string, card: CardName | 'cancel') => Promise<TrueCallback>;
  /** The requests of the shop since a moment, oldest first. */
  requests: (after?: number) => Promise<ShopRequest[]>;
  /** The sequence number of the shop's last request; 0 before the first. */
  now: () => Promise<number>;
}

/**
 * @param token that of the terminal that the shop uses.
 */
export function gatewayAt(url: string, token: string): Gateway {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    let response: Response;
    try {
      response = await fetch(`${url}/_sandbox/${path}`, { ...init, signal: AbortSignal.timeout(15_000) });
    } catch {
      throw new AuditImpossible('sandbox_unreachable', { url });
    }
    const text = await response.text();
    if (response.status === 400 && path.startsWith('requests')) {
      throw new AuditImpossible('sandbox_refuses_token', { url });
    }
    if (!response.ok)
      throw new AuditImpossible('sandbox_without_control', { url, answer: text.slice(0, 200) });
    return JSON.parse(text);
  };
  // Kept here, because the sandbox remembers only the last ones, and so that each is fetched once.
  const seen: ShopRequest[] = [];
  const requests: Gateway['requests'] = async (after = 0) => {
    const headers = { Authorization: `Bearer ${token}` };
    const last = seen.at(-1)?.sequence ?? 0;
    const fresh = (await call(`requests?after=${last}`, { headers })) as { requests: ShopRequest[] };
    // Two that asked at the same time have got the same.
    const newest = seen.at(-1)?.sequence ?? 0;
    seen.push(...fresh.requests.filter(({ sequence }) => sequence > newest));
    return seen.filter(({ sequence }) => sequence > after);
  };
  return {
    url,
    requests,
    now: async () => (await requests()).at(-1)?.sequence ?? 0,
    pay: async (authority, card) => {
      const { callback } = (await call(`payments/${authority}/pay`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ card }),
      })) as { callback: TrueCallback };
      return callback;
    },
  };
}
