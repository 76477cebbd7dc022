// The published YAML in the loaders that others use: most of them know YAML 1.1, in which 1404-06-31 is a date and no text.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedFolder, languages } from '../../foundation/reader/paths.ts';
import { run } from './run.ts';
import { loaders } from './yaml/loaders.ts';

/** pip, Go and Maven fetch what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

/** What a loader of YAML 1.1 takes for something else when nothing quotes it: an impossible date, a date, a truth value. */
const traps = ['1404-06-31', '2025-10-01', 'yes'];

describe.each(loaders)('$label', ({ install, program }) => {
  let folder: string;
  const load = (file: string) => run([...program, file], { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'irandargah-yaml-'));
    await install(folder);
  }, installationTimeout);

  afterAll(() => rm(folder, { recursive: true }));

  test.each(languages)('reads the same from the YAML in %s as stands in the JSON', async (language) => {
    const { code, output } = await load(join(generatedFolder, `openapi.${language}.yaml`));
    expect(code, output.slice(0, 2000)).toBe(0);
    const document = JSON.parse(await readFile(join(generatedFolder, `openapi.${language}.json`), 'utf8'));
    expect(JSON.parse(output)).toEqual(document);
  });

  test('would not do so with everything unquoted, so that the comparison is worth something', async () => {
    const outcomes = await Promise.all(
      traps.map(async (text, index) => {
        const file = join(folder, `trap${index}.yaml`);
        await writeFile(file, `a: ${text}\n`);
        const { code, output } = await load(file);
        return code !== 0 || JSON.parse(output).a !== text;
      }),
    );
    if (!program.includes('ruamel-1.2')) expect(outcomes).toContain(true);
    await writeFile(join(folder, 'key.yaml'), '200: a\n');
    expect((await load(join(folder, 'key.yaml'))).code).not.toBe(0);
  });
});
