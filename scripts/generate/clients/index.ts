// Makes the typed clients for PHP, Python, Go, Java and C#: whole packages, each with its manifest.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractDocument } from '../document.ts';
import { redocly } from '../redocly.ts';
import { csharpClient } from './csharp.ts';
import { manifestFiles } from './manifests.ts';
import { signingFactsFiles } from './signing-facts.ts';

/** The generators of `redocly generate-client`: what each writes, and where it stands below generated/clients/. */
const generators = {
  php: { written: 'client.php', file: 'php/src/Client.php', flags: [] },
  python: { written: 'client.py', file: 'python/irandargah/client.py', flags: [] },
  go: { written: 'client.go', file: 'go/client.go', flags: ['--go-package', 'irandargah'] },
  java: { written: 'Client.java', file: 'java/src/main/java/irandargah/Client.java', flags: [] },
};

/** The contract as the generators get it: their namespaces come from its title, and they need no samples. */
function inputOf(document: ContractDocument): string {
  const input = structuredClone(document);
  input.info.title = 'IranDargah';
  for (const item of Object.values(input.paths)) {
    for (const operation of Object.values(item)) delete operation['x-codeSamples'];
  }
  return JSON.stringify(input);
}

/**
 * Generates all clients.
 * @returns their files by their path below generated/.
 * @throws Error with the generator's own words when it fails.
 */
export async function clientFiles(document: ContractDocument): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-clients-'));
  try {
    const input = join(folder, 'irandargah.json');
    await writeFile(input, inputOf(document));
    const files = Object.entries({
      ...manifestFiles(document.info.version),
      ...signingFactsFiles(document),
      'csharp/Client.cs': csharpClient(document),
    });
    const generated = Object.entries(generators).map(async ([generator, { written, file, flags }]) => {
      const output = join(folder, generator, 'client.ts');
      const run = await redocly('generate-client', input, '--generator', generator, '-o', output, ...flags);
      if (run.code !== 0)
        throw new Error(`The ${generator} client cannot be generated: ${run.stderr.trim()}`);
      files.push([file, await readFile(join(folder, generator, written), 'utf8')]);
    });
    await Promise.all(generated);
    return new Map(files.sort().map(([file, text]) => [`clients/${file}`, text]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
