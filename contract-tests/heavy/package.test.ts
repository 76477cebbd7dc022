// What is published installs into an empty folder and judges servers there, for a gateway whose team has no clone of this project.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publint } from '../../client/test/heavy/runtimes/packed.ts';
import { run } from '../../tests/heavy/run.ts';
import { build } from '../build.ts';

let gateway: string;
let archive: string;
const contract = (...args: string[]) =>
  run([process.execPath, join(gateway, 'node_modules/.bin/irandargah-contract'), ...args], { cwd: gateway });

beforeAll(async () => {
  gateway = await mkdtemp(join(tmpdir(), 'irandargah-gateway-'));
  const built = join(gateway, 'built');
  await build(built);
  const npm = promisify(execFile);
  const { stdout } = await npm('npm', ['pack', built, '--silent'], { cwd: gateway });
  archive = join(gateway, stdout.trim());
  await rm(built, { recursive: true });
  await writeFile(
    join(gateway, 'package.json'),
    JSON.stringify({ dependencies: { '@irandargah/contract-tests': `file:${stdout.trim()}` } }),
  );
  await npm('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: gateway });
}, 300_000);
afterAll(() => rm(gateway, { recursive: true, force: true }));

describe('the package', () => {
  it('is sound to publint', async () => {
    expect(await publint(archive)).toContain('All good!');
  });

  it('judges the mock and writes the reports of a CI', async () => {
    const { code, output } = await contract('--target', 'mock', '--report', 'report.xml');
    expect([code, output]).toEqual([0, expect.stringContaining('mock keeps the contract')]);
    expect(await readFile(join(gateway, 'report.xml'), 'utf8')).toContain('<testsuites');
  });

  it('judges its own sandbox, workflows included', async () => {
    const { code, output } = await contract(
      '--target',
      'sandbox',
      ...['requests', 'deliveries', 'workflows'].flatMap((part) => ['--part', part]),
    );
    expect([code, output]).toEqual([0, expect.stringContaining('0 broken, 0 differ, 0 noted')]);
    expect(output).toMatch(/steps of workflows +[1-9]\d* kept, 0 broken/);
  });

  it('finds what a server breaks, and repeats it by a command that works where it is installed', async () => {
    const { code, output } = await contract(
      '--target',
      'sandbox',
      '--sandbox-dialect',
      'key-optional',
      '--part',
      'negative',
      '--strict',
    );
    expect(code).toBe(1);
    expect(output).toContain('npx irandargah-contract --target sandbox');
  });

  it('says how it is called', async () => {
    const { code, output } = await contract('--help');
    expect([code, output]).toEqual([0, expect.stringContaining('npx irandargah-contract --target mock')]);
    expect(await contract('--target', 'nonsense')).toMatchObject({ code: 2 });
  });
});
