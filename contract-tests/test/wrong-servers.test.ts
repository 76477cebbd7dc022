// A server with one fault is caught, and the report names where in the answer it is and which line of openapi/ it breaks.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyFaults } from '../mutants/answers/bodies.ts';
import { bookFaults } from '../mutants/answers/books.ts';
import { changesOf } from '../mutants/answers/change.ts';
import { connectionFaults } from '../mutants/answers/connections.ts';
import { errorFaults } from '../mutants/answers/errors.ts';
import { headerFaults } from '../mutants/answers/headers.ts';
import { limitFaults } from '../mutants/answers/limits.ts';
import { mutating } from '../mutants/answers/mutating.ts';
import { refusalFaults } from '../mutants/answers/refusals.ts';
import { signatureFaults } from '../mutants/answers/signatures.ts';
import { webhookFaults } from '../mutants/answers/webhooks.ts';
import type { Options } from '../src/run/options.ts';
import { parts } from '../src/run/part.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startMockTarget } from '../src/targets/mock.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';

const options: Options = {
  target: 'sandbox',
  seed: 1,
  parts: parts.filter((part) => part !== 'workflows'),
  write: true,
  undocumented: true,
  prefer: false,
  timeout: 2000,
  reports: [],
  strict: false,
  dialects: [],
  sandboxDialects: [],
  realMoney: false,
  tryLimits: false,
  plan: false,
};

let sandbox: Target;
let mock: Target;
const secrets = new Set<string>();

beforeAll(async () => {
  [sandbox, mock] = await Promise.all([startSandboxTarget(options), startMockTarget()]);
  secrets.add(sandbox.credentials.secretKey ?? '');
  const { control } = sandbox;
  if (!control) throw new Error('The sandbox has no control API.');
  sandbox.control = {
    ...control,
    createTerminal: async (wanted) => {
      const terminal = await control.createTerminal(wanted);
      secrets.add(terminal.secretKey ?? '');
      return terminal;
    },
  };
});
afterAll(() => Promise.all([sandbox.close(), mock.close()]));

const changes = changesOf({ secrets: () => secrets, token: () => sandbox.credentials.token ?? '' });
const servers = [
  ...bodyFaults(changes),
  ...errorFaults(changes),
  ...headerFaults(),
  ...signatureFaults(changes),
  ...refusalFaults(changes),
  ...connectionFaults(),
  ...webhookFaults(changes),
  ...bookFaults(changes),
  ...limitFaults(),
];

const lineAt = (place: string) => {
  const [file = '', line = ''] = place.split(':');
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n')[Number(line) - 1];
  return { file, text };
};

describe('a server is caught with', () => {
  it('enough faults to be worth the name', () => {
    expect(servers.length).toBeGreaterThan(50);
    expect(new Set(servers.map(({ fault }) => fault)).size).toBe(servers.length);
  });

  it.each(servers)('$fault', async ({ only, server, at, place: [file, line], behind, word = 'broken' }) => {
    const right = behind === 'mock' ? mock : sandbox;
    const wrong = await mutating(right.url, server);
    try {
      const report = await runAgainst({ ...right, url: wrong.url }, { ...options, only }, silent);
      const found = report.findings.map((one) => ({ word: one.word, at: one.at, ...lineAt(one.place) }));
      expect(found).toContainEqual({ word, at, file, text: expect.stringMatching(line) });
      // What contradicts an assumption must not break anything else, and what is allowed nothing at all.
      expect(report.verdict).toBe({ broken: 'broken', differs: 'differs', noted: 'kept' }[word]);
    } finally {
      await wrong.close();
    }
  });

  it.each([...new Set(servers.map(({ only, behind = 'sandbox' }) => `${behind}: ${only}`))])(
    'no fault when there is none (%s)',
    async (name) => {
      const [behind = '', only = ''] = name.split(': ');
      const right = behind === 'mock' ? mock : sandbox;
      const passing = await mutating(right.url, {});
      try {
        const report = await runAgainst({ ...right, url: passing.url }, { ...options, only }, silent);
        expect(report.findings).toEqual([]);
        expect(report.cases.some(({ outcome }) => outcome === 'kept')).toBe(true);
      } finally {
        await passing.close();
      }
    },
  );
});
