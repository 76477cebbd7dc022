// Brings the judges along, pinned: Schemathesis in an environment of Python, Specmatic as a package of npm for Java 17.
import { join } from 'node:path';
import { run } from '../run.ts';
import { installPythonTools, installTools } from '../tools.ts';

const folder = join(import.meta.dirname, 'tools');

/** @returns the program of Schemathesis. @throws Error with the words of pip. */
export async function schemathesisProgram(): Promise<string> {
  await installPythonTools(folder);
  return join(folder, '.venv/bin/schemathesis');
}

/** @returns the archive of Specmatic. @throws Error when it cannot be installed, or Java is missing. */
export async function specmaticArchive(): Promise<string> {
  const { code, output } = await run(['java', '-version'], { cwd: folder });
  if (code !== 0) throw new Error(`Specmatic needs Java 17 or newer:\n${output}`);
  await installTools(folder);
  return join(folder, 'node_modules/specmatic/specmatic.jar');
}
