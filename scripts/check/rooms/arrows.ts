// Follows every import, types included, and tells which arrow runs the wrong way and where files import each other in a circle.
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { isTest, mayImport, page, type Room, roomOf, rooms } from './table.ts';

/** Whatever is code and written by hand. */
const code = '**/*.{ts,mts,tsx,js,mjs}';
const notByHand = ['**/node_modules/**', '**/dist/**', 'generated/**'];

const listOf = (names: readonly string[]) => names.map((name) => `${name}/`).join(', ') || 'no other room';

/** A folder that only counts as part of a larger room, although its neighbours are rooms of their own. */
function unnamed(file: string, room: Room): string | undefined {
  const parent = room.folders.find((folder) => file.startsWith(`${folder}/`)) ?? '';
  const [below] = file.slice(parent.length + 1).split('/');
  const hasNeighbours = rooms.some(({ folders }) => folders.some((folder) => dirname(folder) === parent));
  return hasNeighbours && below !== file.slice(parent.length + 1) ? `${parent}/${below}` : undefined;
}

function arrowFinding(from: string, to: string): string[] {
  if (isTest(from)) return [];
  const room = roomOf(from);
  const other = roomOf(to);
  if (isTest(to))
    return [`${from} imports ${to}: no room imports from tests. Move what it needs out of them.`];
  if (!room || !other || mayImport(room, other)) return [];
  const folder = unnamed(to, other) ?? unnamed(from, room);
  return [
    `${from} imports ${to}: ${room.name}/ may import from ${listOf(room.may)}. Move what both need to a room that both may import from${folder ? `, or give ${folder}/ its place in the table` : ''} (${page}).`,
  ];
}

/** A circle once, whichever of its files it was found from. */
const turned = (files: string[]) => {
  const start = files.indexOf([...files].sort()[0] as string);
  return [...files.slice(start), ...files.slice(0, start)];
};

/**
 * Looks at the imports of a tree.
 * @param root the folder of the repository.
 * @returns a sentence for each file in no room, for each arrow that is not allowed, and for each circle.
 */
export async function arrowFindings(root: string): Promise<string[]> {
  const files = globSync(code, { cwd: root, exclude: notByHand });
  const homeless = files.filter((file) => !isTest(file) && !roomOf(file));
  const { output } = await cruise(
    files,
    {
      baseDir: root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['(^|/)dist/'] },
      ruleSet: { forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }] },
      validate: true,
    },
    // As Node.js finds a package of this repository by its name: an arrow by name is an arrow.
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], symlinks: true },
  );
  const { modules, summary } = output as ICruiseResult;
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ coreModule, couldNotResolve }) => !coreModule && !couldNotResolve)
      .filter(({ resolved }) => resolved.includes('/') && !resolved.includes('node_modules/'))
      .flatMap(({ resolved }) => arrowFinding(source, resolved)),
  );
  const circles = summary.violations.map(({ cycle = [] }) =>
    turned(cycle.map(({ name }) => name)).join(' → '),
  );
  return [
    ...homeless.map((file) => `${file} stands in no room: give its folder a line in ${page}.`),
    ...new Set(arrows),
    ...[...new Set(circles)].map(
      (circle) => `${circle} → and around again: put what they need of each other into a file below both.`,
    ),
  ];
}
