// The report as JUnit XML, which every CI system reads.
import type { Violation } from '../judge/finding.ts';
import { parts } from '../run/recorder.ts';
import type { Report } from './report.ts';

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

function failure({ at, expected, got, place, repeat }: Violation): string {
  const text = [
    `at ${at}`,
    `expected ${expected}`,
    `got ${got}`,
    `rule ${place}`,
    ...(repeat ? [`repeat ${repeat}`] : []),
  ];
  return `      <failure message="${escaped(`${at}: expected ${expected}, got ${got}`)}">${escaped(text.join('\n'))}</failure>`;
}

/** @returns a document with one suite for each part of the run, and one test case for each case */
export function junitReport(report: Report): string {
  const suites = parts.flatMap((part) => {
    const cases = report.cases.filter((one) => one.part === part);
    if (cases.length === 0) return [];
    const lines = cases.flatMap(({ operation, name, outcome, reason }) => {
      const own = report.violations.filter(
        (found) => found.operation === operation && found.example === name,
      );
      const open = `    <testcase classname="${escaped(operation)}" name="${escaped(name)}"`;
      if (outcome === 'kept') return [`${open}/>`];
      const inside =
        outcome === 'broken' ? own.map(failure) : [`      <skipped message="${escaped(reason ?? '')}"/>`];
      return [`${open}>`, ...inside, '    </testcase>'];
    });
    const broken = cases.filter(({ outcome }) => outcome === 'broken').length;
    const skipped = cases.filter(({ outcome }) => outcome === 'not reached').length;
    return [
      `  <testsuite name="${part}" tests="${cases.length}" failures="${broken}" skipped="${skipped}" timestamp="${report.startedAt}">`,
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
