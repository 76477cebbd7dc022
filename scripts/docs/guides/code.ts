// The programs that the guides show: real files, which the tests run against the mock.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { guidesFolder } from '../places.ts';

export interface Program {
  name: string;
  /** Its text; placeholders are not filled yet. */
  source: string;
  /** What it prints against the mock, if a guide shows that. */
  output?: string;
}

/** Every program of docs/guides/code by its name; `NAME.out` beside it is what it prints. */
export async function readPrograms(folder = join(guidesFolder, 'code')): Promise<Map<string, Program>> {
  const names = (await readdir(folder)).sort();
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const programs = await Promise.all(
    names
      .filter((name) => extname(name) !== '.out')
      .map(async (name): Promise<[string, Program]> => {
        const output = names.includes(`${name}.out`) ? await read(`${name}.out`) : undefined;
        return [name, { name, source: await read(name), output }];
      }),
  );
  return new Map(programs);
}
