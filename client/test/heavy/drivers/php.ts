// PHP: an archive as Packagist would hand it out, installed by Composer from a folder of artifacts and nothing else.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../../foundation/commands/run-program.ts';
import { root } from '../../../../foundation/reader/paths.ts';
import type { LanguageDriver } from './language-driver.ts';

const source = join(root, 'client/php');

/** Composer warns whoever runs it as root, and looks for newer versions of itself. */
const env = {
  ...process.env,
  COMPOSER_ALLOW_SUPERUSER: '1',
  COMPOSER_DISABLE_NETWORK: '1',
  COMPOSER_NO_INTERACTION: '1',
};

async function composer(cwd: string, ...words: string[]): Promise<void> {
  const { code, stdout, stderr } = await runProgram('composer', words, { cwd, env });
  if (code !== 0) throw new Error(`composer ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}

/**
 * Builds the package into an archive, and installs it in a fresh project.
 * @param folder empty; afterwards the project, with `vendor/autoload.php`.
 * @param more packages that stand on it, by their folders.
 */
export async function installPhp(folder: string, ...more: string[]): Promise<void> {
  const artifacts = join(folder, 'artifacts');
  await mkdir(artifacts, { recursive: true });
  const required: Record<string, string> = {};
  for (const place of ['.', ...more]) {
    const path = join(source, place);
    await composer(path, 'archive', '--format=zip', `--dir=${artifacts}`);
    const { name, version } = JSON.parse(await readFile(join(path, 'composer.json'), 'utf8'));
    required[name] = version;
  }
  const project = {
    repositories: [{ type: 'artifact', url: artifacts }, { 'packagist.org': false }],
    require: required,
  };
  await writeFile(join(folder, 'composer.json'), JSON.stringify(project));
  await composer(folder, 'install', '--no-progress');
}

export const php: LanguageDriver = {
  label: 'PHP',
  install: async (folder) => {
    await installPhp(folder);
    await copyFile(join(source, 'tests/scenarios.php'), join(folder, 'scenarios.php'));
    return { command: ['php', 'scenarios.php'], cwd: folder };
  },
};
