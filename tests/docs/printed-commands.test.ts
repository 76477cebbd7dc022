// The commands that we print fetch what they name: outside of a clone, npx takes any name for that of a package.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';

interface Manifest {
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Files of the project, without what was installed or built. */
const filesOf = (...patterns: string[]) =>
  globSync(patterns, {
    cwd: root,
    exclude: (name) => /^(?:node_modules|\.git|dist(?:\..*)?)$/.test(String(name)),
  });

const manifests = filesOf('**/package.json').map(
  (file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest,
);

/** What npx may be told to run: packages that some package.json names, and the programs of our own packages. */
const known = new Set(
  manifests.flatMap(({ bin, dependencies, devDependencies }) =>
    Object.keys({ ...bin, ...dependencies, ...devDependencies }),
  ),
);

const namesIn = (text: string) =>
  [...text.matchAll(/\bnpx (?:-p )?(@?[a-z][\w./@-]*)/g)].map(([, name = '']) => name);

const strangersIn = (text: string) => namesIn(text).filter((name) => !known.has(name));

describe('npx', () => {
  it.each([
    ['Markdown', '**/*.md', 6],
    ['sources', '**/*.ts', 2],
  ])('is given packages that are ours or known to us, in %s', (_, pattern, atLeast) => {
    const texts = filesOf(pattern)
      .filter((file) => !file.includes('.test.'))
      .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
    expect(texts.flatMap(({ text }) => namesIn(text)).length).toBeGreaterThanOrEqual(atLeast);
    const strangers = texts.flatMap(({ file, text }) => strangersIn(text).map((name) => `${file}: ${name}`));
    expect(strangers).toEqual([]);
  });

  it('with the name of a program instead of its package is noticed', () => {
    expect(strangersIn('`npx prism mock` and `npx @stoplight/prism-cli mock`')).toEqual(['prism']);
  });
});

it('npm installs our packages from an archive: from a folder it makes a link, and leaves out what they depend on', () => {
  const linked = filesOf('**/*.md').flatMap((file) =>
    (readFileSync(join(root, file), 'utf8').match(/npm (?:install|i|add) [^\n`#]*\/dist\b.*/g) ?? []).map(
      (line) => `${file}: ${line}`,
    ),
  );
  expect(linked).toEqual([]);
});

it.each(['en', 'fa'])('the guide in %s says which Node.js plain Prism wants', (language) => {
  const prism = join(root, 'node_modules/@stoplight/prism-cli/package.json');
  const { engines } = JSON.parse(readFileSync(prism, 'utf8')) as { engines: { node: string } };
  const [, wanted = ''] = engines.node.match(/^>=(\d+\.\d+)\.0$/) ?? [];
  const digits =
    language === 'fa'
      ? wanted.replace('.', '٫').replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
      : wanted;
  const guide = readFileSync(join(root, 'docs/guides', language, '15-collections.md'), 'utf8');
  expect(guide.match(/(?<=Node\.js )[\d.۰-۹٫]+/g)).toEqual([digits]);
});

it('a file of tests that a page tells to run is there', () => {
  const told = filesOf('**/*.md').flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/npm (?:test|run test:\w+) -- (\S+\.test\.ts)/g)].map(
      ([, path = '']) => ({ file, path }),
    ),
  );
  expect(told.map(({ file }) => file)).toContain('CONTRIBUTING.md');
  expect(told.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});
