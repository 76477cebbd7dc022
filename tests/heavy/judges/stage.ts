// Stands before a gateway and gives the judges what no document can: a fresh key for each request, and payments and
// webhooks that exist where they send those of the examples.
import { randomUUID } from 'node:crypto';
import { Agent, createServer, type IncomingHttpHeaders, request as send } from 'node:http';
import { listening } from '../../../contract-tests/src/listening.ts';
import { errors, idempotency, type OperationId, operations } from '../../../generated/facts.ts';
import { exampleValue } from '../../../sandbox/src/contract/document.ts';

export interface Target {
  /** Where the gateway answers, without a path. */
  url: string;
  /** The bearer token of a terminal that takes unsigned requests, best one without rate limits. */
  token: string;
  /** Plays payer and bank; without one no payment is ever paid. */
  world?: World | undefined;
}

/** What happens outside the API. */
export interface World {
  /** Pays a payment in the payer's place; one that can no longer be paid stays as it is. */
  pay: (authority: string) => Promise<void>;
  /** Lets the bank fail the next verification. */
  failVerification: () => Promise<void>;
}

/** Payer and bank by the control API of a sandbox. @param terminal the id of the terminal with the token. */
export function worldOfSandbox(url: string, terminal: string): World {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    await answer.arrayBuffer();
  };
  return {
    pay: (authority) => post(`payments/${authority}/pay`, { card: 'success' }),
    failVerification: () =>
      post('faults', { terminal, operation: 'createVerification', code: errors.ErrorBankUnavailable.code }),
  };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const order = exampleValue<object>('paymentRequest');
const verification = exampleValue<{ authority: string; amount: number }>('verificationRequest');
const subscription = exampleValue<object>('webhookSubscriptionRequest');
const { webhook_id: exampleWebhook } = exampleValue<{ webhook_id: string }>('webhookUnsubscriptionRequest');
const { authority: exampleAuthority } = verification;

type PaymentStage = 'paid' | 'failed at the bank' | 'verified';

/** How far a payment has to be before an operation can succeed on it. */
const needed: Partial<Record<OperationId, PaymentStage>> = {
  createVerification: 'paid',
  retryVerification: 'failed at the bank',
  getVerification: 'verified',
  createRefund: 'verified',
};

/** The operations with their paths as expressions. */
const routes = (Object.entries(operations) as [OperationId, { method: string; path: string }][]).map(
  ([id, { method, path }]) => ({
    id,
    method,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}(?:\\?.*)?$`),
  }),
);

export interface Stage {
  /** What the judges call instead of the gateway. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Opens a stage before a gateway.
 * A valid `Idempotency-Key` becomes a new one, since tools repeat one key with other bodies; the authority and the webhook of
 * the examples become ones that exist in the state that the operation needs; and what is about to be verified is paid
 * first. Everything else passes as it came, and every answer unchanged.
 */
export async function openStage({ url, token, world }: Target): Promise<Stage> {
  const agent = new Agent({ keepAlive: true });
  const forward = (method: string, path: string, headers: IncomingHttpHeaders, body: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const length =
        body.length > 0 || headers['content-length'] !== undefined ? { 'content-length': body.length } : {};
      const { 'transfer-encoding': _, connection: __, ...kept } = headers;
      const outgoing = send(
        { agent, method, path, hostname, port, headers: { ...kept, ...length } },
        async (incoming) => {
          try {
            const chunks: Buffer[] = [];
            for await (const chunk of incoming) chunks.push(chunk as Buffer);
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks),
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const host = new URL(url).host;
  const ask = async (
    id: OperationId,
    body: object,
  ): Promise<{ data?: Record<string, Record<string, string>> }> => {
    const headers = {
      host,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      [idempotency.header.toLowerCase()]: randomUUID(),
    };
    const { method, path } = operations[id];
    const { body: answered } = await forward(method, path, headers, Buffer.from(JSON.stringify(body)));
    try {
      return JSON.parse(answered.toString());
    } catch {
      return {};
    }
  };

  /** @returns the authority of a payment that is so far; the example's own when the gateway makes none. */
  const payment = async (stage: PaymentStage | undefined): Promise<string> => {
    const { data } = await ask('createPayment', order);
    const authority = data?.transaction?.authority ?? exampleAuthority;
    if (stage === undefined) return authority;
    await world?.pay(authority);
    if (stage === 'paid') return authority;
    if (stage === 'failed at the bank') await world?.failVerification();
    await ask('createVerification', { ...verification, authority });
    return authority;
  };
  const webhook = async (): Promise<string> =>
    (await ask('subscribeWebhook', subscription)).data?.webhook?.id ?? exampleWebhook;

  const keyHeaders = [idempotency.header, idempotency.alias].map((name) => name.toLowerCase());
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      let text = Buffer.concat(chunks).toString('latin1');
      let { url: path = '/' } = request;
      const { method = 'GET', headers } = request;
      for (const name of keyHeaders) {
        if (/^[!-~]{1,255}$/.test(String(headers[name] ?? ''))) headers[name] = randomUUID();
      }
      const route = routes.find((one) => one.method === method && one.pattern.test(path));
      if (route && (path.includes(exampleAuthority) || text.includes(exampleAuthority))) {
        const authority = await payment(needed[route.id]);
        path = path.replaceAll(exampleAuthority, authority);
        text = text.replaceAll(exampleAuthority, authority);
      } else if (route?.id === 'createVerification' && world) {
        const [authority] = /[0-9]{14}[A-Z0-9]{4,6}/.exec(text) ?? [];
        if (authority) await world.pay(authority);
      }
      if (route && text.includes(exampleWebhook)) text = text.replaceAll(exampleWebhook, await webhook());
      const answer = await forward(method, path, { ...headers, host }, Buffer.from(text, 'latin1'));
      const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...kept } = answer.headers;
      response.writeHead(answer.status, kept);
      response.end(method === 'HEAD' ? undefined : answer.body);
    } catch {
      // A gateway that breaks off is to be seen as one.
      response.destroy();
    }
  });
  const { url: here, close } = await listening(server);
  return {
    url: here,
    close: async () => {
      agent.destroy();
      await close();
    },
  };
}
