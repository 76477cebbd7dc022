// The packed client sells in every runtime, test runner and bundler that its README names, as ES modules and as CommonJS.
import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { headers as names, signing } from '../../../generated/client-facts.ts';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { build } from '../../build.ts';
import manifest from '../../package.json' with { type: 'json' };
import { nestProgram, nestSettings } from './runtimes/nest.ts';
import { openPackedShop, type PackedShop, tool, toolsFolder } from './runtimes/packed.ts';
import { bothForms, type Form, type Settings, shopProgram, sold } from './runtimes/program.ts';

let gateway: TestingSandbox;
let shop: PackedShop;
let settings: Settings;
/** How many names each import has in our sources. */
let counts: string;
/** One line for each row that ran green. */
const table: string[] = [];

function signedWebhook(): Settings['webhook'] {
  const secret = 'the secret of this webhook';
  const data = {
    authority: '2025100121424146HC',
    amount: 250_000,
    order_id: 'ORDER-12345',
    ref_code: '123456789',
    pan: '603799******1234',
    verified_at: '1404-06-29 10:35:00',
  };
  const event = 'payment.completed';
  const signature = createHmac('sha256', secret).update(JSON.stringify(data)).digest('hex');
  return {
    body: JSON.stringify({ event, timestamp: new Date().toISOString(), data, signature }),
    headers: {
      [signing.webhook.signature_header]: signature,
      [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
      [names.webhookEvent]: event,
      [names.webhookId]: 'evt_1',
    },
    secret,
  };
}

beforeAll(async () => {
  [gateway, shop] = await Promise.all([startSandbox(), openPackedShop(build)]);
  const modules = await Promise.all(
    Object.values(manifest.exports).map((source) => import(join(root, 'client', source))),
  );
  counts = modules.map((module) => Object.keys(module).length).join(', ');
}, 600_000);
afterEach(({ task }) => {
  if (task.result?.state !== 'fail') table.push(`  ✓ ${task.suite?.name ?? ''}: ${task.name}`);
});
afterAll(async () => {
  await gateway?.close();
  await shop?.[Symbol.asyncDispose]();
  console.log(['The packed client, by module system and runtime:', ...table].join('\n'));
});

/** Writes the program of the shop, with a webhook of this moment. @returns its file. */
async function program(
  form: Form,
  ending?: Parameters<typeof shopProgram>[3],
  file = `shop.${form === 'esm' ? 'mjs' : 'cjs'}`,
): Promise<string> {
  settings = { gateway, webhook: signedWebhook() };
  await shop.write(file, shopProgram(form, shop.imports, settings, ending));
  return file;
}

const expectSold = (output: string) => expect(output).toContain(`${sold} (${counts})\n`);

const forms: [string, Form][] = [
  ['ES modules', 'esm'],
  ['CommonJS', 'cjs'],
];
const oldNode = (version: string) => join(toolsFolder, `node_modules/node-${version}/bin/node`);
/** The oldest that the manifest allows is tried as well. */
const oldest = `${manifest.engines.node.replace('>=', '')}.0.0`;
const nodes: Record<string, string> = {
  [`Node.js ${oldest}`]: oldNode(oldest),
  'Node.js 20.18.0': oldNode('20.18.0'),
  'Node.js 22.11.0': oldNode('22.11.0'),
  [`Node.js ${process.versions.node}`]: process.execPath,
};

describe.each(Object.entries(nodes))('%s', (name, node) => {
  it.each(forms)('%s', async (_, form) => {
    expect(await shop.run([node, '--version'])).toBe(`v${name.split(' ')[1]}\n`);
    expectSold(await shop.run([node, await program(form)]));
  });

  it('both in one process, each knowing the errors of the other', async () => {
    await shop.write('both.mjs', bothForms);
    expect(await shop.run([node, 'both.mjs'])).toBe('true true true true true\n');
  });
});

describe('Bun', () => {
  it.each(forms)('%s', async (_, form) => {
    expectSold(await shop.run([join(toolsFolder, 'node_modules/.bin/bun'), await program(form)]));
  });
});

describe('Deno', () => {
  it.each(forms)('%s', async (_, form) => {
    expectSold(await shop.run([...tool('deno'), 'run', '--allow-net', '--allow-read', await program(form)]));
  });
});

describe('jest', () => {
  it('CommonJS, as it comes', async () => {
    await program('cjs', 'jest', 'shop.test.js');
    expectSold(await shop.run([...tool('jest'), '--rootDir', shop.folder, 'shop.test.js']));
  });
});

describe('vitest', () => {
  it('ES modules, as it comes', async () => {
    await program('esm', 'vitest', 'shop.test.mjs');
    expectSold(await shop.run([...tool('vitest'), 'run', 'shop.test.mjs']));
  });
});

describe('NestJS', () => {
  it('TypeScript to CommonJS, with decorators and their metadata', async () => {
    await program('cjs');
    await shop.write('nest.ts', nestProgram(settings));
    await shop.write('tsconfig.json', JSON.stringify(nestSettings));
    await shop.run([process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
    expect(await readFile(join(shop.folder, 'nest/nest.js'), 'utf8')).toContain(
      'require("@irandargah/client")',
    );
    expect(await shop.run([oldNode('20.18.0'), 'nest/nest.js'])).toBe('true true -33 function 1348-10-11\n');
  });
});

describe('esbuild', () => {
  it.each(forms)('%s', async (_, form) => {
    const format = `--format=${form}`;
    const bundled = `esbuild.${form === 'esm' ? 'mjs' : 'cjs'}`;
    const options = ['--bundle', '--platform=node', format, `--outfile=${bundled}`];
    await shop.run([join(toolsFolder, 'node_modules/.bin/esbuild'), await program(form), ...options]);
    expectSold(await shop.run([process.execPath, bundled]));
  });

  it('no more than what is used: verifyWebhook alone stays below 5 kB', async () => {
    await shop.write('webhook.mjs', `export { verifyWebhook } from '@irandargah/client';`);
    const options = ['--bundle', '--minify', '--format=esm', '--outfile=webhook.min.js'];
    await shop.run([join(toolsFolder, 'node_modules/.bin/esbuild'), 'webhook.mjs', ...options]);
    expect(gzipSync(await readFile(join(shop.folder, 'webhook.min.js'))).length).toBeLessThan(5000);
  });
});

describe('Vite', () => {
  it.each([
    ['for browsers', { lib: { entry: 'shop.mjs', formats: ['es'], fileName: 'shop' }, target: 'es2022' }],
    ['for a server', { ssr: 'shop.mjs' }],
  ])('%s', async (_, options) => {
    await program('esm');
    const config = { logLevel: 'warn', ssr: { noExternal: true }, build: { ...options, outDir: 'vite' } };
    await shop.write('vite.config.mjs', `export default ${JSON.stringify(config)};`);
    await shop.run([...tool('vite'), 'build']);
    const [file = ''] = await readdir(join(shop.folder, 'vite'));
    const bundled = await readFile(join(shop.folder, 'vite', file), 'utf8');
    expect(bundled).not.toMatch(/from ?['"]@irandargah/);
    await shop.write('vite.mjs', bundled);
    expectSold(await shop.run([process.execPath, 'vite.mjs']));
  });
});

describe('workerd', () => {
  it('ES modules, bundled by esbuild as its own tool does', async () => {
    const conditions = '--conditions=workerd,worker,browser';
    const options = ['--bundle', '--format=esm', conditions, '--outfile=worker.js'];
    const entry = await program('esm', 'workerd', 'entry.mjs');
    await shop.run([join(toolsFolder, 'node_modules/.bin/esbuild'), entry, ...options]);
    await shop.write(
      'workerd.capnp',
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "shop", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2025-09-01")),
  (name = "internet", network = (allow = ["private", "public"])),
]);`,
    );
    expectSold(
      await shop.run([join(toolsFolder, 'node_modules/.bin/workerd'), 'test', 'workerd.capnp', '--verbose']),
    );
  });
});
