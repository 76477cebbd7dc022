// Adds up what the steps of .ci/run reported, and ends with the line that tells how many passed and failed.
import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** The one suite that needs something which not every machine has: a copy of the published page. */
const mayBeSkipped = 'tests/heavy/page-samples.test.ts';

/** What that suite says when it skips itself; whatever else is skipped in it is a failure like any other. */
const sentence = /^the page's own samples were not run/;

const excused = ({ testResults }: VitestReport) =>
  testResults
    .filter(({ name }) => name.endsWith(mayBeSkipped))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, fullName }) => status !== 'passed' && sentence.test(fullName))
    .map(({ fullName }) => fullName);

/** The tests that failed, by file and name: a log that is cut somewhere still tells them at its end. */
const failures = ({ testResults }: VitestReport) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative(process.cwd(), name)} > ${fullName}`),
  );

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder of the results.');

let passed = 0;
let failed = 0;
for (const file of globSync(join(folder, '*.step'))) {
  const name = basename(file, '.step');
  const ok = readFileSync(file, 'utf8').trim() === 'pass';
  const [report] = globSync(join(folder, `${name}.json`)).map(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as VitestReport,
  );
  // A skipped test is a failure here: what is not run is not proven.
  const skipped = report ? excused(report) : [];
  const bad = report
    ? report.numFailedTests + report.numPendingTests - skipped.length + report.numTodoTests
    : 0;
  passed += (report?.numPassedTests ?? 0) + (ok && !report ? 1 : 0);
  // A step that failed without a failed test (a crash, a missing tool) counts as one failure.
  failed += bad > 0 ? bad : ok ? 0 : 1;
  console.log(
    `  ${ok && bad === 0 ? '✓' : '✗'} ${name}${report ? `: ${report.numPassedTests} passed, ${bad} failed or skipped` : ''}`,
  );
  for (const name of report ? failures(report) : []) console.log(`    ✗ ${name}`);
  for (const name of skipped) console.log(`    ! SKIPPED: ${name}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
