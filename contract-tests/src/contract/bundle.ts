// The strict bundle that a run judges by, with the dialects that it demands laid over it.
import { readFileSync } from 'node:fs';
import type { ContractDocument } from '../../../scripts/generate/document.ts';
import type { Language } from '../../../scripts/generate/paths.ts';
import { inDemandedDialects } from './dialects.ts';

/** Reads the contract in one language. */
export function bundle(language: Language): ContractDocument {
  const file = new URL(`../../../generated/strict.${language}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8')) as ContractDocument;
  return inDemandedDialects(document);
}
