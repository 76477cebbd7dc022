// What the README says of runtimes and compilers is what the heavy tests install and run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import client from '../package.json' with { type: 'json' };
import runtimes from './heavy/runtimes/package.json' with { type: 'json' };

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const { dependencies, optionalDependencies } = runtimes;
const minor = (version: string) => version.split('.').slice(0, 2).join('.');
const major = (version: string) => version.split('.')[0];

const nodes = Object.keys(optionalDependencies).map((name) => minor(name.replace('node-', '')));
const oldestCompiler = minor(dependencies['typescript-5.4'].replace('npm:typescript@', ''));

describe('the README', () => {
  it.each([
    `Node.js ${[...nodes, major(project.devDependencies.node)].join(', ')}`,
    `Bun ${minor(dependencies.bun)}`,
    `Deno ${minor(dependencies.deno)}`,
    `vitest ${major(dependencies.vitest)}`,
    `Vite ${major(dependencies.vite)}`,
    `jest ${major(dependencies.jest)}`,
    `NestJS ${major(dependencies['@nestjs/core'])}`,
    `esbuild ${minor(dependencies.esbuild)}`,
    `TypeScript ${oldestCompiler}, ${minor(project.devDependencies.typescript)}, ${minor(dependencies.typescript)}`,
  ])('names %s', (name) => expect(readme).toContain(name));
});

it('the oldest Node.js that the package asks for is among those that are run', () => {
  expect(client.engines.node).toBe(`>=${nodes[0]?.replace('.0', '')}`);
});
