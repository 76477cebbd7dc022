// Random sequences find what no single request shows, tell it by the fewest requests, and in lines that show it again.
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutSignature } from '../mutants/answers/change.ts';
import {
  type Fault,
  type MutatingServer,
  mutating,
  type PassedRequest,
} from '../mutants/answers/mutating.ts';
import { signing } from '../src/contract/facts.ts';
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

const signatureHeader = signing.request.signature_header.toLowerCase();
const tokenOf = ({ headers }: PassedRequest) => headers.authorization ?? '';

/** The same request with another body, unsigned. */
const withBody = (request: PassedRequest, body: object): PassedRequest => ({
  ...request,
  headers: withoutSignature(request.headers),
  body: Buffer.from(JSON.stringify(body)),
});

/** Takes a smaller amount for the right one, but only after another shop has cancelled something. */
function forgetsAfterCancellations(): Fault {
  const amounts = new Map<string, number>();
  const shops = new Set<string>();
  const confused = new Set<string>();
  return {
    request: (request) => {
      const { amount, authority } = request.operation === 'createVerification' ? json(request) : {};
      const right = amounts.get(authority);
      if (right === undefined || amount >= right || !confused.has(tokenOf(request))) return request;
      return withBody(request, { ...json(request), amount: right });
    },
    answer: (answer, request) => {
      if (request.operation === 'createPayment' && answer.status === 200) {
        shops.add(tokenOf(request));
        amounts.set(json(answer).data.transaction.authority, json(request).amount);
      }
      if (request.operation === 'cancelPayment' && answer.status === 200) {
        for (const shop of shops) if (shop !== tokenOf(request)) confused.add(shop);
      }
      return answer;
    },
  };
}

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

/** Answers with another status where a request is signed. */
const createsWhatIsSigned = (): Fault => ({
  answer: (answer, { operation, headers }) =>
    operation === 'createPayment' && answer.status === 200 && signatureHeader in headers
      ? { ...answer, status: 201 }
      : answer,
});

interface Row {
  fault: string;
  make: () => Fault;
  operation: string;
  args: string[];
  /** What the shortest sequence does, beside opening the two terminals. */
  does: RegExp[];
  /** How many steps it may have beside these: shrinking leaves commands out, and never makes one refer to something else. */
  more: number;
  /** What the last answer of the pasted lines shows. */
  shows: RegExp;
}

const rows: Row[] = [
  {
    fault: 'a smaller amount is verified after another shop has cancelled a payment',
    make: forgetsAfterCancellations,
    operation: 'createVerification',
    args: ['--sequences', '20'],
    more: 1,
    does: [
      /creates a payment/,
      /creates a payment/,
      /cancels payment/,
      /pays with the card "success"/,
      /verifies payment . with .* less than its amount/,
    ],
    shows: /"success":true[^\n]*\n200/,
  },
  {
    fault: 'a payment is refunded twice',
    make: refundsTwice,
    operation: 'createRefund',
    args: ['--sequences', '60'],
    more: 0,
    does: [
      /creates a payment/,
      /pays with the card "success"/,
      /verifies payment 1 with its amount/,
      /asks for a refund/,
      /asks for a refund/,
    ],
    shows: /"success":true[^\n]*\n200/,
  },
  {
    fault: 'a signed payment is answered as created',
    make: createsWhatIsSigned,
    operation: 'createPayment',
    args: ['--sequences', '20'],
    more: 0,
    does: [/creates a payment/],
    shows: /"success":true[^\n]*\n201/,
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
      const { found, server } = await judged(row.make(), ...row.args);
      try {
        const told = found.filter(({ operation, script }) => operation === row.operation && script);
        const shortest = told.toSorted(
          (one, other) => says(one.script).length - says(other.script).length,
        )[0];
        expect(shortest?.word).toMatch(/broken|differs/);
        const done = says(shortest?.script);
        expect(done.length).toBeGreaterThanOrEqual(row.does.length);
        expect(done.length).toBeLessThanOrEqual(row.does.length + row.more);
        for (const step of row.does)
          expect(
            done.some((line) => step.test(line)),
            String(step),
          ).toBe(true);
        expect(shortest?.repeat).toMatch(
          /--seed 1 --only "sequence \d+ of seed 1" --sequences \d+ --part sequences$/,
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

/** What is asked for, without what is made anew each time: tokens and secrets, identifiers, orders, keys and times. */
const asked = ({ method, path, body }: PassedRequest) =>
  `${method} ${path} ${Buffer.from(body ?? []).toString()}`
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')
    .replaceAll(/contract-[0-9a-f]{8}/g, 'ORDER')
    .replaceAll(/\b[A-Za-z0-9_]*[0-9][A-Za-z0-9_]{19,}\b/g, 'ID');

it('the same seed asks for the same again, and another seed for something else', async () => {
  const told = async (seed: string) => {
    const requests: string[] = [];
    const { found, server } = await judged(
      {
        request: (request) => {
          requests.push(asked(request));
          return request;
        },
      },
      ...['--sequences', '2', '--seed', seed],
    );
    await server.close();
    expect(found).toEqual([]);
    // Two requests at the same moment may come in either order.
    return requests.toSorted();
  };
  const first = await told('7');
  expect(await told('7')).toEqual(first);
  expect(await told('8')).not.toEqual(first);
}, 60_000);
