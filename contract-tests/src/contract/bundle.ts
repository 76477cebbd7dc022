// The strict bundle that a run judges by, with the dialects that it demands laid over it.
import { readFileSync } from 'node:fs';
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { Language } from '../../../foundation/reader/paths.ts';
import { inDemandedDialects } from './dialects.ts';

/** Reads the contract in one language as it stands, in no dialect. */
export function standardBundle(language: Language): ContractDocument {
  const file = new URL(`../../../generated/strict.${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ContractDocument;
}

/** Reads the contract that a run demands. */
export const bundle = (language: Language): ContractDocument => inDemandedDialects(standardBundle(language));
