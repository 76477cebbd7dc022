// One version for all that is released together: each package, and each document beside the contract, states the contract's.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../foundation/reader/paths.ts';
import { contractVersion } from '../generated/facts.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a file says by a pattern, which must be there. */
const written = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[1];

/** The packages of each language, and what they want of the generated client, which has the contract's version. */
const stated: [file: string, what: string, versionIn: (text: string) => unknown][] = [
  ...['package.json', 'client/package.json', 'contract-tests/package.json', 'sandbox/package.json'].map(
    (file): (typeof stated)[number] => [file, 'version', (text) => JSON.parse(text).version],
  ),
  ...['', 'client', 'contract-tests', 'sandbox'].map((folder): (typeof stated)[number] => [
    'package-lock.json',
    `version of "${folder}"`,
    (text) => JSON.parse(text).packages[folder].version,
  ]),
  ['package-lock.json', 'version', (text) => JSON.parse(text).version],
  ['client/php/composer.json', 'version', (text) => JSON.parse(text).version],
  ...['laravel', 'woocommerce'].flatMap((name): typeof stated => [
    [`client/php/${name}/composer.json`, 'version', (text) => JSON.parse(text).version],
    [`client/php/${name}/composer.json`, 'client', (text) => JSON.parse(text).require['irandargah/client']],
  ]),
  ['client/php/woocommerce/irandargah.php', 'version', written(/\* Version: (.+)$/m)],
  ['client/php/README.md', 'requirement', written(/"irandargah\/client": "([^"]+)"/)],
  ['client/python/pyproject.toml', 'version', written(/^version = "([^"]+)"/m)],
  [
    'client/java/pom.xml',
    'version',
    written(/<artifactId>irandargah-client<\/artifactId>\s*<version>([^<]+)</),
  ],
  ['client/csharp/IranDargah.Client.csproj', 'version', written(/<Version>([^<]+)</)],
  [
    'client/go/go.mod',
    'major version',
    (text) => contractVersion.replace(/^[0-9]+/, String(written(/^module .*\/v([0-9]+)$/m)(text))),
  ],
  ['client/go/README.md', 'tag', written(/`client\/go\/v([^`]+)`/)],
];

test.each(stated)('%s states the version of the contract: %s', (file, _, versionIn) => {
  expect(versionIn(read(file))).toBe(contractVersion);
});

// An overlay, a workflow and the control API fit the contract that they were released with, and no other.
const documents = globSync(
  ['openapi/**/*.{overlay,arazzo}.yaml', 'openapi/dialects/*.yaml', 'sandbox/openapi/control.yaml'],
  {
    cwd: root,
  },
);

test('every overlay, every workflow and the control API state it too', () => {
  expect(documents.length).toBeGreaterThan(1);
  const versions = documents.map((file) => [file, parse(read(file)).info.version]);
  expect(versions).toEqual(documents.map((file) => [file, contractVersion]));
});
