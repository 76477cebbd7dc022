// What the packages of client/ have generated inside them, each in its own folder `generated`.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { type ClientFact, clientFacts } from '../client-facts.ts';
import { pythonPackage } from './python-package.ts';

/**
 * Writes the generated part of one package.
 * @param facts what a client needs at run time, as generated/client-facts.ts has it for TypeScript
 * @param document the published contract, for names and types
 * @returns files by their path below the folder `generated` of the package
 */
export type PackageGenerator = (facts: ClientFact[], document: ContractDocument) => Record<string, string>;

/** The generators by the folder `generated` of their package, from the root. */
const packages: Record<string, PackageGenerator> = {
  'client/python/irandargah/generated': pythonPackage,
};

/** All of them, by their path from generated/. The facts are those of the strict contract, which has all names. */
export function packageFiles(document: ContractDocument, strict: ContractDocument): [string, string][] {
  const facts = clientFacts(strict);
  return Object.entries(packages).flatMap(([folder, write]) =>
    Object.entries(write(facts, document)).map(([file, text]): [string, string] => [
      `../${folder}/${file}`,
      text,
    ]),
  );
}
