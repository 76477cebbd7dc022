// The pipeline on a copy of the project: one fact changed changes every face; a broken contract stops it.
import { globSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../foundation/commands/run-program.ts';
import { root } from '../foundation/reader/paths.ts';
import { unannouncedChanges } from '../foundation/reader/released.ts';
import { isPermissive } from '../scripts/check/licences.ts';

// Each run of the generator takes seconds, several of them on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'irandargah-copy-'));
  const needed = [
    'openapi',
    'sandbox/openapi',
    'foundation',
    'docs/decisions',
    'generated',
    'scripts',
    'redocly.yaml',
    '.redocly.lint-ignore.yaml',
    'package.json',
    // What the packages of client/ have generated inside them.
    ...globSync('client/{*,*/*}/generated', { cwd: root, exclude: ['**/node_modules/**', '**/vendor/**'] }),
  ];
  await Promise.all(needed.map((name) => cp(join(root, name), join(copy, name), { recursive: true })));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true }));

/** Runs the generator in the copy. */
async function generate(...args: string[]): Promise<{ code: number; output: string }> {
  const all = ['scripts/generate/index.ts', ...args];
  const { code, stdout, stderr } = await runProgram(process.execPath, all, { cwd: copy });
  return { code, output: stdout + stderr };
}

/** Changes one file of the copy and puts it back when the work is done. */
async function withChange(
  file: string,
  from: string | RegExp,
  to: string,
  work: () => Promise<void>,
): Promise<void> {
  const path = join(copy, file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
  try {
    await work();
  } finally {
    await writeFile(path, before);
  }
}

const generatedTexts = async () => {
  const names = (await readdir(join(copy, 'generated'), { recursive: true, withFileTypes: true })).filter(
    (e) => e.isFile(),
  );
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Promise.all(paths.map(async (path) => `${path}\n${await readFile(path, 'utf8')}`));
};

describe('generated/', () => {
  it('is byte for byte what the contract gives', async () => {
    const before = await generatedTexts();
    const check = await generate('--check');
    expect(check.output).toContain('nothing changed');
    expect(check.code).toBe(0);
    expect((await generate()).code).toBe(0);
    expect(await generatedTexts()).toEqual(before);
  });

  it('follows one changed number into every file that knows it', async () => {
    await withChange(
      'openapi/common/schemas.yaml',
      'maximum: 4000000000\n',
      'maximum: 5000000000\n',
      async () => {
        const check = await generate('--check');
        expect(check.code).toBe(1);
        expect(check.output).toContain('npm run generate');
        for (const file of ['openapi.en.json', 'openapi.fa.yaml', 'facts.ts'])
          expect(check.output).toContain(file);
        expect((await generate()).code).toBe(0);
        expect(await readFile(join(copy, 'generated/facts.ts'), 'utf8')).toContain('"maximum": 5000000000');
      },
    );
    expect((await generate()).code).toBe(0);
  });

  it.each([
    ['csharp', 'Fields', 'Reason'],
    ['go', 'Fields', 'Reason'],
    ['java', 'fields()', 'reason()'],
    ['php', 'fields', 'stateReason'],
    ['python', 'fields', "details['reason']"],
  ])('tells a developer of %s to read %s and %s of the error', async (language, fields, reason) => {
    const files = globSync(`client/${language}/{,*/}generated/**/*.*`, { cwd: root });
    const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
    const all = texts.join('\n').replaceAll('\\', '');
    expect(all).not.toContain('error.details');
    expect(all).toContain(`Read \`${fields}\`, mend`);
    expect(all).toContain(`Read \`${reason}\`, load`);
  });

  it('does not keep a file that nothing generates', async () => {
    await writeFile(join(copy, 'generated/leftover.json'), '{}');
    expect((await generate('--check')).output).toContain('leftover.json');
    await generate();
    expect(await readdir(join(copy, 'generated'))).not.toContain('leftover.json');
  });
});

describe('a broken contract generates nothing and is told with file and line', () => {
  it.each([
    [
      'a reference that points nowhere',
      'schemas.yaml#/PaymentRequest',
      'schemas.yaml#/PaymentReqest',
      /create\.yaml:\d+:\d+/,
    ],
    ['an example that breaks its schema', 'tags: [Payments]', 'tags: [Paymants]', /create\.yaml:\d+:\d+/],
    ['YAML that cannot be read', 'operationId: createPayment', 'operationId: [createPayment', /create\.yaml/],
  ])('%s', async (_, from, to, place) => {
    const before = await generatedTexts();
    await withChange('openapi/payments/create.yaml', from, to, async () => {
      const { code, output } = await generate();
      expect(code).toBe(1);
      expect(output).toMatch(place);
      expect(output).not.toMatch(/^\s+at .*\.ts:\d+/m);
    });
    expect(await generatedTexts()).toEqual(before);
  });
});

describe('a change against the released contract', () => {
  const contract = join(root, 'generated/openapi.en.yaml');
  const revise = async (change: (text: string) => string) => {
    const path = join(copy, 'revision.yaml');
    await writeFile(path, change(await readFile(contract, 'utf8')));
    return unannouncedChanges(contract, path);
  };
  const narrow = (text: string) => text.replace('maximum: 4000000000', 'maximum: 3000000000');

  it('needs nothing when there is none', async () => {
    expect(await revise((text) => text)).toEqual([]);
  });
  it('needs a new major version when it can break an integration', async () => {
    const findings = await revise(narrow);
    expect(findings.join('\n')).toMatch(/major/);
    expect(findings.join('\n')).toMatch(/amount/);
  });
  it('passes with one', async () => {
    expect(await revise((text) => narrow(text).replace(/^ {2}version: .*$/m, '  version: 99.0.0'))).toEqual(
      [],
    );
  });
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND ISC', true],
    ['GPL-3.0-or-later', false],
    ['MIT AND GPL-2.0', false],
    ['(MIT OR GPL-3.0) AND GPL-3.0', false],
    ['UNLICENSED', false],
  ])('%s is permissive: %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
