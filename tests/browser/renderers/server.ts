// Serves the renderers' files, the published contract and one page for each renderer and language.
import type { AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { generatedFolder, languages } from '../../../foundation/reader/paths.ts';
import { fetched } from './packages.ts';
import { renderers } from './renderers.ts';

export interface RunningRenderers {
  url: string;
  close: () => Promise<void>;
}

/** The path of a page. */
export const pageOf = (label: string, language: string) =>
  `/${label.toLowerCase().replaceAll(' ', '-')}/${language}`;

/** @throws Error when a renderer cannot be fetched */
export async function serveRenderers(): Promise<RunningRenderers> {
  const server = fastify({ forceCloseConnections: true });
  await server.register(fastifyStatic, { root: generatedFolder, prefix: '/generated/' });
  for (const [index, { label, package: pinned, page }] of renderers.entries()) {
    const files = `/files/${index}`;
    await server.register(fastifyStatic, {
      root: await fetched(pinned),
      prefix: `${files}/`,
      decorateReply: false,
    });
    for (const language of languages) {
      server.get(pageOf(label, language), (_, reply) =>
        reply
          .type('text/html; charset=utf-8')
          .send(
            `<!doctype html><html lang="${language}"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${label}</title><body>${page(files, `/generated/openapi.${language}.json`)}`,
          ),
      );
    }
  }
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
