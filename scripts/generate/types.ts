// Turns the bundled contract into TypeScript types.
import openapiTS, { astToString } from 'openapi-typescript';
import type { ContractDocument } from './document.ts';
import { notice } from './paths.ts';

/** @returns the text of generated/types.ts: `paths`, `webhooks`, `components`, `operations`. */
export async function typesModule(document: ContractDocument): Promise<string> {
  // The document is cloned because openapi-typescript resolves references in place.
  const ast = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    defaultNonNullable: false,
  });
  return `// ${notice}\n\n${astToString(ast)}`;
}
