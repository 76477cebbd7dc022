// The files that pages need, read once and served beside them: a room's styles, scripts and icons, and the font of all.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const font = createRequire(import.meta.url).resolve('vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2');

export type Assets = ReadonlyMap<string, { type: string; content: Buffer }>;

/** @returns the files of a folder whose kind is known, by their names. */
export function readAssets(folder: URL): Assets {
  const assets = new Map([['vazirmatn.woff2', { type: 'font/woff2', content: readFileSync(font) }]]);
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type !== undefined) assets.set(name, { type, content: readFileSync(new URL(name, folder)) });
  }
  return assets;
}

/** @param at the address below which they stand. @param notFound answers for a name that there is not. */
export function serveAssets(
  app: FastifyInstance,
  at: string,
  assets: Assets,
  notFound: (reply: FastifyReply) => FastifyReply,
): void {
  app.get<{ Params: { name: string } }>(`${at}/:name`, async ({ params }, reply) => {
    const asset = assets.get(params.name);
    if (!asset) return notFound(reply);
    return reply
      .header('Cache-Control', 'public, max-age=3600')
      .header('X-Content-Type-Options', 'nosniff')
      .type(asset.type)
      .send(asset.content);
  });
}
