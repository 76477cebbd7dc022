// Where the endpoints of a run are: each on a port of its own on this machine, or all of them under one public address.
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { type Listening, listening } from '../listening.ts';

/** Puts a handler where the gateway can reach it. */
export type Hosting = (handler: RequestListener) => Promise<Listening>;

/** A server for each, as a gateway on this machine can reach it. */
export const onThisMachine: Hosting = (handler) => listening(createServer(handler));

export interface SharedHost {
  hosting: Hosting;
  /** Its address for others, without a path. */
  url: string;
  close: () => Promise<void>;
}

export interface ListenAt {
  host: string;
  /** 0 takes any free one. */
  port: number;
  /** How others reach it, when that is not the address itself: a tunnel, a host name. */
  publicUrl?: string;
}

/** One server for all endpoints, each below a path that nobody can guess. @throws Error with a code when it cannot listen */
export async function sharedHost({ host, port, publicUrl }: ListenAt): Promise<SharedHost> {
  const handlers = new Map<string, RequestListener>();
  const server = createServer((request, response) => {
    const name = request.url?.split(/[/?]/)[1] ?? '';
    const handler = handlers.get(name);
    // What a case has finished with may still be tried again: gone, so that the gateway can give up.
    if (!handler) return void response.writeHead(410).end();
    request.url = request.url?.slice(name.length + 1) || '/';
    handler(request, response);
  });
  const local = await listening(server, port, host);
  const url = (publicUrl ?? local.url).replace(/\/$/, '');
  return {
    url,
    hosting: async (handler) => {
      const name = randomUUID();
      handlers.set(name, handler);
      return { url: `${url}/${name}`, close: async () => void handlers.delete(name) };
    },
    close: local.close,
  };
}
