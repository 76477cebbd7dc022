// What is published is usable from JavaScript and from TypeScript that know nothing of this repository.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { build } from '../../build.ts';

const run = promisify(execFile);
let shop: string;
let published: string;

beforeAll(async () => {
  shop = await mkdtemp(join(tmpdir(), 'irandargah-shop-'));
  published = join(shop, 'node_modules/@irandargah/client');
  await mkdir(published, { recursive: true });
  for (const name of ['jalaali-js', 'openapi-fetch', 'openapi-typescript-helpers']) {
    await symlink(join(root, 'node_modules', name), join(shop, 'node_modules', name));
  }
  await build(published);
  await writeFile(join(shop, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(shop, { recursive: true, force: true }));

it('installs by the commands of its README, together with what it depends on', async () => {
  const readme = await readFile(join(root, 'client/README.md'), 'utf8');
  const pack = readme.match(/npm pack \.\/client\/dist/)?.[0] ?? '';
  const install = readme.match(/npm install \/path\/to\/the\/clone\/\S+\.tgz/)?.[0] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-install-'));
  try {
    const [clone, other] = [join(folder, 'clone'), join(folder, 'shop')];
    await mkdir(other);
    await build(join(clone, 'client/dist'));
    await run('sh', ['-ec', `${pack} --silent`], { cwd: clone });
    await writeFile(join(other, 'package.json'), '{ "type": "module" }');
    const command = install.replace('/path/to/the/clone', clone);
    await run('sh', ['-ec', `${command} --prefer-offline --no-audit --no-fund`], { cwd: other });
    const script = `
      import { createGatewayFetch } from '@irandargah/client';
      import { parseJalali } from '@irandargah/client/jalali';
      console.log(typeof createGatewayFetch, typeof parseJalali);`;
    await writeFile(join(other, 'shop.js'), script);
    expect((await run(process.execPath, ['shop.js'], { cwd: other })).stdout).toBe('function function\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);

describe('the package', () => {
  it('needs nothing of Node.js, and of other packages only what its manifest names', async () => {
    const manifest = JSON.parse(await readFile(join(published, 'package.json'), 'utf8'));
    const modules = await Promise.all(
      [
        'index.js',
        'jalali.js',
        ...['memory', 'postgres', 'mysql', 'sqlite'].map((name) => `stores/${name}.js`),
      ].map((name) => readFile(join(published, name), 'utf8')),
    );
    const imported = modules.flatMap((text) =>
      [...text.matchAll(/\bfrom "([^"]+)"/g)].map(([, from]) => from),
    );
    const others = imported.filter((from) => !from?.startsWith('.'));
    expect(others.sort()).toEqual(Object.keys(manifest.dependencies).sort());
    for (const text of modules) expect(text).not.toMatch(/\b(process\.|Buffer\.|require\(|__dirname)/);
  });

  it('runs from plain JavaScript', async () => {
    const script = `
      import { createClient, toman } from '@irandargah/client';
      import { printJalaliDay } from '@irandargah/client/jalali';
      import { handleOnce } from '@irandargah/client';
      import { memoryStore } from '@irandargah/client/stores/memory';
      import { sqliteStore } from '@irandargah/client/stores/sqlite';
      const event = { fingerprint: 'shop.tested:abc' };
      const database = { prepare: () => ({ run: () => ({ changes: 1 }) }) };
      for (const store of [memoryStore(), sqliteStore(database)]) console.log(await handleOnce(event, store, () => {}));
      const client = createClient({ token: 'idg_test_x', environment: 'sandbox', retries: 0, fetch: async () => new Response('<html>') });
      const { error } = await client.createPayment({ amount: toman(25000), order_id: 'A', callback_url: 'https://shop.example' });
      console.log(error.code, error.name, printJalaliDay(new Date(0)));`;
    await writeFile(join(shop, 'shop.js'), script);
    const { stdout } = await run(process.execPath, [join(shop, 'shop.js')]);
    expect(stdout).toBe('200\n200\nunreadable IranDargahError 1348-10-11\n');
  });

  it('brings types that compile strictly, without our sources', async () => {
    const file = join(shop, 'shop.ts');
    await writeFile(
      file,
      `import { createClient, handleOnce, toman, type Result, type WebhookEvent } from '@irandargah/client';
       import { parseJalali } from '@irandargah/client/jalali';
       import { createTable, postgresStore, type PostgresConnection } from '@irandargah/client/stores/postgres';
       export const answer = (event: WebhookEvent, pool: PostgresConnection): Promise<200 | 503> =>
         handleOnce(event, postgresStore(pool), (_, markDone) => markDone(pool));
       export const migrations: string[] = [createTable];
       const client = createClient({ token: 'idg_test_x', environment: 'sandbox' });
       export const result: Promise<Result<'createPayment'>> =
         client.createPayment({ amount: toman(1), order_id: 'A', callback_url: 'https://shop.example' });
       export const moment: Date = parseJalali('1404-01-01');
       // @ts-expect-error the amount has no unit
       client.createPayment({ amount: 1, order_id: 'A', callback_url: 'https://shop.example' });`,
    );
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    });
    const found = ts.getPreEmitDiagnostics(program);
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
  });
});
