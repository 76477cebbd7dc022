// The C# package is what NuGet takes, and its own checks pass against what is in it.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { contractVersion } from '../../../generated/facts.ts';
import { installNupkg, packCsharp } from './drivers/csharp-nupkg.ts';
import { must } from './drivers/must.ts';

const tests = join(root, 'client/csharp/tests');
let folder: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-nupkg-'));
  archive = await packCsharp(folder);
  await copyFile(await installNupkg(archive, folder), join(folder, 'IranDargah.Client.dll'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('has a manifest with the version of the contract, a library with its documentation, and a README', async () => {
  expect(archive).toMatch(new RegExp(`IranDargah\\.Client\\.${contractVersion}\\.nupkg$`));
  const entries = unzipSync(await readFile(archive));
  expect(Object.keys(entries).sort()).toEqual([
    'IranDargah.Client.nuspec',
    'LICENSE',
    'README.md',
    '[Content_Types].xml',
    '_rels/.rels',
    'lib/net461/IranDargah.Client.dll',
    'lib/net461/IranDargah.Client.xml',
  ]);
  const text = (name: string) => strFromU8(entries[name] as Uint8Array);
  const manifest = text('IranDargah.Client.nuspec');
  for (const line of [
    '<id>IranDargah.Client</id>',
    `<version>${contractVersion}</version>`,
    '<license type="expression">MIT</license>',
    '<readme>README.md</readme>',
  ]) {
    expect(manifest).toContain(line);
  }
  expect(text('_rels/.rels')).toContain('Target="/IranDargah.Client.nuspec"');
  // Each file has a type, without which no reader of such archives opens it.
  for (const name of Object.keys(entries).filter((one) => !one.startsWith('['))) {
    const [, extension] = /\.(\w+)$/.exec(name) ?? [];
    const type = extension ? `Extension="${extension}"` : `PartName="/${name}"`;
    expect(text('[Content_Types].xml')).toContain(type);
  }
  expect(text('lib/net461/IranDargah.Client.xml')).toContain(
    'M:IranDargah.IranDargahClient.VerifyPaymentAsync',
  );
});

it('does what no scenario asks: options, handlers, cancellation, limits, redaction, and the inbox in SQLite', async () => {
  const references = ['IranDargah.Client', 'System.Data', 'System.Net.Http', 'Mono.Data.Sqlite'];
  await must(
    [
      'mcs',
      '-langversion:7.2',
      '-out:PackageTest.exe',
      ...references.map((name) => `-r:${name}.dll`),
      join(tests, 'PackageTest.cs'),
    ],
    folder,
  );
  expect(await must(['mono', 'PackageTest.exe'], folder)).toMatch(/^[1-9]\d+ passed, 0 failed$/m);
});
