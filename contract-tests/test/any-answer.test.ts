// Any answer whatever is a finding: a server that answers one operation with anything at all never ends a run in an exception.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationId, operations } from '../../generated/facts.ts';
import type { ReceivedAnswer } from '../src/judge/exchange.ts';
import { consoleReport } from '../src/report/console.ts';
import { htmlReport } from '../src/report/html.ts';
import { junitReport } from '../src/report/junit.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';
import { mutating } from './servers/mutating.ts';

const parts = ['replay', 'requests', 'behaviour', 'deliveries'];

function optionsFor(only: string | undefined) {
  const options = readOptions(
    [
      '--target',
      'sandbox',
      ...parts.flatMap((part) => ['--part', part]),
      ...(only === undefined ? [] : ['--only', only]),
    ],
    {},
  );
  if (!options) throw new Error('The arguments asked for help.');
  return options;
}

let sandbox: Target;
beforeAll(async () => {
  sandbox = await startSandboxTarget(optionsFor(undefined));
});
afterAll(() => sandbox.close());

/** Values that stand where others should: of each type, empty, huge, and no text that could travel. */
const strange = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    '',
    '\ud800',
    '%',
    '../..',
    '\0',
    [],
    {},
    [null],
    'x'.repeat(5000),
  ),
  fc.jsonValue(),
);

/** Changes one place of a value, or all of it. */
function changedAt(value: unknown, way: number[], replacement: unknown): unknown {
  const [next, ...others] = way;
  if (next === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[next % (keys.length || 1)];
  if (key === undefined) return replacement;
  const inner = changedAt((value as Record<string, unknown>)[key], others, replacement);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? inner : item))
    : { ...value, [key]: inner };
}

type Change = (answer: ReceivedAnswer) => ReceivedAnswer;
const withBody =
  (body: Uint8Array): Change =>
  (answer) => ({ ...answer, body });
const text = (value: string) => withBody(Buffer.from(value));

/** One place is wrong, and all the rest as it should be: it gets furthest. */
const oneValue = fc.tuple(fc.array(fc.nat(9), { maxLength: 4 }), strange).map(
  ([way, replacement]): Change =>
    (answer) => {
      try {
        const value = JSON.parse(Buffer.from(answer.body).toString('utf8'));
        return text(JSON.stringify(changedAt(value, way, replacement)))(answer);
      } catch {
        return answer;
      }
    },
);

const headerText = fc.oneof(
  fc.constantFrom('', '-1', '1e3', 'NaN', '9'.repeat(400), 'gzip', 'x, y'),
  fc.stringMatching(/^[!-~]{1,9}$/),
);
const anything: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: oneValue },
  fc.jsonValue().map((value) => text(JSON.stringify(value))),
  fc.uint8Array({ maxLength: 200 }).map(withBody),
  fc
    .constantFrom(
      '',
      'null',
      '[]',
      '""',
      '0',
      '<html>',
      '[['.repeat(20_000),
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    )
    .map(text),
  fc.constantFrom(200, 201, 204, 302, 304, 400, 404, 418, 422, 500, 503, 599).map(
    (status): Change =>
      (answer) => ({ ...answer, status }),
  ),
  fc
    .tuple(
      fc.constantFrom(
        'content-type',
        'content-encoding',
        'x-ratelimit-limit',
        'x-ratelimit-remaining',
        'x-ratelimit-reset',
        'retry-after',
        'x-response-timestamp',
        'x-response-signature',
        'location',
      ),
      headerText,
    )
    .map(
      ([name, value]): Change =>
        (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } }),
    ),
);

/** Answers every request for an operation with a change of its own. */
async function report(id: OperationId, only: string | undefined, seed: number) {
  const changes = fc.sample(anything, { seed, numRuns: 400 });
  let next = 0;
  const wrong = await mutating(sandbox.url, {
    answer: (answer, { operation }) =>
      operation === id ? (changes[next++ % changes.length] as Change)(answer) : answer,
  });
  try {
    return await runAgainst({ ...sandbox, url: wrong.url }, optionsFor(only), silent);
  } finally {
    await wrong.close();
  }
}

describe('a server that answers anything at all is found at fault, and the run comes to its end', () => {
  // What others are made of: a payment, a subscription, a verification, a list.
  const staging = ['createPayment', 'subscribeWebhook', 'createVerification', 'listTransactions'];

  it.each(Object.keys(operations) as OperationId[])(
    'to %s',
    async (id) => {
      const found = await report(id, staging.includes(id) ? undefined : id, 1);
      expect(found.problem ?? '').not.toContain('The runner itself has failed');
      // A refused token is no answer to judge: the run says so and ends.
      if (found.problem === undefined) expect(['broken', 'differs']).toContain(found.verdict);
      for (const write of [consoleReport, htmlReport, junitReport])
        expect(write(found).length).toBeGreaterThan(0);
    },
    60_000,
  );
});
