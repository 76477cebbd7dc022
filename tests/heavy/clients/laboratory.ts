// A copy of the clients outside the repository, in which they can be installed, built and broken.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { type ProgramRun, run } from '../run.ts';

export interface Laboratory {
  /** The package's folder. */
  home: string;
  /** A folder for what is built beside it. */
  scratch: string;
  /** The folder of the shared vectors. */
  vectors: string;
  /** Puts the program of this language where it is run. */
  putProgram: (file: string, place: string) => Promise<void>;
  /** Runs a program in the package's folder, and fails the test with its output when it fails. */
  must: (command: [string, ...string[]], env?: NodeJS.ProcessEnv) => Promise<string>;
  /** Runs a program in the package's folder, whatever comes of it. */
  attempt: (command: [string, ...string[]], env?: NodeJS.ProcessEnv) => Promise<ProgramRun>;
  remove: () => Promise<void>;
}

/** Build outputs of a developer do not belong into the copy. */
const isSource = (path: string) => !/\/(vendor|target|bin|obj|build|__pycache__|composer\.lock)$/.test(path);

/** Copies the package of a language and the vectors, as they stand to each other. */
export async function openLaboratory(language: string): Promise<Laboratory> {
  const folder = await mkdtemp(join(tmpdir(), `irandargah-${language}-`));
  const places = { home: join('client', language), vectors: 'contract-tests/vectors' };
  for (const place of Object.values(places)) {
    await mkdir(join(folder, place), { recursive: true });
    // The client of TypeScript is built, not copied.
    if (existsSync(join(root, place))) {
      await cp(join(root, place), join(folder, place), { recursive: true, filter: isSource });
    }
  }
  const home = join(folder, places.home);
  const attempt: Laboratory['attempt'] = (command, env) => run(command, { cwd: home, env });
  return {
    home,
    scratch: join(folder, 'scratch'),
    vectors: join(folder, places.vectors),
    putProgram: async (file, place) => {
      await cp(join(import.meta.dirname, 'programs', file), join(home, place));
    },
    attempt,
    must: async (command, env) => {
      const { code, output } = await attempt(command, env);
      if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
      return output;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
