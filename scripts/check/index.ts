// `npm run check`: everything about the project that needs no running server. Exit code 0 only without findings.
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../foundation/commands/run-program.ts';
import { generatedFolder, languages, root } from '../../foundation/reader/paths.ts';
import { lint, lintBy } from '../../foundation/reader/redocly.ts';
import { changesSinceRelease, releasedContract } from '../../foundation/reader/released.ts';
import { makeArtifacts } from '../generate/artifacts.ts';
import { differences } from '../generate/index.ts';
import { licenceFindings } from './licences.ts';
import { ibmFindings } from './linters/ibm.ts';
import { scoreFindings } from './linters/score.ts';
import { spectralFindings } from './linters/spectral.ts';
import { parserFindings } from './parser.ts';
import { arrowFindings } from './rooms/arrows.ts';

/** A check gives one line for each finding, none when all is well. */
type Check = { name: string; advice: string; run: () => Promise<string[]> };

/** Runs a command of node_modules/.bin (or node itself) and takes its output as findings when it fails. */
function command(...[program, ...args]: [string, ...string[]]): () => Promise<string[]> {
  const file = program === 'node' ? process.execPath : join(root, 'node_modules/.bin', program);
  return async () => {
    const { code, stdout, stderr } = await runProgram(file, args, { cwd: root });
    return code === 0 ? [] : `${stdout}\n${stderr}`.trim().split('\n');
  };
}

/** The documents that everybody's tools read. */
const published = languages.map((language) => join(generatedFolder, `openapi.${language}.yaml`));

const checks: Check[] = [
  {
    name: 'generated/ is what openapi/ gives',
    advice: 'run `npm run generate` and commit the result',
    run: async () => differences(await makeArtifacts((_, work) => work())),
  },
  {
    name: 'the published contract passes the linter without any relaxation',
    advice: 'mend scripts/generate/publish/, or openapi/',
    run: () => lintBy('scripts/check/linters/redocly.yaml', ...published),
  },
  {
    name: "Spectral's rules find nothing in it either",
    advice: 'mend scripts/generate/publish/, or openapi/',
    run: () => spectralFindings(...published),
  },
  {
    name: "each kind of finding of IBM's validator is explained",
    advice: 'mend it, or explain it in docs/linters.md and docs/linters.fa.md',
    // It judges the form alone, which is the same in both languages.
    run: () => ibmFindings(join(generatedFolder, 'openapi.en.json')),
  },
  {
    name: "Redocly's score has not sunk",
    advice: 'docs/linters.md says what it measures',
    run: () => scoreFindings(...published),
  },
  { name: 'swagger-parser accepts the bundles', advice: 'mend openapi/', run: parserFindings },
  {
    name: 'the workflows are valid Arazzo',
    advice: 'mend openapi/workflows/',
    run: () => lint(...globSync('openapi/workflows/*.arazzo.yaml', { cwd: root })),
  },
  {
    name: 'the version announces every change since the release',
    advice: 'raise info.version, or take the change back',
    run: async () =>
      existsSync(releasedContract) ? changesSinceRelease() : ['openapi/released/openapi.yaml is missing'],
  },
  {
    name: 'all prose is translated',
    advice: 'mend the named overlays, then `npm run translations -- --stamp`',
    run: command('node', 'scripts/translations/index.ts'),
  },
  {
    name: 'the decisions fit the marks of the contract, and their table is current',
    advice: 'mend what is named, then run `npm run decisions`',
    run: command('node', 'scripts/decisions/index.ts', '--check'),
  },
  {
    name: 'the imports run as docs/architecture.md draws them, and in no circle',
    advice: 'mend what is named',
    run: () => arrowFindings(root),
  },
  { name: 'types', advice: 'mend the named lines', run: command('tsc', '--noEmit') },
  {
    name: 'format and style',
    advice: 'run `npx @biomejs/biome check --write`',
    run: command('biome', 'check'),
  },
  { name: 'no dead code', advice: 'remove what nothing uses', run: command('knip') },
  { name: 'licences are permissive', advice: 'choose another package', run: licenceFindings },
];

let failed = 0;
for (const { name, advice, run } of checks) {
  const start = performance.now();
  const findings = await run().catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (findings.length === 0) {
    console.log(`  ✓ ${name} (${seconds} s)`);
  } else {
    failed += 1;
    console.error(`  ✗ ${name}: ${advice}`);
    for (const finding of findings) console.error(`      ${finding}`);
  }
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
