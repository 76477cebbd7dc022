// Recorded traffic is judged by the same rules as live traffic, whoever recorded it.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationOf } from '../src/contract/document.ts';
import type { Exchange } from '../src/judge/exchange.ts';
import { draftOf, render } from '../src/plan/draft.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runOverTraffic } from '../src/run/run.ts';
import { startMockTarget } from '../src/targets/mock.ts';
import type { Target } from '../src/targets/target.ts';
import { transport } from '../src/transport.ts';
import { harFile } from './servers/har.ts';

let mock: Target;
let recorded: Exchange[];
// The limits of the examples end at this moment.
const at = 1642248000;
const base = 'https://ipg.irandargah.com';

beforeAll(async () => {
  mock = await startMockTarget();
  const { send, close } = transport(mock.url, 10_000);
  const caller = { ...mock.credentials, now: at, idempotencyKey: 'key-1' };
  const drafts = (['getPayment', 'getHealth', 'createPayment'] as const).map((id) =>
    draftOf(operationOf(id)),
  );
  recorded = [];
  for (const draft of drafts) {
    const request = render(draft, caller);
    recorded.push({ request, answer: await send(request) });
  }
  close();
});
afterAll(() => mock.close());

async function judged(exchanges: Exchange[], ...args: string[]) {
  const file = harFile(exchanges, base, at);
  try {
    // A mock gives the same examples again and again: it remembers nothing.
    const options = readOptions(['--har', file, '--prefer', ...args], {});
    if (!options) throw new Error('no options');
    return await runOverTraffic(options, silent);
  } finally {
    rmSync(dirname(file), { recursive: true });
  }
}

const withBody = (exchange: Exchange, change: (text: string) => string): Exchange => ({
  ...exchange,
  answer: { ...exchange.answer, body: Buffer.from(change(Buffer.from(exchange.answer.body).toString())) },
});

describe('recorded traffic', () => {
  it('that keeps the contract has no violation', async () => {
    const report = await judged(recorded);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ verdict: 'kept' });
    expect(report.cases).toHaveLength(3);
  });

  it('is judged answer by answer, with the place of the rule', async () => {
    const [payment, ...others] = recorded as [Exchange, ...Exchange[]];
    const report = await judged([
      ...others,
      withBody(payment, (text) => text.replace('"amount":100000', '"amount":"100000"')),
    ]);
    expect(report.verdict).toBe('broken');
    expect(report.findings).toMatchObject([
      {
        operation: 'getPayment',
        at: '/body/data/transaction/amount',
        expected: 'integer',
        place: expect.stringMatching(/^openapi\/common\/schemas\.yaml:[0-9]+$/),
      },
    ]);
  });

  it('shows a server that carries out what it should refuse', async () => {
    const creation = recorded[2] as Exchange;
    const body = Buffer.from(creation.request.body ?? '')
      .toString()
      .replace('"amount":100000', '"amount":1');
    const report = await judged([{ ...creation, request: { ...creation.request, body: Buffer.from(body) } }]);
    expect(report.findings).toMatchObject([{ operation: 'createPayment', at: '/request/body/amount' }]);
  });

  it('of other addresses is left aside, and said to be', async () => {
    const [payment] = recorded as [Exchange];
    const other = { ...payment, request: { ...payment.request, path: '/favicon.ico' } };
    const report = await judged([payment, other]);
    expect(report.cases.map(({ outcome }) => outcome)).toEqual(['kept', 'not reached']);
    expect(await judged([other])).toMatchObject({ verdict: 'unjudged' });
  });

  it('is judged in part with --only, which names what comes near to a misspelt operation', async () => {
    const report = await judged(recorded, '--only', 'GETPAYMENT');
    expect(report.cases.map(({ operation }) => operation)).toEqual(['getPayment']);
    const { verdict, problem } = await judged(recorded, '--only', 'getPaymnt');
    expect(verdict).toBe('unjudged');
    expect(problem).toContain('--only "getPayment exchange 1');
  });
});
