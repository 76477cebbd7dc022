// The packed client has real types under every module system of TypeScript, and the judges of packages find nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { build } from '../../build.ts';
import { openPackedShop, type PackedShop, publint, tool, toolsFolder } from './runtimes/packed.ts';
import { mixedProgram, typedProgram } from './runtimes/typed.ts';

let shop: PackedShop;
/** One line for each row that ran green. */
const table: string[] = [];

beforeAll(async () => {
  shop = await openPackedShop(build);
  for (const file of ['typed.ts', 'typed.cts', 'typed.mts']) {
    await shop.write(file, typedProgram(shop.imports));
  }
  for (const [file, text] of Object.entries(mixedProgram)) await shop.write(file, text);
}, 600_000);
afterEach(({ task }) => {
  if (task.result?.state !== 'fail') table.push(`  ✓ ${task.suite?.name ?? ''}: ${task.name}`);
});
afterAll(async () => {
  await shop?.[Symbol.asyncDispose]();
  console.log(['The types of the packed client, by module system:', ...table].join('\n'));
});

type Row = [name: string, options: object, files: string[]];
/** Programs of both forms, and an ES module that takes an amount from a CommonJS module beside it. */
const both = ['typed.cts', 'typed.mts', ...Object.keys(mixedProgram)];
const everywhere: Row[] = [
  ['node16, CommonJS and ES modules', { module: 'node16', moduleResolution: 'node16' }, both],
  ['nodenext, CommonJS and ES modules', { module: 'nodenext', moduleResolution: 'nodenext' }, both],
  ['esnext, bundler', { module: 'esnext', moduleResolution: 'bundler' }, ['typed.ts']],
];
const before7: Row = ['commonjs, node10', { module: 'commonjs', moduleResolution: 'node10' }, ['typed.ts']];
/** It has no node10 any more. */
const since7: Row = ['commonjs', { module: 'commonjs' }, ['typed.ts']];

/** The compilers: the oldest that finds no fault in openapi-fetch, ours, and the newest. */
const compilers: [version: string, folder: string, rows: Row[]][] = [
  ['5.4.5', join(toolsFolder, 'node_modules/typescript-5.4'), [...everywhere, before7]],
  ['5.9.3', join(root, 'node_modules/typescript'), [...everywhere, before7]],
  ['7.0.2', join(toolsFolder, 'node_modules/typescript'), [...everywhere, since7]],
];

describe.each(compilers)('TypeScript %s', (version, folder, rows) => {
  it.each(rows)('%s', async (_, options, files) => {
    const { version: installed } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(installed).toBe(version);
    for (const exactOptionalPropertyTypes of [true, false]) {
      const strict = { strict: true, skipLibCheck: false, exactOptionalPropertyTypes };
      const lib = { target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
      const compilerOptions = { ...strict, ...lib, noEmit: true, ...options };
      await shop.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
      const compiler: [string, string] = [process.execPath, join(folder, 'bin/tsc')];
      expect(await shop.run([...compiler, '-p', 'tsconfig.json'])).toBe('');
    }
  });
});

describe('judges of packages', () => {
  it('Are The Types Wrong?', async () => {
    const output = await shop.run([...tool('attw'), shop.archive, '--format', 'table-flipped', '--no-emoji']);
    expect(output).toContain('No problems found');
  });

  it('publint', async () => expect(await publint(shop.archive)).toContain('All good!'));
});
