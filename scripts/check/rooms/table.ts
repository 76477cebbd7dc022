// Reads the rooms of the house, and the arrows between them, from the table of docs/architecture.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';

/** The page with the table, from the root of the repository. */
export const page = 'docs/architecture.md';

export interface Room {
  /** The folder, from the root; what stands in a room inside it is not its own. */
  folder: string;
  /** The rooms that it may import from, beside itself; a folder stands for all rooms in it. */
  may: readonly string[];
}

const row = /^\| `([^`]+)\/` \| [^|]+ \| ([^|]+) \|$/gm;

/** From the ground up: whoever imports stands below what it imports in this list. */
export const rooms: readonly Room[] = [...readFileSync(join(root, page), 'utf8').matchAll(row)].map(
  ([, folder = '', may = '']) => ({
    folder,
    may: [...may.matchAll(/`([^`]+)\/`/g)].map(([, name = '']) => name),
  }),
);

/** Tests may import from every room, and no room from them. */
export const isTest = (file: string) =>
  /(^|\/)(tests?|heavy)\//.test(file) || /^[^/]+\.config\.ts$/.test(file);

/** The room that a file stands in: the longest folder that leads to it; undefined for one that stands in none. */
export const roomOf = (file: string): Room | undefined =>
  rooms
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];

/** Whether a file of one room may import one of another. */
export const mayImport = (from: Room, to: Room): boolean =>
  from === to || from.may.some((folder) => to.folder === folder || to.folder.startsWith(`${folder}/`));
