// How the generated part of a package of client/ is written.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { ClientFact } from '../client-facts.ts';

/**
 * Writes the generated part of one package.
 * @param facts what a client needs at run time, as generated/client-facts.ts has it for TypeScript
 * @param document the published contract, for names and types
 * @returns files by their path below the folder `generated` of the package
 */
export type PackageGenerator = (facts: ClientFact[], document: ContractDocument) => Record<string, string>;
