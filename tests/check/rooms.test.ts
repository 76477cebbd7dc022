// The plan of the house: an arrow that runs the wrong way is told with the right one, and so is every circle.
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { arrowFindings } from '../../scripts/check/rooms/arrows.ts';
import { expanded, rooms } from '../../scripts/check/rooms/table.ts';

/** What is found in a house of these files. */
async function findingsOf(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-rooms-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    // As npm links the packages of a workspace.
    await mkdir(join(folder, 'node_modules/@irandargah'), { recursive: true });
    await symlink(join(folder, 'sandbox'), join(folder, 'node_modules/@irandargah/sandbox'));
    return (await arrowFindings(folder)).sort();
  } finally {
    await rm(folder, { recursive: true });
  }
}

const type = 'export type A = 1;\n';

it.each<[string, Record<string, string>, string[]]>([
  [
    'what the table allows is silent',
    { 'mock/a.ts': "import '../foundation/http/b.ts';", 'foundation/http/b.ts': type },
    [],
  ],
  [
    'an arrow that is not allowed names those that are',
    {
      'mock/a.ts': "import type { A } from '../sandbox/src/b.ts';\nexport type B = A;",
      'sandbox/src/b.ts': type,
    },
    [
      'mock/a.ts imports sandbox/src/b.ts: mock/ may import from generated/, foundation/. Move what both need to a room that both may import from (docs/architecture.md).',
    ],
  ],
  [
    'a room without arrows says so',
    { 'foundation/reader/a.ts': "import '../http/b.ts';", 'foundation/http/b.ts': type },
    [
      'foundation/reader/a.ts imports foundation/http/b.ts: foundation/reader/ may import from no other room. Move what both need to a room that both may import from (docs/architecture.md).',
    ],
  ],
  [
    'tests import from every room, and no room from them',
    {
      'mock/a.ts': "import '../tests/b.ts';",
      'tests/b.ts': "import '../sandbox/src/c.ts';",
      'sandbox/src/c.ts': type,
    },
    ['mock/a.ts imports tests/b.ts: no room imports from tests. Move what it needs out of them.'],
  ],
  [
    'a package of this repository is an arrow like any other',
    {
      'mock/a.ts': "import '@irandargah/sandbox/testing';",
      'sandbox/src/testing.ts': type,
      'sandbox/package.json':
        '{ "name": "@irandargah/sandbox", "exports": { "./testing": "./src/testing.ts" } }',
    },
    [
      'mock/a.ts imports sandbox/src/testing.ts: mock/ may import from generated/, foundation/. Move what both need to a room that both may import from (docs/architecture.md).',
    ],
  ],
  [
    'code that stands in no room is asked for its line, whoever imports it',
    { 'foundation/new/a.ts': type, 'tools/b.mjs': '', 'c.ts': '', 'docs/tool/d.ts': '' },
    ['c.ts', 'docs/tool/d.ts', 'foundation/new/a.ts', 'tools/b.mjs'].map(
      (file) => `${file} stands in no room: give its folder a line in docs/architecture.md.`,
    ),
  ],
  [
    'a new folder among rooms is told that it needs its place',
    { 'scripts/check/a.ts': "import '../new/b.ts';", 'scripts/new/b.ts': type },
    [
      'scripts/check/a.ts imports scripts/new/b.ts: scripts/check/ may import from foundation/, scripts/generate/. Move what both need to a room that both may import from, or give scripts/new/ its place in the table (docs/architecture.md).',
    ],
  ],
  [
    'a circle is told once, types included',
    {
      'mock/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'mock/b.ts': "import type { A } from './a.ts';\nexport type B = A;",
    },
    ['mock/a.ts → mock/b.ts → and around again: put what they need of each other into a file below both.'],
  ],
])('%s', async (_, files, findings) => {
  expect(await findingsOf(files)).toEqual(findings);
});

it('the table is in order: each room stands below those that import from it', () => {
  for (const [index, { name, may }] of rooms.entries()) {
    const below = rooms.slice(0, index).map((room) => room.name);
    const isBelow = (other: string) => below.some((room) => room === other || room.startsWith(`${other}/`));
    expect([name, may.filter((other) => !isBelow(other))]).toEqual([name, []]);
  }
});

it('docs/architecture.md gives each folder of the larger rooms its sentence', async () => {
  const page = await readFile(join(root, 'docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/^\| `([^`]+)\/` \|/gm)].flatMap(([, name = '']) => expanded(name));
  const folders = globSync(['{openapi,foundation,scripts}/*/', '{sandbox,contract-tests}/src/*/'], {
    cwd: root,
  }).map((folder) => folder.replace(/\/$/, ''));
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
  expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
});
