// Reports in every format tell the same, and are well-formed whatever a server has answered.
import { describe, expect, it } from 'vitest';
import { measureCoverage } from '../src/coverage.ts';
import { consoleReport } from '../src/report/console.ts';
import { htmlReport } from '../src/report/html.ts';
import { junitReport } from '../src/report/junit.ts';
import { exitCodeOf, type Report, reportOf } from '../src/report/report.ts';
import { maskOf } from '../src/run/mask.ts';
import { createRecorder } from '../src/run/recorder.ts';

const hostile = '<script>alert("1 & 2")</script> \u0000\u0007 ]]> خطا';

function report(verdict: Report['verdict'] = 'broken', secret = 'a-secret-key'): Report {
  const recorder = createRecorder(maskOf({ CONTRACT_SECRET_KEY: secret }));
  recorder.record({ part: 'replay', operation: 'getPayment', name: '200 completed' }, []);
  recorder.record(
    { part: 'negative', operation: 'getPayment', name: 'path authority pattern', repeat: 'npm run contract' },
    [
      {
        at: '/body/a',
        expected: 'nothing',
        got: `${hostile} a-secret-key`,
        rule: '#/components/schemas/Amount/minimum',
      },
    ],
  );
  recorder.notReached('replay', 'createPayment', '200 production', 'it would change something');
  return reportOf({
    verdict,
    ...(verdict === 'unjudged' && { problem: 'Nothing listens.' }),
    target: 'https://example.com',
    seed: 7,
    startedAt: '2026-01-01T00:00:00.000Z',
    seconds: 1.5,
    cases: recorder.cases,
    violations: recorder.violations,
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

  it('says why a run could not be judged', () => {
    expect(format(report('unjudged'))).toContain('Nothing listens.');
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
    const opened = [...text.matchAll(/<([a-z]+)[^>]*[^/]>/g)].map(([, name]) => name).sort();
    const closed = [...text.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name).sort();
    expect(opened.filter((name) => name !== 'xml')).toEqual(closed);
  });

  it('is counted in the suites', () => {
    expect(junitReport(report())).toMatch(/<testsuite name="replay" tests="2" failures="0" skipped="1"/);
    expect(junitReport(report())).toMatch(/<testsuite name="negative" tests="1" failures="1" skipped="0"/);
  });
});

describe('the exit code', () => {
  it.each([
    ['kept', 0],
    ['broken', 1],
    ['unjudged', 2],
  ] as const)('of %s is %i', (verdict, code) => {
    expect(exitCodeOf({ verdict })).toBe(code);
  });
});
