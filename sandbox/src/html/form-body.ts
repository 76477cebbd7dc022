// Reads what a browser's form sends, and nothing else: a body of any other type is none.
import type { FastifyInstance } from 'fastify';

/** The bodies of a room's requests are URLSearchParams from here on. */
export function takeFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
}
