// `npm run generate`: makes generated/ from openapi/. With --check it only compares, and fails on any difference.
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { runCommand } from '../../foundation/commands/command.ts';
import { generatedFolder, root } from '../../foundation/reader/paths.ts';
import { type Artifacts, BrokenContract, basisName, makeArtifacts, type RunStep } from './artifacts.ts';
import { type BasisFile, countsLine } from './basis-file.ts';

const showStep: RunStep = async (name, work) => {
  const start = performance.now();
  const result = await work();
  console.log(`  ✓ ${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
};

/** What compilers and package managers leave in the folders of the clients. */
const leftovers = /(^|\/)(bin|obj|target|vendor|__pycache__)\//;

/** The folders that belong to this command: generated/, and those inside the packages of the clients. */
const folders = () => [
  generatedFolder,
  ...globSync('client/{*,*/*}/generated', { cwd: root })
    .filter((folder) => !/\/(dist|node_modules)\//.test(folder))
    .map((folder) => join(root, folder)),
];

/** Every file of these folders, by its path from generated/; all but leftovers belong to this command. */
async function existingFiles(): Promise<string[]> {
  const listed = folders().map((folder) => readdir(folder, { withFileTypes: true, recursive: true }));
  const entries = (await Promise.all(listed.map((list) => list.catch(() => [])))).flat();
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(generatedFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !leftovers.test(file));
}

/** Names of the files whose content on disk is not what the contract gives. */
export async function differences(artifacts: Artifacts): Promise<string[]> {
  const stale = (await existingFiles()).filter((name) => !artifacts.has(name));
  const changed: string[] = [];
  for (const [name, content] of artifacts) {
    const onDisk = await readFile(join(generatedFolder, name), 'utf8').catch(() => undefined);
    if (onDisk !== content) changed.push(name);
  }
  return [...stale, ...changed];
}

/** A few names and how many more there are. */
function listed(names: string[], most = 8): string {
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names.slice(0, most).join(', ')}${more}`;
}

async function write(artifacts: Artifacts): Promise<void> {
  for (const name of await existingFiles()) {
    if (!artifacts.has(name)) await rm(join(generatedFolder, name));
  }
  for (const [name, content] of artifacts) {
    await mkdir(dirname(join(generatedFolder, name)), { recursive: true });
    await writeFile(join(generatedFolder, name), content);
  }
}

/**
 * Generates (or with `check` compares) and reports on the console.
 * @returns the exit code: 0 when all is well, 1 when the contract is broken or generated/ is not current.
 */
export async function generate({ check }: { check: boolean }): Promise<number> {
  const start = performance.now();
  try {
    const artifacts = await makeArtifacts(showStep);
    const { counts } = JSON.parse(artifacts.get(basisName) ?? '') as BasisFile;
    console.log(`  ${countsLine(counts)}`);
    const changed = await differences(artifacts);
    if (check && changed.length > 0) {
      console.error(`\ngenerated/ is not what openapi/ gives: ${listed(changed)}`);
      console.error('Run `npm run generate` and commit the result.');
      return 1;
    }
    if (!check) await write(artifacts);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const outcome = changed.length > 0 ? `changed: ${listed(changed)}` : 'nothing changed';
    console.log(
      `  ${relative(process.cwd(), generatedFolder) || '.'}/ is current after ${seconds} s (${outcome}).`,
    );
    return 0;
  } catch (error) {
    if (error instanceof BrokenContract) {
      console.error(`\n${error.message} Mend these and run it again:\n`);
      for (const finding of error.findings) console.error(`  ${finding}`);
    } else {
      console.error(`\nGenerating failed: ${error instanceof Error ? error.message : error}`);
    }
    return 1;
  }
}

if (import.meta.main) {
  const options = { check: { type: 'boolean', default: false } } as const;
  await runCommand({ usage: 'Usage: npm run generate [-- --check]', options }, generate);
}
