// The report as JUnit XML, which every CI system reads.
import { parts } from '../run/part.ts';
import type { RecordedCase, ReportedFinding } from '../run/recorder.ts';
import { groundsInWords, isFailure, type Report } from './report.ts';

/** Escapes text for XML, and drops the characters that XML cannot carry at all. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 forbids
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .toWellFormed()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function textOf(finding: ReportedFinding): string {
  const { at, expected, got, place, repeat } = finding;
  return [
    `at ${at}`,
    `expected ${expected}`,
    `got ${got}`,
    `rule ${place}`,
    ...groundsInWords(finding).map(([name, text]) => `${name} ${text}`),
    ...(repeat ? [`repeat ${repeat}`] : []),
  ].join('\n');
}

function failure(finding: ReportedFinding): string {
  const { at, expected, got } = finding;
  return `      <failure type="${finding.word}" message="${escaped(`${at}: expected ${expected}, got ${got}`)}">${escaped(textOf(finding))}</failure>`;
}

/** What does not fail the run is told beside it, where CI systems show what a test has printed. */
function remarks(findings: ReportedFinding[]): string[] {
  if (findings.length === 0) return [];
  const texts = findings.map((finding) => `${finding.word}\n${textOf(finding)}`);
  return [`      <system-out>${escaped(texts.join('\n\n'))}</system-out>`];
}

function caseLines(
  { operation, name, outcome, reason }: RecordedCase,
  own: ReportedFinding[],
  strict: boolean,
): string[] {
  const open = `    <testcase classname="${escaped(operation)}" name="${escaped(name)}"`;
  const inside =
    outcome === 'not reached'
      ? [`      <skipped message="${escaped(reason ?? '')}"/>`]
      : [
          ...own.filter((finding) => isFailure(finding, strict)).map(failure),
          ...remarks(own.filter((finding) => !isFailure(finding, strict))),
        ];
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, '    </testcase>'];
}

/** @returns a document with one suite for each part of the run, and one test case for each case */
export function junitReport(report: Report): string {
  const suites = parts.flatMap((part) => {
    const cases = report.cases.filter((one) => one.part === part);
    if (cases.length === 0) return [];
    const { strict, findings } = report;
    const own = ({ operation, name }: RecordedCase) =>
      findings.filter((found) => found.operation === operation && found.example === name);
    const lines = cases.flatMap((one) => caseLines(one, own(one), strict));
    const failures = cases.filter((one) =>
      one.outcome === 'broken' ? true : strict && one.outcome === 'differs',
    ).length;
    const skipped = cases.filter(({ outcome }) => outcome === 'not reached').length;
    const count = (outcome: RecordedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
    return [
      `  <testsuite name="${part}" tests="${cases.length}" failures="${failures}" skipped="${skipped}" timestamp="${report.startedAt}">`,
      '    <properties>',
      ...(['broken', 'differs'] as const).map(
        (word) => `      <property name="${word}" value="${count(word)}"/>`,
      ),
      '    </properties>',
      ...lines,
      '  </testsuite>',
    ];
  });
  const problem =
    report.verdict === 'unjudged'
      ? [
          '  <testsuite name="run" tests="1" errors="1">',
          `    <testcase classname="run" name="judge"><error message="${escaped(report.problem ?? '')}"/></testcase>`,
          '  </testsuite>',
        ]
      : [];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(report.target)}" time="${report.seconds.toFixed(3)}">`,
    ...suites,
    ...problem,
    '</testsuites>',
    '',
  ].join('\n');
}
