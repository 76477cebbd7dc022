// Writes the generated parts of the packages in client/: facts, methods and types of the contract in each language.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { clientFacts } from '../client-facts.ts';
import { csharpPackage } from './csharp-package.ts';
import { goPackage } from './go-package.ts';
import { javaPackage } from './java-package.ts';
import type { PackageGenerator } from './package-generator.ts';
import { phpPackage } from './php-package.ts';
import { pythonPackage } from './python-package.ts';

/** The generators by the folder `generated` of their package, from the root. */
const packages: Record<string, PackageGenerator> = {
  'client/csharp/generated': csharpPackage,
  'client/go/generated': goPackage,
  'client/java/generated': javaPackage,
  'client/php/generated': phpPackage,
  'client/python/irandargah/generated': pythonPackage,
};

/**
 * Writes all of them.
 * @param document the published contract
 * @param strict the strict one, whose parts still have the names by which the facts are found
 * @returns their files by their path from generated/.
 */
export function clientFiles(document: ContractDocument, strict: ContractDocument): Map<string, string> {
  const facts = clientFacts(strict);
  const files = Object.entries(packages).flatMap(([folder, write]) =>
    Object.entries(write(facts, document)).map(([file, text]): [string, string] => [
      `../${folder}/${file}`,
      text,
    ]),
  );
  return new Map(files.sort());
}
