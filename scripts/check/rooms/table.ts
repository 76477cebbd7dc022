// Reads the rooms of the house, and the arrows between them, from the table of docs/architecture.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';

/** The page with the table, from the root of the repository. */
export const page = 'docs/architecture.md';

export interface Room {
  /** The name as the table has it: one folder, or several by braces, from the root. */
  name: string;
  /** Its folders; what stands in a room inside one of them is not its own. */
  folders: readonly string[];
  /** The rooms that it may import from, beside itself; a folder that is no room stands for all rooms in it. */
  may: readonly string[];
}

const row = /^\| `([^`]+)\/` \| [^|]+ \| ([^|]+) \|$/gm;

/** The folders that a name with braces stands for: `a/{b,c}` for `a/b` and `a/c`. */
export function expanded(name: string): string[] {
  const [, before = '', among, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name) ?? [];
  return among === undefined ? [name] : among.split(',').map((part) => before + part + after);
}

/** From the ground up: whoever imports stands below what it imports in this list. */
export const rooms: readonly Room[] = [...readFileSync(join(root, page), 'utf8').matchAll(row)].map(
  ([, name = '', may = '']) => ({
    name,
    folders: expanded(name),
    may: [...may.matchAll(/`([^`]+)\/`/g)].map(([, other = '']) => other),
  }),
);

/** Tests may import from every room, and no room from them. */
export const isTest = (file: string) =>
  /(^|\/)(tests?|heavy)\//.test(file) || /^[^/]+\.config\.ts$/.test(file);

/** The room that a file stands in: that of the longest folder that leads to it; undefined for one that stands in none. */
export const roomOf = (file: string): Room | undefined =>
  rooms
    .flatMap((room) => room.folders.map((folder) => ({ room, folder })))
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0]?.room;

const isRoom = (name: string) => rooms.some((room) => room.name === name);

/** Whether a file of one room may import one of another. */
export const mayImport = (from: Room, to: Room): boolean =>
  from === to ||
  from.may.some((name) => to.name === name || (!isRoom(name) && to.name.startsWith(`${name}/`)));
