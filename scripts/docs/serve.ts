// Serves the built site, with the headers that a public host would send.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { readHeadersFile } from './headers.ts';
import { distFolder } from './places.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Folder of the built site. It may be built anew while it is served. */
  folder?: string;
}

export interface RunningDocs {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves the site until it is closed.
 * @throws NodeJS.ErrnoException: EADDRINUSE when the port is taken, ENOENT when the site has not been built
 */
export async function serveDocs({
  port,
  host = '127.0.0.1',
  folder = distFolder,
}: ServeOptions): Promise<RunningDocs> {
  const headers = readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
  const server = fastify({ forceCloseConnections: true });
  server.addHook('onRequest', async (_, reply) => {
    for (const [name, value] of headers) reply.header(name, value);
  });
  await server.register(fastifyStatic, {
    root: folder,
    // Relative links of a page would lead astray without the last slash of its folder.
    redirect: true,
    preCompressed: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The assets' folder is named by its content; everything else keeps its name when it changes.
      const lasting = path.startsWith(join(folder, 'assets'));
      reply.header('Cache-Control', lasting ? 'max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return reply.code(405).header('Allow', 'GET, HEAD').send();
    }
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(await readFile(join(folder, '404.html')));
  });
  await server.listen({ port, host });
  const { port: actualPort } = server.server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: async () => {
      await server.close();
    },
  };
}
