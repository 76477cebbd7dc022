// The compiler accepts right code and refuses wrong code: an unneeded @ts-expect-error is an error of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/generate/paths.ts';

const folder = join(import.meta.dirname, 'types');
const names = readdirSync(folder);
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
const program = ts.createProgram(
  names.map((name) => join(folder, name)),
  options,
);

describe('the compiler', () => {
  it.each(names)('agrees with %s', (name) => {
    const file = program.getSourceFile(join(folder, name));
    const found = ts.getPreEmitDiagnostics(program, file);
    const lines = found.map(({ start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(lines).toEqual([]);
    expect(file?.text).toContain('@ts-expect-error');
  });
});
