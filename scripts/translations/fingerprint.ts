// The short hash by which an overlay remembers for which English its Persian was written.
import { createHash } from 'node:crypto';

/** Eight hexadecimal digits over the English strings that one action overrides, in the order of its update. */
export function fingerprint(english: string[]): string {
  return createHash('sha256').update(english.join('\n')).digest('hex').slice(0, 8);
}
