// Tells in which folder of openapi/ each part of the bundle is written, by following the references of the sources.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { parse } from 'yaml';
import type { Path } from '../../foundation/reader/overlay.ts';
import { root } from '../../foundation/reader/paths.ts';

/** Gives the area (folder of openapi/, or `root`) in which the value at a path of the bundle is written. */
export type AreaOf = (path: Path) => string;

type Node = Record<string, unknown>;

/** Reads a file of openapi/ by its path below that folder. */
type ReadSource = (file: string) => unknown;

const readFromDisk: ReadSource = (file) => parse(readFileSync(join(root, 'openapi', file), 'utf8'));

/**
 * Follows the references from a root document.
 * @throws Error (when asked) for a component that no reference leads to.
 */
export function areasOf(rootFile = 'openapi.yaml', read: ReadSource = readFromDisk): AreaOf {
  const rootDocument = read(rootFile) as Node;
  const areaOfComponent = new Map<string, string>();
  const visited = new Set<string>();

  const follow = (file: string): void => {
    if (visited.has(file)) return;
    visited.add(file);
    for (const reference of referencesIn(read(file))) {
      const target = targetOf(file, reference);
      areaOfComponent.set(target.name, areaOfFile(target.file));
      follow(target.file);
    }
  };
  follow(rootFile);

  return (path) => {
    const [section, entry, name] = path.map(String) as [string, string?, string?];
    if (section === 'components') {
      const area = areaOfComponent.get(name ?? '');
      if (!area) throw new Error(`No file of openapi/ seems to define the component ${name}.`);
      return area;
    }
    const node = rootDocument[section] as Node | undefined;
    const reference = node?.$ref ?? (node?.[entry ?? ''] as Node | undefined)?.$ref;
    return typeof reference === 'string' ? areaOfFile(targetOf(rootFile, reference).file) : 'root';
  };
}

function areaOfFile(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? 'root' : folder;
}

/** The file that a reference points into, and the name that the bundler gives to what it finds there. */
function targetOf(from: string, reference: string): { file: string; name: string } {
  const [file, fragment] = reference.split('#');
  const target = file ? posix.normalize(posix.join(posix.dirname(from), file)) : from;
  return { file: target, name: fragment?.split('/').at(-1) ?? basename(target, '.yaml') };
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : referencesIn(value),
  );
}
