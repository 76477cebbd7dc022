// The compiler accepts right code and refuses wrong code, and the samples of the README are right.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';

const folder = join(import.meta.dirname, 'types');

/** What a shop has of its own, for samples that do not define it themselves. */
const surroundings: Record<string, string> = {
  gateway: `import('../../src/index.ts').IranDargahClient`,
  store: `import('../../src/index.ts').WebhookStore`,
  database: `{ findPayment(authority: string): Promise<import('../../src/index.ts').StoredPayment | undefined> }`,
  lookAgain: '(authority: string) => Promise<void>',
  event: `import('../../src/index.ts').WebhookEvent`,
  pool: `import('pg').Pool`,
  request: 'Request',
  rawBody: 'string',
  secret: 'string',
  authority: 'string',
  idempotencyKey: 'string',
};

/** A sample of the README as a module: its imports, then its lines inside a function. */
function moduleOf(sample: string): string {
  const lines = sample.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  const declared = Object.entries(surroundings)
    .filter(([name]) => !new RegExp(`const (\\w+|\\{[^}]*\\b)?${name}\\b`).test(sample))
    .map(([name, type]) => `declare const ${name}: ${type};`);
  return [...imports, ...declared, 'export async function sample() {', ...rest, '}'].join('\n');
}

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const samples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, sample = '']) => moduleOf(sample));

const files = new Map<string, string>([
  ...readdirSync(folder).map(
    (name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')] as const,
  ),
  ...samples.map((text, index) => [join(folder, `readme-sample-${index + 1}.ts`), text] as const),
]);

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (name) => files.has(name) || fileExists(name);
host.readFile = (name) => files.get(name) ?? readFile(name);
const program = ts.createProgram(
  [...files.keys()],
  { ...options, exactOptionalPropertyTypes: true, noUnusedLocals: false },
  host,
);

describe('the compiler', () => {
  it.each([...files.keys()].map((path) => ({ path, name: path.slice(folder.length + 1) })))(
    'agrees with $name',
    ({ path }) => {
      const file = program.getSourceFile(path);
      const found = ts.getPreEmitDiagnostics(program, file).map(({ start = 0, messageText }) => {
        const line = file?.text.slice(0, start).split('\n').length;
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
      expect(found).toEqual([]);
    },
  );

  it('is asked about wrong code, and about every sample', () => {
    const wrong = [...files.values()].join('').match(/@ts-expect-error/g)?.length;
    expect(wrong).toBeGreaterThan(30);
    expect(samples.length).toBeGreaterThan(6);
  });
});
