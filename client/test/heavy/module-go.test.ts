// The Go module by itself: formatted, vetted, without a race, and with nothing but the standard library.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { run } from '../../../tests/heavy/run.ts';

const cwd = join(root, 'client/go');

it.each([
  [
    'is formatted as gofmt does, the generated part and the programs of the tests too',
    ['gofmt', '-l', '.', '../test/heavy/drivers/go'],
  ],
  ['holds nothing that vet finds', ['go', 'vet', './...']],
] as [string, [string, ...string[]]][])(
  '%s',
  async (_, command) => {
    expect(await run(command, { cwd })).toEqual({ code: 0, output: '' });
  },
  120_000,
);

it('passes its own tests without a race', async () => {
  const { code, output } = await run(['go', 'test', '-race', '-count=1', './...'], { cwd });
  expect(code, output).toBe(0);
}, 300_000);

it('requires nothing', async () => {
  expect(await readFile(join(cwd, 'go.mod'), 'utf8')).not.toContain('require');
});
