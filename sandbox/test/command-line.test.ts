// The command line as a user meets it: what it prints, what it refuses, and how it ends.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../src/command-line.ts';
import { type SandboxProcess, sandboxProcess } from './support/process.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let folder: string;
let running: SandboxProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-command-'));
  running = await sandboxProcess(['--data', folder]);
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

describe('a start', () => {
  it('prints a curl line that works as it is pasted', async () => {
    const line = /^curl[\s\S]*?'\{.*\}'$/m.exec(running.output())?.[0] ?? '';
    expect(line).toContain(running.token);
    const { stdout } = await promisify(execFile)('bash', ['-c', `${line} -sS`]);
    expect(JSON.parse(stdout)).toMatchObject({ success: true, status_code: 100 });
  });

  it.each([
    ['a folder in use', () => ['--port', '0', '--data', folder], /Another sandbox has the database/],
    ['a port in use', () => ['--memory', '--port', new URL(running.url).port], /Port \d+ is in use/],
    [
      'a damaged database',
      () => {
        const damaged = join(folder, 'damaged');
        spawnSync('mkdir', [damaged]);
        writeFileSync(join(damaged, 'sandbox.sqlite'), 'this is no database at all'.repeat(100));
        return ['--port', '0', '--data', damaged];
      },
      /damaged\. Move the folder away/,
    ],
  ])('with %s fails with one sentence and the exit code 1', (_name, args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args()], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('wrong arguments', () => {
  it.each([
    [['--port', 'http']],
    [['--port', '70000']],
    [['--nonsense']],
    [['--log-level', 'loud']],
    [['--rate-limit-per-second', '-1']],
    [['--public-url', 'sandbox.test']],
  ])('%j give the usage and the exit code 2', async (args) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await main(args)).toBe(2);
    expect(said.mock.calls.join()).toContain('Usage: npm run sandbox');
    said.mockRestore();
  });
});

describe('the end', () => {
  it('by a signal is clean', async () => {
    const other = await sandboxProcess(['--memory']);
    expect(await other.stop()).toBe(0);
    expect(other.errors()).toBe('');
  });
});
