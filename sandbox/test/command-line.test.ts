// The command line as a user meets it: what it prints, what it refuses, and how it ends.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allDialects } from '../../foundation/dialects/catalogue.ts';
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
    ['a folder in use', () => ['--port', '0', '--data', folder], /another sandbox uses/],
    ['a file for a folder', () => ['--port', '0', '--data', cli], /cli\.ts is no folder.*--data FOLDER/],
    ['a folder in a file', () => ['--port', '0', '--data', join(cli, 'in')], /is no folder.*--data FOLDER/],
    ['no folder', () => ['--port', '0', '--data', ''], /folder "" cannot be made.*--data FOLDER/],
    ['an address of nobody', () => ['--port', '0', '--memory', '--host', 'nobody.invalid'], /--host H/],
    ['an address of another', () => ['--port', '0', '--memory', '--host', '192.0.2.1'], /--host H/],
    ['a port in use', () => ['--memory', '--port', new URL(running.url).port], /Port \d+ is in use/],
    [
      'a damaged database',
      () => {
        const damaged = join(folder, 'damaged');
        spawnSync('mkdir', [damaged]);
        writeFileSync(join(damaged, 'sandbox.sqlite'), 'this is no database at all'.repeat(100));
        return ['--port', '0', '--data', damaged];
      },
      /is damaged: move the folder away/,
    ],
  ])('with %s fails with one sentence and the exit code 1', (_name, args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args()], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['is no URL', 'foo', /must be like postgres:/],
    ['is one of another database', 'mysql://root@127.0.0.1/shop', /must be like postgres:/],
    ['has a port that cannot be', 'postgres://u:secret@127.0.0.1:99999/db', /must be like postgres:/],
    ['leads nowhere', 'postgres://u:secret@127.0.0.1:1/db', /DATABASE_URL cannot be used \(ECONNREFUSED\)/],
  ])(
    'with a DATABASE_URL that %s fails with one sentence, which does not repeat it',
    (_name, url, sentence) => {
      const { status, stderr } = spawnSync(process.execPath, [cli, '--port', '0'], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: url },
      });
      expect(status).toBe(1);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toContain('secret');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );
});

it('is refused by a Node.js that is too old, before anything of it is loaded', () => {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.9.0' } })`;
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(older)}`, cli, '--memory', '--port', '0'],
    { encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The sandbox needs Node\.js [0-9.]+ or newer; this is 22\.9\.0\..*\n$/);
});

describe('wrong arguments', () => {
  it.each([
    [['--port', 'http']],
    [['--port', '70000']],
    [['--nonsense']],
    [['--log-level', 'loud']],
    [['--rate-limit-per-second', '-1']],
    [['--no-limits', 'yes']],
    [['--public-url', 'sandbox.test']],
    [['--memory', '--data', 'folder']],
  ])('%j give the usage and the exit code 2', async (args) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await main(args)).toBe(2);
    expect(said.mock.calls.join()).toContain('Usage: npm run sandbox');
    said.mockRestore();
  });
});

describe('dialects', () => {
  it('that there are not are refused with the names of those there are and the exit code 2', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await main(['--memory', '--port', '0', '--dialect', 'literal', '--dialect', 'klingon'])).toBe(2);
    const [sentence] = String(said.mock.calls[0]).split('\n');
    expect(sentence).toBe(
      `There is no dialect "klingon". There are ${Object.keys(allDialects()).join(', ')}.`,
    );
    said.mockRestore();
  });

  it('are spoken by the sandbox that is started with them, and named at the start', async () => {
    const speaking = await sandboxProcess([
      '--memory',
      '--dialect',
      'key-optional',
      '--dialect',
      'created-201',
    ]);
    expect(speaking.output()).toMatch(/dialects +key-optional, created-201/);
    const { status } = await fetch(`${speaking.url}/v2/payments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${speaking.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ amount: 100_000, order_id: 'A', callback_url: 'https://shop.example/' }),
    });
    expect(status).toBe(201);
    expect(await speaking.stop()).toBe(0);
  });
});

describe('the end', () => {
  it('by a signal is clean', async () => {
    const other = await sandboxProcess(['--memory']);
    expect(await other.stop()).toBe(0);
    expect(other.errors()).toBe('');
  });
});
