// Tools and clients in Python: each folder has a requirements.txt that pins everything, the indirect packages too.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Bench, Command } from './tool.ts';

/** The version of a package that a tool's requirements.txt pins. */
export function pinnedRequirement(toolFolder: string, name: string): string {
  const requirements = readFileSync(join(toolFolder, 'requirements.txt'), 'utf8');
  const line = requirements.split('\n').find((text) => text.startsWith(`${name}==`));
  if (!line) throw new Error(`${toolFolder}/requirements.txt does not pin ${name}.`);
  return line.slice(`${name}==`.length);
}

/** Makes a virtual environment with what the requirements say, unless that has been done once. @returns its folder. */
async function environmentOf({ folder, cache, must }: Bench): Promise<string> {
  const requirements = await readFile(join(folder, 'requirements.txt'), 'utf8');
  const place = await cache('python', requirements, (await must(['python3', '--version'])).trim());
  const done = join(place, 'installed');
  if (!existsSync(done)) {
    await must(['python3', '-m', 'venv', '--clear', place]);
    await must([join(place, 'bin/pip'), 'install', '--quiet', '-r', 'requirements.txt']);
    await must(['touch', done]);
  }
  // A name that no cache decides, for the commands that do not wait.
  await must(['ln', '-sfn', place, '.venv']);
  return place;
}

export const installRequirements = (bench: Bench) => environmentOf(bench);

/** Runs a program of the virtual environment, which finds the others there. */
export const runPython = ({ folder, must }: Bench, program: string, ...args: string[]) =>
  must([`.venv/bin/${program}`, ...args], {
    env: { PATH: `${join(folder, '.venv/bin')}${delimiter}${process.env.PATH}` },
  });

/** Python has no compiler: everything that was generated is imported, and the program's syntax is read. */
export async function importAll(bench: Bench, generated: string): Promise<void> {
  await runPython(bench, 'python', '-m', 'compileall', '-q', generated, 'program.py');
  await runPython(bench, 'python', '-c', 'import program');
}

export const pythonProgram = (): Command => ['.venv/bin/python', 'program.py'];
