// `npm run mock` as somebody meets it who knows Prism: it says where it answers, and what it adds.
import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { additions } from '../../mock/additions.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

it('says at its start what it adds to plain Prism, and ends cleanly', async () => {
  const child = spawn(process.execPath, ['mock/index.ts', '--port', '0', '--lang', 'fa'], {
    cwd: root,
  });
  running.push(child);
  const last = Object.values(additions).at(-1) ?? '';
  const text = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes(last)) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
  });
  expect(text).toMatch(/^The mock answers at http:\/\/127\.0\.0\.1:\d+\./);
  expect(text).toContain('prism mock generated/openapi.fa.yaml');
  for (const addition of Object.values(additions)) expect(text).toContain(`  - ${addition}\n`);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
