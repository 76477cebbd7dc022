// Random sequences find what no single request shows, tell it by the fewest requests, and in lines that show it again.
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Fault,
  type MutatingServer,
  mutating,
  type PassedRequest,
} from '../mutants/answers/mutating.ts';
import type { ReceivedAnswer } from '../src/judge/exchange.ts';
import { type Options, readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import type { ReportedFinding } from '../src/run/recorder.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';

function optionsOf(...args: string[]): Options {
  const options = readOptions(['--target', 'sandbox', '--part', 'sequences', ...args], {});
  if (!options) throw new Error('The arguments asked for help.');
  return options;
}

let sandbox: Target;
beforeAll(async () => {
  sandbox = await startSandboxTarget(optionsOf());
});
afterAll(() => sandbox.close());

// biome-ignore lint/suspicious/noExplicitAny: the faults reach into bodies of every shape
const json = ({ body }: { body?: Uint8Array }): any => JSON.parse(Buffer.from(body ?? []).toString() || '{}');
const authorityOf = ({ path, body }: PassedRequest): string =>
  /^\/v2\/(?:payments|verifications)\/([^/?]+)/.exec(path)?.[1] ?? json({ body }).authority;

/** Answers a second refund of a whole payment as it has answered the first. */
function refundsTwice(): Fault {
  const first = new Map<string, ReceivedAnswer>();
  return {
    answer: (answer, request) => {
      if (request.operation !== 'createRefund') return answer;
      const authority = authorityOf(request);
      if (answer.status === 200) first.set(authority, answer);
      return answer.status === 400 ? (first.get(authority) ?? answer) : answer;
    },
  };
}

interface Row {
  fault: string;
  make: () => Fault;
  operation: string;
  /** What the shortest sequence does, beside opening the two terminals. */
  does: RegExp[];
  /** What the last answer of the pasted lines shows. */
  shows: RegExp;
}

const rows: Row[] = [
  {
    fault: 'a payment is refunded twice',
    make: refundsTwice,
    operation: 'createRefund',
    does: [
      /creates a payment/,
      /pays with the card "success"/,
      /verifies payment 1 with its amount/,
      /asks for a refund/,
      /asks for a refund/,
    ],
    shows: /"success":true[^\n]*\n200/,
  },
];

const says = (script: readonly string[] = []) =>
  script.filter((line) => /^# the (first|other|payer|token)|^# \d+ seconds/.test(line));

async function judged(
  fault: Fault,
  ...args: string[]
): Promise<{ found: ReportedFinding[]; server: MutatingServer }> {
  const server = await mutating(sandbox.url, fault);
  const report = await runAgainst({ ...sandbox, url: server.url }, optionsOf(...args), silent);
  return { found: report.findings, server };
}

/** Runs lines in bash as somebody would who pastes them. */
function pasted(script: readonly string[], url: string): Promise<string> {
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, CONTRACT_URL: url };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script.join('\n')], { env }, (error, out, err) =>
      error ? reject(new Error(`${out}\n${err}`)) : resolve(out),
    );
  });
}

describe('a gateway whose fault takes several requests', () => {
  it.each(rows)(
    '$fault: found, shrunk, and shown again by what is pasted',
    async (row) => {
      const { found, server } = await judged(row.make(), '--sequences', '60');
      try {
        const told = found.filter(({ operation, script }) => operation === row.operation && script);
        const shortest = told.toSorted(
          (one, other) => says(one.script).length - says(other.script).length,
        )[0];
        expect(shortest?.word).toMatch(/broken|differs/);
        const done = says(shortest?.script);
        expect(done.length).toBe(row.does.length);
        for (const step of row.does)
          expect(
            done.some((line) => step.test(line)),
            String(step),
          ).toBe(true);
        expect(shortest?.repeat).toMatch(
          /--seed 1 --only "sequence \d+ of seed 1" --sequences 60 --part sequences$/,
        );
        const output = await pasted(shortest?.script ?? [], server.url);
        expect(output.trimEnd()).toMatch(new RegExp(`${row.shows.source}$`));
      } finally {
        await server.close();
      }
    },
    120_000,
  );
});
