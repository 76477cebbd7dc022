// The report as JUnit XML, which every CI system reads.
import { create } from 'xmlbuilder2';
import { parts } from '../run/part.ts';
import type { RecordedCase, ReportedFinding } from '../run/recorder.ts';
import { exchangeInWords } from './exchange.ts';
import { groundsInWords, isFailure, type Report } from './report.ts';

function textOf(finding: ReportedFinding): string {
  const { at, expected, got, place, repeat, exchange, script } = finding;
  return [
    `at ${at}`,
    `expected ${expected}`,
    `got ${got}`,
    `rule ${place}`,
    ...groundsInWords(finding).map(([name, text]) => `${name} ${text}`),
    ...(repeat ? [`repeat ${repeat}`] : []),
    ...exchangeInWords(exchange).map(([name, text]) => `${name} ${text}`),
    ...(script ?? []),
  ].join('\n');
}

function failure(finding: ReportedFinding) {
  const { word, at, expected, got } = finding;
  return { '@type': word, '@message': `${at}: expected ${expected}, got ${got}`, '#': textOf(finding) };
}

/** What does not fail the run is told beside it, where CI systems show what a test has printed. */
const remarks = (findings: ReportedFinding[]) =>
  findings.map((finding) => `${finding.word}\n${textOf(finding)}`).join('\n\n');

const timed = (seconds: number) => seconds.toFixed(3);

function testCase({ operation, name, outcome, reason, seconds }: RecordedCase, { findings, strict }: Report) {
  const own = findings.filter((found) => found.operation === operation && found.example === name);
  const { failing = [], passing = [] } = Object.groupBy(own, (finding) =>
    isFailure(finding, strict) ? 'failing' : 'passing',
  );
  return {
    '@classname': operation,
    '@name': name,
    '@time': timed(seconds),
    ...(outcome === 'not reached'
      ? { skipped: { '@message': reason ?? '' } }
      : {
          failure: failing.map(failure),
          ...(passing.length > 0 && { 'system-out': remarks(passing) }),
        }),
  };
}

/** @returns a document with one suite for each part of the run, and one test case for each case */
export function junitReport(report: Report): string {
  const suites = parts.flatMap((part) => {
    const cases = report.cases.filter((one) => one.part === part);
    if (cases.length === 0) return [];
    const count = (outcome: RecordedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
    return {
      '@name': part,
      '@tests': cases.length,
      '@failures': count('broken') + (report.strict ? count('differs') : 0),
      '@skipped': count('not reached'),
      '@time': timed(cases.reduce((sum, { seconds }) => sum + seconds, 0)),
      '@timestamp': report.startedAt,
      properties: {
        property: (['broken', 'differs'] as const).map((word) => ({ '@name': word, '@value': count(word) })),
      },
      testcase: cases.map((one) => testCase(one, report)),
    };
  });
  const judge = {
    '@classname': 'run',
    '@name': 'judge',
    '@time': timed(0),
    error: { '@message': report.problem ?? '' },
  };
  const problem = { '@name': 'run', '@tests': 1, '@errors': 1, testcase: judge };
  const testsuites = {
    '@name': report.target,
    '@time': timed(report.seconds),
    testsuite: report.verdict === 'unjudged' ? [...suites, problem] : suites,
  };
  // What XML cannot carry at all, a server may still have answered.
  const options = { encoding: 'UTF-8', invalidCharReplacement: '\ufffd' };
  return `${create(options, { testsuites }).end({ prettyPrint: true })}\n`;
}
