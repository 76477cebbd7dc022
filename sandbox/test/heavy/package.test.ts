// What is published installs into an empty folder and is a whole gateway there, on the oldest Node.js it names.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publint } from '../../../client/test/heavy/runtimes/packed.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { build } from '../../build.ts';

const run = promisify(execFile);
let shop: string;
let archive: string;
let oldest: string;

interface Manifest {
  version: string;
  engines?: { node?: string };
  dependencies: Record<string, string>;
}
const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

/** The version after the last `>=` of a range; 0 where there is none. */
const leastOf = ({ engines }: Manifest) => /.*>= ?([0-9.]+)/.exec(engines?.node ?? '')?.[1] ?? '0';

beforeAll(async () => {
  shop = await mkdtemp(join(tmpdir(), 'irandargah-shop-'));
  const built = join(shop, 'built');
  await build(built);
  const { stdout } = await run('npm', ['pack', built, '--silent'], { cwd: shop });
  archive = join(shop, stdout.trim());
  await rm(built, { recursive: true });
  const least = leastOf(await readManifest(join(root, 'sandbox')));
  await writeFile(
    join(shop, 'package.json'),
    JSON.stringify({
      type: 'module',
      allowScripts: { node: true },
      dependencies: { '@irandargah/sandbox': `file:${stdout.trim()}`, node: least },
    }),
  );
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: shop });
  oldest = join(shop, 'node_modules/node/bin/node');
  expect((await run(oldest, ['--version'])).stdout).toBe(`v${least}\n`);
}, 300_000);
afterAll(() => rm(shop, { recursive: true, force: true }));

const payment = '{"amount":100000,"order_id":"A","callback_url":"https://shop.example/callback"}';

describe('the package', () => {
  it('is sound to publint', async () => {
    expect(await publint(archive)).toContain('All good!');
  });

  it('asks for the oldest Node.js that all of its dependencies allow, and for no older one', async () => {
    const installed = join(shop, 'node_modules');
    const manifest = await readManifest(join(installed, '@irandargah/sandbox'));
    const needed = await Promise.all(
      Object.keys(manifest.dependencies).map(async (name) =>
        leastOf(await readManifest(join(installed, name))),
      ),
    );
    needed.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    expect(leastOf(manifest)).toBe(needed.at(-1));
  });

  it('is a command that takes a payment, shows its pages, and keeps its data in the folder it is told', async () => {
    const program = spawn(
      oldest,
      [join(shop, 'node_modules/.bin/irandargah-sandbox'), '--port', '0', '--data', join(shop, 'data')],
      { cwd: shop, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      let output = '';
      for await (const chunk of program.stdout) {
        output += chunk;
        if (output.includes('Webhooks may go')) break;
      }
      const [, url, token] = /answers at (\S+);[\s\S]*token +(\S+)/.exec(output) ?? [];
      const ask = (path: string, body?: string) =>
        fetch(`${url}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            'Content-Type': 'application/json',
            ...(path.startsWith('/v2') ? { Authorization: `Bearer ${token}`, 'Idempotency-Key': path } : {}),
          },
          body,
        });
      const created = (await (await ask('/v2/payments', payment)).json()) as {
        data: { transaction: { authority: string; gateway_url: string } };
      };
      const { authority, gateway_url: page } = created.data.transaction;
      const payersPage = await (await fetch(page)).text();
      expect(payersPage).toContain('dir="rtl"');
      await ask(`/_sandbox/payments/${authority}/pay`, '{"card":"success"}');
      const verified = await ask('/v2/verifications', JSON.stringify({ authority, amount: 100_000 }));
      expect(await verified.json()).toMatchObject({ success: true });
      // Everything that the pages name is there too: styles, scripts, icon and font.
      const dashboard = await (await ask('/dashboard')).text();
      const named = (html: string) =>
        [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|svg|woff2))"/g)].map(
          ([, path]) => new URL(path ?? '', `${url}/dashboard/`).pathname,
        );
      const files = [...new Set([...named(dashboard), ...named(payersPage)])];
      const styles = files.filter((path) => path.endsWith('.css'));
      const fonts: string[] = [];
      for (const path of styles) {
        const text = await (await ask(path)).text();
        for (const [, font] of text.matchAll(/url\(["']?([^)"']+\.woff2)/g)) {
          fonts.push(new URL(font ?? '', `${url}${path}`).pathname);
        }
      }
      expect([styles.length, fonts.length]).toEqual([2, 2]);
      for (const path of [...files, ...fonts]) {
        const answer = await ask(path);
        expect([path, answer.status, (await answer.bytes()).length > 0]).toEqual([path, 200, true]);
      }
      program.kill('SIGTERM');
      expect((await once(program, 'exit'))[0]).toBe(0);
    } finally {
      program.kill('SIGKILL');
    }
  });

  it('attacks a shop: its second command is there too', async () => {
    const { stdout } = await run(oldest, [
      join(shop, 'node_modules/.bin/irandargah-sandbox'),
      'audit',
      '--help',
    ]);
    expect(stdout).toContain('Usage: npx irandargah-sandbox audit --callback-url');
    const audit = [join(shop, 'node_modules/.bin/irandargah-sandbox'), 'audit'];
    const elsewhere = ['--sandbox', 'http://127.0.0.1:9', '--token', 'idg_test_a'];
    await expect(
      run(oldest, [...audit, '--callback-url', 'http://127.0.0.1:9/callback', ...elsewhere]),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('Start it with `npx irandargah-sandbox`') });
  });

  it.each([
    ['the oldest Node.js', () => oldest],
    ['this Node.js', () => process.execPath],
  ])('serves a test suite of plain JavaScript on %s', async (_name, node) => {
    await writeFile(
      join(shop, 'suite.js'),
      `import { startSandbox } from '@irandargah/sandbox/testing';
       const gateway = await startSandbox({ seed: 'a', startsAt: new Date(0) });
       const headers = { Authorization: 'Bearer ' + gateway.token, 'Content-Type': 'application/json', 'Idempotency-Key': 'a' };
       const created = await fetch(gateway.url + '/v2/payments', { method: 'POST', headers, body: '${payment}' });
       const { data } = await created.json();
       const { state } = await gateway.pay(data.transaction.authority);
       console.log(state, await gateway.advance(60));
       await gateway.close();`,
    );
    const { stdout, stderr } = await run(node(), [join(shop, 'suite.js')]);
    expect([stdout, stderr]).toEqual(['AWAITING_VERIFICATION 60\n', '']);
  });

  it('brings types that compile strictly, without our sources', async () => {
    const file = join(shop, 'suite.ts');
    await writeFile(
      file,
      `import { startSandbox, type Paid } from '@irandargah/sandbox/testing';
       const gateway = await startSandbox({ seed: 'a' });
       export const paid: Paid = await gateway.pay('20251001214241ABCDEF', 'success', { callback: true });
       // @ts-expect-error there is no such card
       await gateway.pay('20251001214241ABCDEF', 'gold');`,
    );
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    });
    const found = ts.getPreEmitDiagnostics(program);
    expect(
      found.map(({ file: at, messageText }) => [
        at?.fileName,
        ts.flattenDiagnosticMessageText(messageText, ' '),
      ]),
    ).toEqual([]);
  });
});
