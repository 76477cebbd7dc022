// Reads the body of a request for the mock, and says what is wrong with one that cannot be read.
import type { IncomingMessage } from 'node:http';
import { isUncoded, parseBody } from '../foundation/http/json-body.ts';
import { sandbox, validationMessages } from '../generated/facts.ts';

/** A body, or the field and the message of the error that it deserves. */
export type BodyResult =
  | { body: unknown }
  | { field: 'body' | 'content_type' | 'content_encoding'; message: string };

const unreadable = { field: 'body', message: validationMessages.malformed_body } as const;

/**
 * Reads and parses a JSON body of at most the documented size.
 * @returns `{ body: undefined }` when there is none.
 */
export async function readBody(request: IncomingMessage): Promise<BodyResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    // A body that is too large is read to its end, so that the sender gets an answer instead of a reset.
    if (size <= sandbox.body_limit_bytes) chunks.push(chunk as Buffer);
  }
  if (size === 0) return { body: undefined };
  if (size > sandbox.body_limit_bytes) return { field: 'body', message: validationMessages.body_too_large };
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? '')) {
    return { field: 'content_type', message: validationMessages.content_type };
  }
  if (!isUncoded(request.headers['content-encoding'])) {
    const field = 'content_encoding';
    return { field, message: validationMessages.const.replace('{field}', field) };
  }
  try {
    return { body: parseBody(Buffer.concat(chunks)) };
  } catch {
    return unreadable;
  }
}
