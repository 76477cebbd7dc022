// Makes the typed clients for PHP, Python, Go, Java and C#: whole packages, each with its manifest.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractDocument } from '../document.ts';
import { redocly } from '../redocly.ts';
import { csharpClient } from './csharp.ts';
import { generatorInput } from './input.ts';
import { manifestFiles } from './manifests.ts';
import { signingFactsFiles } from './signing-facts.ts';

/** The generators of `redocly generate-client`: what each writes, and where that stands below generated/clients/. */
const generators: Record<string, { written: string; file: string }> = {
  php: { written: 'client.php', file: 'php/src/Client.php' },
  python: { written: 'client.py', file: 'python/irandargah/client.py' },
  go: { written: 'client.go', file: 'go/client.go' },
  java: { written: 'Client.java', file: 'java/src/main/java/irandargah/Client.java' },
};

/**
 * Generates all clients.
 * @returns their files by their path below generated/.
 * @throws Error with the generator's own words when it fails.
 */
export async function clientFiles(document: ContractDocument): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-clients-'));
  try {
    const named = generatorInput(document);
    const input = join(folder, 'irandargah.json');
    await writeFile(input, JSON.stringify(named));
    const files = Object.entries({
      ...manifestFiles(document.info.version),
      ...signingFactsFiles(document),
      'csharp/Client.cs': csharpClient(named),
    });
    const flags = Object.keys(generators).flatMap((generator) => ['--generator', generator]);
    const output = join(folder, 'client.ts');
    const run = await redocly('generate-client', input, ...flags, '--go-package', 'irandargah', '-o', output);
    if (run.code !== 0) throw new Error(`The clients cannot be generated: ${run.stderr.trim()}`);
    for (const { written, file } of Object.values(generators)) {
      files.push([file, await readFile(join(folder, written), 'utf8')]);
    }
    return new Map(files.sort().map(([file, text]) => [`clients/${file}`, text]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
