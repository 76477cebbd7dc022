// The packages as they are published, without their types: what their manifests and readmes promise holds where they are installed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { source as client } from '../client/build.ts';
import { source as contractTests } from '../contract-tests/build.ts';
import { writeProgram } from '../foundation/packing/build.ts';
import { root } from '../foundation/reader/paths.ts';
import { source as sandbox } from '../sandbox/build.ts';

let built: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'irandargah-packages-'));
});
afterAll(() => rm(built, { recursive: true, force: true }));

interface Published {
  engines: { node: string };
  dependencies: Record<string, string>;
}

const textOf = (...path: string[]) => readFile(join(...path), 'utf8');

const newestFirst = (one: string, other: string) => other.localeCompare(one, 'en', { numeric: true });

/** The oldest Node.js that a range allows: what follows the `>=` of its newest release line. */
async function leastOf(manifest: string): Promise<string> {
  const { engines } = JSON.parse(manifest) as Partial<Published>;
  const [newest = '0'] = [...(engines?.node ?? '').matchAll(/>= ?([0-9.]+)/g)]
    .map(([, version = '0']) => version)
    .sort(newestFirst);
  return newest;
}

describe.each(Object.entries({ client, sandbox, 'contract-tests': contractTests }))(
  'the package of %s',
  (name, source) => {
    beforeAll(() => writeProgram(source, join(built, name)));

    it('asks for the oldest Node.js that all of its dependencies allow, and for no older one', async () => {
      const manifest = await textOf(built, name, 'package.json');
      const { dependencies } = JSON.parse(manifest) as Published;
      const needed = await Promise.all(
        Object.keys(dependencies).map(async (dependency) =>
          leastOf(await textOf(root, 'node_modules', dependency, 'package.json')),
        ),
      );
      expect(await leastOf(manifest)).toBe(needed.sort(newestFirst)[0]);
    });
  },
);
