// A shop's endpoint on this machine: it takes whatever the gateway sends, keeps it as it came, and answers as it is told.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listening } from '../listening.ts';

/** How a shop answers; nothing but a status by default, and at once. */
export interface Reply {
  /** Null closes the connection without an answer. */
  status: number | null;
  headers?: Record<string, string>;
  /** How long it takes, in milliseconds. */
  delay?: number;
}

export interface ReceivedDelivery {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** How it was answered, and how long that took in milliseconds. */
  answered: number | null;
  took: number;
}

export interface Receiver {
  /** Where it listens, without a path. */
  origin: string;
  /**
   * Makes an address of its own.
   * @param replies what each delivery to it is answered, one after the other; the last answers all that follow
   */
  address: (...replies: (number | Reply)[]) => string;
  /** Everything that has come, to whatever address, in the order in which it was answered. */
  received: ReceivedDelivery[];
  close: () => Promise<void>;
}

const asReply = (reply: number | Reply): Reply => (typeof reply === 'number' ? { status: reply } : reply);

/** Starts an endpoint. @param status what is answered where nothing else was said */
export async function receiver(status: number): Promise<Receiver> {
  const received: ReceivedDelivery[] = [];
  const plans = new Map<string, Reply[]>();
  const replyTo = (path: string): Reply => {
    const plan = plans.get(path) ?? [];
    return (plan.length > 1 ? plan.shift() : plan[0]) ?? { status };
  };
  const server = createServer(async (request, response) => {
    const startedAt = performance.now();
    const [method = '', path = ''] = [request.method, request.url];
    const reply = replyTo(path.split('?')[0] ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (reply.delay !== undefined) await pause(reply.delay);
    const { headers } = request;
    const took = Math.round(performance.now() - startedAt);
    // Kept before it is answered, so that whoever has the answer finds it here.
    received.push({ method, path, headers, body: Buffer.concat(chunks), answered: reply.status, took });
    if (reply.status === null) response.destroy();
    else response.writeHead(reply.status, reply.headers).end();
  });
  const { url, close } = await listening(server);
  return {
    origin: url,
    address: (...replies) => {
      const path = `/webhook/${plans.size + 1}`;
      plans.set(path, replies.map(asReply));
      return `${url}${path}`;
    },
    received,
    close,
  };
}
