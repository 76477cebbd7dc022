// The packages as they are published, without their types: what their manifests and readmes promise holds where they are installed.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
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
  bin: Record<string, string>;
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

    it('has a readme without a dead link', async () => {
      const links = new MarkdownIt()
        .parse(await textOf(built, name, 'README.md'), {})
        .flatMap(({ children }) => children ?? [])
        .flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
        .map(String);
      const relatives = links
        .filter((link) => !/^(https?:|#)/.test(link))
        .map((link) => link.split('#')[0] ?? '');
      const dead = relatives.filter((link) => link.startsWith('..') || !existsSync(join(built, name, link)));
      expect(dead).toEqual([]);
    });

    it('has a readme that calls its programs as they are called where it is installed', async () => {
      const readme = await textOf(built, name, 'README.md');
      const { bin = {} } = JSON.parse(await textOf(built, name, 'package.json')) as Partial<Published>;
      for (const program of Object.keys(bin)) {
        expect(readme).toContain(`npx ${program}`);
        expect(readme).not.toMatch(new RegExp(`npm run ${program.replace('irandargah-', '')}\\b`));
      }
    });
  },
);
