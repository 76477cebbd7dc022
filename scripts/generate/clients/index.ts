// Makes the typed clients for PHP, Python, Java and C#, whole packages each with its manifest, and the generated parts of ours.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { redocly } from '../../../foundation/reader/redocly.ts';
import { csharpClient } from './csharp.ts';
import { generatorInput, withoutPromises } from './input.ts';
import { withKnownValues } from './known-values.ts';
import { manifestFiles } from './manifests.ts';
import { packageFiles } from './packages.ts';
import { signingFactsFiles } from './signing-facts.ts';
import { tolerant } from './tolerant.ts';

/** The generators of `redocly generate-client`: what each writes, and where that stands below generated/clients/. */
const generators: Record<string, { written: string; file: string }> = {
  php: { written: 'client.php', file: 'php/src/Client.php' },
  python: { written: 'client.py', file: 'python/irandargah/client.py' },
  java: { written: 'Client.java', file: 'java/src/main/java/irandargah/Client.java' },
};

/**
 * Runs generators over one input.
 * @returns the clients with tolerant readers, by their file below generated/clients/.
 * @throws Error with the generator's own words when it fails.
 */
async function generated(names: string[], input: ContractDocument): Promise<[file: string, text: string][]> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-clients-'));
  try {
    const file = join(folder, 'irandargah.json');
    await writeFile(file, JSON.stringify(input));
    const flags = names.flatMap((name) => ['--generator', name]);
    const output = join(folder, 'client.ts');
    const run = await redocly('generate-client', file, ...flags, '-o', output);
    if (run.code !== 0) throw new Error(`The clients cannot be generated: ${run.stderr.trim()}`);
    return await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        const { written, file } = generators[name] as (typeof generators)[string];
        const reading = tolerant[name]?.(await readFile(join(folder, written), 'utf8'), input) as string;
        return [file, withKnownValues(name, reading, input)];
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Generates all clients.
 * @param document the published contract
 * @param strict the strict one, whose parts still have the names by which the facts of signing are found
 * @returns their files by their path below generated/.
 */
export async function clientFiles(
  document: ContractDocument,
  strict: ContractDocument,
): Promise<Map<string, string>> {
  const input = generatorInput(document);
  const written = await Promise.all([
    generated(['python', 'java'], input),
    generated(['php'], withoutPromises(input)),
  ]);
  const files = [
    ...Object.entries({
      ...manifestFiles(document.info.version),
      ...signingFactsFiles(strict),
      'csharp/Client.cs': csharpClient(input),
    }),
    ...written.flat(),
  ];
  return new Map([
    ...files.sort().map(([file, text]): [string, string] => [`clients/${file}`, text]),
    ...packageFiles(document, strict),
  ]);
}
