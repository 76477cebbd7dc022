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
 */
export async function installPhp(folder: string): Promise<void> {
  const artifacts = join(folder, 'artifacts');
  await mkdir(artifacts, { recursive: true });
  await composer(source, 'archive', '--format=zip', `--dir=${artifacts}`, '--file=client');
  const { name, version } = JSON.parse(await readFile(join(source, 'composer.json'), 'utf8'));
  const project = {
    repositories: [{ type: 'artifact', url: artifacts }, { 'packagist.org': false }],
    require: { [name]: version },
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
