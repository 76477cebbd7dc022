// The dialects of the contract: the gateway as it might also be, each an overlay on the strict bundle.
import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../../../generated/dialects.json', import.meta.url);

/** The names of all dialects. */
export function dialectNames(): string[] {
  return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
