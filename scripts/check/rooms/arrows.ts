// Follows every import, types included, and tells which arrow runs the wrong way and where files import each other in a circle.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { isTest, mayImport, page, roomOf } from './table.ts';

/** Where code stands, from the root of the repository. */
const folders = [
  'foundation',
  'mock',
  'client',
  'sandbox',
  'contract-tests',
  'compat',
  'docs/site',
  'openapi/lint',
  'scripts',
  'tests',
];

const listOf = (names: readonly string[]) => names.map((name) => `${name}/`).join(', ') || 'no other room';

function arrowFinding(from: string, to: string): string[] {
  if (isTest(from)) return [];
  const room = roomOf(from);
  const other = roomOf(to);
  if (isTest(to))
    return [`${from} imports ${to}: no room imports from tests. Move what it needs out of them.`];
  if (!room || !other) {
    return [`${room ? to : from} stands in no room: give its folder a line in ${page}.`];
  }
  if (mayImport(room, other)) return [];
  return [
    `${from} imports ${to}: ${room.name}/ may import from ${listOf(room.may)}. Move what both need to a room below both (${page}).`,
  ];
}

/** A circle once, whichever of its files it was found from. */
const turned = (files: string[]) => {
  const start = files.indexOf([...files].sort()[0] as string);
  return [...files.slice(start), ...files.slice(0, start)];
};

/**
 * Looks at the imports of a tree.
 * @param root the folder of the repository; the folders of code that it lacks are left out.
 * @returns a sentence for each arrow that is not allowed, and for each circle.
 */
export async function arrowFindings(root: string): Promise<string[]> {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(present, {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '(^|/)dist/', '^generated/clients/'] },
    ruleSet: { forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
  });
  const { modules, summary } = output as ICruiseResult;
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(
        ({ coreModule, couldNotResolve, resolved }) =>
          !coreModule && !couldNotResolve && resolved.includes('/'),
      )
      .flatMap(({ resolved }) => arrowFinding(source, resolved)),
  );
  const circles = summary.violations.map(({ cycle = [] }) =>
    turned(cycle.map(({ name }) => name)).join(' → '),
  );
  return [
    ...new Set(arrows),
    ...[...new Set(circles)].map(
      (files) => `${files} → and around again: put what they need of each other into a file below both.`,
    ),
  ];
}
