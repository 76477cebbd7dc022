// The published contract before a validator of another language, which shares no code with ours.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedFolder, languages } from '../../foundation/reader/paths.ts';
import { run } from './run.ts';

/** pip fetches what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

describe('openapi-spec-validator of Python', () => {
  let folder: string;
  const validate = (file: string) => run(['.venv/bin/openapi-spec-validator', file], { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'irandargah-validator-'));
    expect(await run(['python3', '-m', 'venv', '.venv'], { cwd: folder })).toMatchObject({ code: 0 });
    const install = ['install', '--quiet', 'openapi-spec-validator==0.9.0'];
    expect(await run(['.venv/bin/pip', ...install], { cwd: folder })).toMatchObject({ code: 0 });
  }, installationTimeout);

  afterAll(() => rm(folder, { recursive: true }));

  test.each(languages)('finds nothing in the one in %s', async (language) => {
    const { code, output } = await validate(join(generatedFolder, `openapi.${language}.yaml`));
    expect(output).toMatch(/: OK\s*$/);
    expect(code).toBe(0);
  });

  test('would find something', async () => {
    const file = join(folder, 'broken.yaml');
    await writeFile(file, 'openapi: 3.1.1\ninfo: { title: Broken }\npaths: {}\n');
    expect((await validate(file)).code).not.toBe(0);
  });
});
