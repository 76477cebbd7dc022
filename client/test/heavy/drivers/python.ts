// The Python package: wheel and sdist, built as for PyPI, and installed from the wheel in a fresh environment.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../foundation/reader/paths.ts';
import { run } from '../../../../tests/heavy/run.ts';

const source = join(root, 'client/python');

/**
 * Builds wheel and sdist below a folder, and makes an environment with the package in it.
 * @param kind which of the two is installed.
 * @returns the path of its Python.
 */
export async function installPython(
  folder: string,
  kind: 'whl' | 'tar.gz' = 'whl',
  extras = '',
): Promise<string> {
  const must = async (...command: [string, ...string[]]) => {
    const { code, output } = await run(command, { cwd: folder });
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
  };
  const python = join(folder, '.venv/bin/python');
  await must('python3', '-m', 'venv', '.venv');
  await must(python, '-m', 'pip', 'install', '--quiet', 'build');
  await must(python, '-m', 'build', '--outdir', join(folder, 'dist'), source);
  const [built] = globSync(join(folder, `dist/*.${kind}`));
  await must('python3', '-m', 'venv', '--clear', '.venv');
  await must(python, '-m', 'pip', 'install', '--quiet', `${built}${extras}`);
  return python;
}

export const python = {
  label: 'Python',
  install: async (folder: string): Promise<{ command: [string, ...string[]]; cwd: string }> => ({
    command: [await installPython(folder), join(source, 'scenarios/driver.py')],
    cwd: folder,
  }),
};
