// What the packages of client/ have generated inside them, each in its own folder `generated`.
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
