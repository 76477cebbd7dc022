// Reports in every format tell the same, and are well-formed whatever a server has answered.
import { describe, expect, it } from 'vitest';
import { measureCoverage } from '../src/coverage.ts';
import type { Finding } from '../src/judge/finding.ts';
import { consoleReport } from '../src/report/console.ts';
import { htmlReport } from '../src/report/html.ts';
import { junitReport } from '../src/report/junit.ts';
import { exitCodeOf, groupsOf, type Report, reportOf } from '../src/report/report.ts';
import { maskOf } from '../src/run/mask.ts';
import { createRecorder } from '../src/run/recorder.ts';

const hostile = '<script>alert("1 & 2")</script> \u0000\u0007 ]]> خطا';

interface Given {
  problem?: string;
  strict?: boolean;
  findings?: Finding[];
}

const stated: Finding = {
  at: '/body/a',
  expected: 'nothing',
  got: `${hostile} a-secret-key`,
  rule: '#/components/schemas/PaymentStatus/type',
};
const assumed: Finding = {
  at: '/status',
  expected: 'HTTP 404',
  got: 'HTTP 400',
  rule: '#/components/schemas/ErrorTransactionNotFound/x-status-code/http',
};
const shownOnly: Finding = {
  ...assumed,
  at: '/body/data/meta',
  rule: '#/components/schemas/PaymentMeta/required/cached',
};
const added: Finding = { ...stated, at: '/body/trace_id', got: '1', addition: 'field trace_id' };

function report({ problem, strict = false, findings = [stated] }: Given = {}): Report {
  const recorder = createRecorder(maskOf({ CONTRACT_SECRET_KEY: 'a-secret-key' }));
  recorder.record({ part: 'replay', operation: 'getPayment', name: '200 completed' }, []);
  recorder.record(
    { part: 'negative', operation: 'getPayment', name: 'path authority pattern', repeat: 'npm run contract' },
    findings,
  );
  recorder.notReached('replay', 'createPayment', '200 production', 'it would change something');
  return reportOf({
    ...(problem !== undefined && { problem }),
    strict,
    target: 'https://example.com',
    seed: 7,
    startedAt: '2026-01-01T00:00:00.000Z',
    seconds: 1.5,
    cases: recorder.cases,
    findings: recorder.findings,
    coverage: measureCoverage(recorder, () => 'no key', 'nothing led to it'),
  });
}

const formats = {
  console: consoleReport,
  html: htmlReport,
  junit: junitReport,
  json: (one: Report) => JSON.stringify(one),
};

describe.each(Object.entries(formats))('the report for %s', (_, format) => {
  it('names operation, case, place, expected and what is to be typed', () => {
    const text = format(report());
    for (const part of [
      'getPayment',
      'path authority pattern',
      '/body/a',
      'openapi/common/schemas.yaml:',
      'npm run contract',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says what was not reached, and why', () => {
    expect(format(report())).toContain('it would change something');
  });

  it('never shows a secret', () => {
    expect(format(report())).not.toContain('a-secret-key');
    expect(format(report())).toContain('(CONTRACT_SECRET_KEY)');
  });

  it('names the decision behind a rule, and the lines of the page', () => {
    const text = format(report({ findings: [assumed, shownOnly] }));
    expect(text).toContain('docs/decisions/0002-http-status-of-each-error.md');
    expect(text).toMatch(/443-446/);
  });

  it('says why a run could not be judged', () => {
    expect(format(report({ problem: 'Nothing listens.' }))).toContain('Nothing listens.');
  });
});

describe('what a server has answered', () => {
  it('cannot become markup', () => {
    expect(htmlReport(report())).not.toContain('<script');
    expect(junitReport(report())).not.toContain('<script');
  });

  it('cannot make the XML malformed', () => {
    const text = junitReport(report());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 forbids
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const opened = [...text.matchAll(/<([a-z-]+)(?=[ >])[^>]*(?<!\/)>/g)].map(([, name]) => name).sort();
    const closed = [...text.matchAll(/<\/([a-z-]+)>/g)].map(([, name]) => name).sort();
    expect(opened.filter((name) => name !== 'xml')).toEqual(closed);
  });

  it('is counted in the suites', () => {
    expect(junitReport(report())).toMatch(/<testsuite name="replay" tests="2" failures="0" skipped="1"/);
    expect(junitReport(report())).toMatch(/<testsuite name="negative" tests="1" failures="1" skipped="0"/);
  });
});

const repeated = (finding: Finding, times: number) => Array.from({ length: times }, () => finding);

describe('findings', () => {
  it('of one kind are one, however often they were made', () => {
    const findings = [
      ...repeated(added, 50),
      ...repeated({ ...added, at: '/body/data/trace_id', rule: '#/components/schemas/PaymentData' }, 54),
    ];
    const text = consoleReport(report({ findings }));
    expect(text.match(/trace_id/g)).toHaveLength(2);
    expect(text).toContain(
      '1. field trace_id, 104 times; first in getPayment, path authority pattern, at /body/trace_id',
    );
    expect(report({ findings }).counts).toEqual({ broken: 0, differs: 0, noted: 1 });
  });

  it('stand in the order of their weight', () => {
    const { findings } = report({ findings: [added, assumed, stated, assumed] });
    expect(groupsOf(findings).map(({ word, all }) => [word, all.length])).toEqual([
      ['broken', 1],
      ['differs', 2],
      ['noted', 1],
    ]);
  });

  it.each([
    [
      [],
      'keeps the contract as far as it was reached: 0 broken, 0 differ, 0 noted; 1 of 3 cases not reached (it would change something) (1.5 s).',
    ],
    [
      [added],
      'keeps the contract as far as it was reached: 0 broken, 0 differ, 1 noted; 1 of 3 cases not reached (it would change something) (1.5 s).',
    ],
    [[assumed, shownOnly], '0 broken, 2 differ (decision 2; example 443-446, 536-539), 0 noted; 1 of 3'],
    [[stated, assumed], 'breaks the contract: 1 broken, 1 differ (decision 2), 0 noted; 1 of 3'],
  ])('are summed up in one line (%#)', (findings, words) => {
    expect(consoleReport(report({ findings })).split('\n').at(-1)).toContain(words);
  });
});

describe('the exit code', () => {
  it.each([
    ['nothing is found', { findings: [] }, 0, 0],
    ['something is added', { findings: [added] }, 0, 0],
    ['an assumption is contradicted', { findings: [added, assumed] }, 0, 1],
    ['only an example is contradicted', { findings: [shownOnly] }, 0, 1],
    ['a stated rule is contradicted', { findings: [added, assumed, stated] }, 1, 1],
    ['it could not be judged', { problem: 'Nothing listens.' }, 2, 2],
  ] as [string, Given, number, number][])('when %s', (_, given, code, strictCode) => {
    expect(exitCodeOf(report(given))).toBe(code);
    expect(exitCodeOf(report({ ...given, strict: true }))).toBe(strictCode);
  });
});

describe('a report for CI', () => {
  const suite = (given: Given) => junitReport(report(given));

  it('fails for what is broken, and shows the rest beside it', () => {
    const text = suite({ findings: [stated, assumed, added] });
    expect(text.match(/<failure type="broken"/g)).toHaveLength(1);
    expect(text).toMatch(
      /<system-out>differs\nat \/status[\s\S]*noted\nat \/body\/trace_id[\s\S]*<\/system-out>/,
    );
  });

  it('fails for what differs only when the run is strict', () => {
    expect(suite({ findings: [assumed] })).toMatch(/name="negative" tests="1" failures="0"/);
    expect(suite({ findings: [assumed] })).toContain('<property name="differs" value="1"/>');
    const strict = suite({ findings: [assumed], strict: true });
    expect(strict).toMatch(/name="negative" tests="1" failures="1"/);
    expect(strict).toContain('<failure type="differs"');
  });
});
