// Reads the bytes of a body as JSON that everybody reads alike; sandbox and mock refuse the same.
import { hasRepeatedName } from './json-names.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether nothing stands between the bytes that travel, which are signed and compared, and the JSON. */
export const isUncoded = (contentEncoding: string | undefined): boolean =>
  /^(identity)?$/i.test(contentEncoding?.trim() ?? '');

/** @throws TypeError when it is not UTF-8, SyntaxError when it is not JSON or has a name twice in one object. */
export function parseBody(bytes: Uint8Array): unknown {
  const text = utf8.decode(bytes);
  const body = JSON.parse(text) as unknown;
  if (hasRepeatedName(text)) throw new SyntaxError('A name stands twice in one object.');
  return body;
}
