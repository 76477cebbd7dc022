// Writes the generated parts of the packages in client/: facts, methods and types of the contract in each language.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { type ClientFact, clientFacts } from '../client-facts.ts';
import { csharpPackage } from './csharp-package.ts';
import { goPackage } from './go-package.ts';
import { checkSigning, type Signing } from './implemented-signing.ts';
import { javaPackage } from './java-package.ts';
import type { PackageGenerator } from './package-generator.ts';
import { phpPackage } from './php-package.ts';
import { pythonPackage } from './python-package.ts';

/** A package: how it is written, and where its errors have what an answer has in its `error.details`. */
interface Package {
  write: PackageGenerator;
  validation: string;
  reason: string;
}

/** The packages by their folder `generated`, from the root. */
const packages: Record<string, Package> = {
  'client/csharp/generated': { write: csharpPackage, validation: 'Fields', reason: 'Reason' },
  'client/go/generated': { write: goPackage, validation: 'Fields', reason: 'Reason' },
  'client/java/generated': { write: javaPackage, validation: 'fields()', reason: 'reason()' },
  'client/php/generated': { write: phpPackage, validation: 'fields', reason: 'stateReason' },
  'client/python/irandargah/generated': {
    write: pythonPackage,
    validation: 'fields',
    reason: "details['reason']",
  },
};

/** The facts with advice that names what a developer of this package sees. */
function inWordsOf({ validation, reason }: Package, facts: ClientFact[]): ClientFact[] {
  const spoken = (advice: string) =>
    advice.replaceAll('error.details.validation', validation).replaceAll('error.details.reason', reason);
  return facts.map(([name, comment, value]) => {
    if (name !== 'errors') return [name, comment, value];
    const errors = Object.entries(value as Record<string, { advice: string }>);
    return [
      name,
      comment,
      Object.fromEntries(errors.map(([key, error]) => [key, { ...error, advice: spoken(error.advice) }])),
    ];
  });
}

/**
 * Writes all of them.
 * @param document the published contract
 * @param strict the strict one, whose parts still have the names by which the facts are found
 * @returns their files by their path from generated/.
 * @throws Error when the contract signs otherwise than the packages do.
 */
export function clientFiles(document: ContractDocument, strict: ContractDocument): Map<string, string> {
  checkSigning(strict['x-signing'] as Signing);
  const facts = clientFacts(strict);
  const files = Object.entries(packages).flatMap(([folder, one]) =>
    Object.entries(one.write(inWordsOf(one, facts), document)).map(([file, text]): [string, string] => [
      `../${folder}/${file}`,
      text,
    ]),
  );
  return new Map(files.sort());
}
