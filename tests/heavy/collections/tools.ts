// The programs that run collections, and how each is started.
import { join } from 'node:path';

/** Where their manifest and their lock file stand. */
export const toolsFolder = join(import.meta.dirname, 'tools');

/** The command that starts a program, by this Node.js. */
export const tool = (name: 'newman' | 'bru' | 'httpyac'): [string, string] => [
  process.execPath,
  join(toolsFolder, 'node_modules/.bin', name),
];
