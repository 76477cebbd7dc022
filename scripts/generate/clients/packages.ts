// What the packages of client/ have generated inside them, each in its own folder `generated`.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { clientFacts } from '../client-facts.ts';
import { goPackage } from './go-package.ts';
import type { PackageGenerator } from './package-generator.ts';

/** The generators by the folder `generated` of their package, from the root. */
const packages: Record<string, PackageGenerator> = {
  'client/go/generated': goPackage,
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
