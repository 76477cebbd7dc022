// Serves the built site, with the headers that a public host would send.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { readHeadersFile } from './headers.ts';
import { distFolder } from './places.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Folder of the built site. */
  folder?: string;
}

export interface RunningDocs {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves the site until it is closed. Files are listed once, at the start.
 * @throws NodeJS.ErrnoException: EADDRINUSE when the port is taken, ENOENT when the site has not been built
 */
export async function serveDocs({
  port,
  host = '127.0.0.1',
  folder = distFolder,
}: ServeOptions): Promise<RunningDocs> {
  const headers = readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
  const notFound = await readFile(join(folder, '404.html'));
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      // The assets' folder is named by its content; everything else keeps its name when it changes.
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      );
    },
  });

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    // Without its last slash, the relative links of a language's page would lead astray.
    const bare = /^\/(?:en|fa)(?=\?|$)/.exec(request.url ?? '')?.[0];
    if (bare) {
      response.writeHead(301, { Location: `${bare}/` }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
