// Fails on a dependency whose licence is not permissive.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import satisfies from 'spdx-satisfies';
import { root } from '../../foundation/reader/paths.ts';

const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
];

/** Packages outside the list, each with the reason why it is no burden on anybody who uses this project. */
const accepted: [pattern: RegExp, reason: string][] = [
  [/^axe-core$/, 'MPL-2.0; a tool of the browser tests, unchanged and never shipped'],
  [/^lightningcss/, 'MPL-2.0; a tool inside vitest, unchanged and never shipped'],
  [/^vazirmatn$/, 'OFL-1.1, which its package.json calls OFL'],
  [/^node-[0-9]/, 'Node.js itself, MIT; a runtime of the heavy tests, unchanged and never shipped'],
  [/^tv4$/, 'public domain or MIT, as we choose'],
  [
    /^(compute-(gcd|lcm)|validate\.io-|json-query$|httpntlm$|stack-trace$|backslash$|reserved$)/,
    'MIT by its licence file, which an old package.json does not name',
  ],
];

/** Old packages have a list of licences, each as an object. */
type Licence = string | { type: string } | Licence[];

interface Lock {
  packages: Record<string, { license?: Licence; link?: boolean }>;
}

/** What is installed for the project, and what the heavy tests install beside it. */
const locks = [
  'package-lock.json',
  'tests/heavy/collections/tools/package-lock.json',
  'client/test/heavy/runtimes/package-lock.json',
];

function expressionOf(licence: Licence): string {
  if (typeof licence === 'string') return licence;
  return Array.isArray(licence) ? licence.map(expressionOf).join(' OR ') : licence.type;
}

/** Whether an SPDX expression leaves us a permissive choice; what is no SPDX expression leaves none. */
export function isPermissive(expression: string): boolean {
  try {
    return satisfies(expression, permissive);
  } catch {
    return false;
  }
}

function findingsIn(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { license, link }]) => {
    if (!path.startsWith('node_modules/') || link) return [];
    const name = path.replace(/^.*node_modules\//, '');
    if (accepted.some(([pattern]) => pattern.test(name))) return [];
    const expression = license && expressionOf(license);
    return expression && isPermissive(expression) ? [] : [`${name}: ${expression ?? 'no licence named'}`];
  });
}

/** @returns one line for each locked package that is not permissively licensed or says nothing. */
export async function licenceFindings(): Promise<string[]> {
  const read = await Promise.all(locks.map((lock) => readFile(join(root, lock), 'utf8')));
  return read.flatMap((text) => findingsIn(JSON.parse(text) as Lock));
}
