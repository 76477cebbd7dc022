// Recorded traffic is judged by what came before it as well: the same model as of a live run, fed in the order of the file.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../generated/facts.ts';
import { mutating } from '../mutants/answers/mutating.ts';
import { operationOf } from '../src/contract/document.ts';
import type { Exchange } from '../src/judge/exchange.ts';
import { draftOf, render } from '../src/plan/draft.ts';
import { type Options, readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst, runOverTraffic } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';
import { transport } from '../src/transport.ts';
import { harFile } from './servers/har.ts';

const folder = mkdtempSync(join(tmpdir(), 'irandargah-recorded-'));
const optionsOf = (...args: string[]): Options => {
  const options = readOptions(args, {});
  if (!options) throw new Error('The arguments asked for help.');
  return options;
};

let sandbox: Target;
let at: number;
/** A sale as it was recorded: made, looked at, verified, refused a second time, looked at again. */
let sale: Record<'made' | 'pending' | 'verified' | 'refused' | 'completed', Exchange>;

beforeAll(async () => {
  sandbox = await startSandboxTarget(optionsOf('--target', 'sandbox'));
  const { send, close } = transport(sandbox.url, 10_000);
  const { control } = sandbox;
  if (!control) throw new Error('The sandbox has no control API.');
  const { token } = await control.createTerminal();
  const ask = async (
    id: OperationId,
    change: { authority?: string; body?: unknown } = {},
  ): Promise<Exchange> => {
    const draft = draftOf(operationOf(id), change.body);
    if (change.authority !== undefined) draft.pathParameters.authority = change.authority;
    const request = render(draft, { token, now: sandbox.now(), idempotencyKey: 'key-1' });
    return { request, answer: await send(request) };
  };
  at = sandbox.now();
  const amount = 100_000;
  const made = await ask('createPayment', {
    body: { amount, order_id: 'order-1', callback_url: 'https://shop.example/callback' },
  });
  const { authority } = JSON.parse(Buffer.from(made.answer.body).toString()).data.transaction;
  const pending = await ask('getPayment', { authority });
  await control.pay(authority, 'success');
  const verified = await ask('createVerification', { body: { authority, amount } });
  const refused = await ask('createVerification', { body: { authority, amount } });
  const completed = await ask('getPayment', { authority });
  close();
  sale = { made, pending, verified, refused, completed };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

async function found(...exchanges: Exchange[]) {
  const file = harFile(exchanges, sandbox.url, at);
  try {
    const { findings, verdict } = await runOverTraffic(optionsOf('--har', file), silent);
    return {
      verdict,
      findings: findings.map(({ operation, at: place, word }) => `${word} ${operation} ${place}`),
    };
  } finally {
    rmSync(dirname(file), { recursive: true });
  }
}

const changed = (exchange: Exchange, change: (text: string) => string): Exchange => ({
  ...exchange,
  answer: { ...exchange.answer, body: Buffer.from(change(Buffer.from(exchange.answer.body).toString())) },
});

/** An answer that comes once more is another one: it has a number of its own. */
const again = (exchange: Exchange): Exchange =>
  changed(exchange, (text) => text.replace(/("request_id":")/, '$1again-'));

describe('a recorded sale', () => {
  it('that went as it should has no finding, its key included', async () => {
    const { made, pending, verified, refused, completed } = sale;
    expect(await found(made, made, pending, verified, refused, completed)).toEqual({
      verdict: 'kept',
      findings: [],
    });
  });

  it('whose beginning nobody has recorded stays open', async () => {
    expect(await found(sale.refused, sale.completed)).toEqual({ verdict: 'kept', findings: [] });
  });

  it.each<[string, () => Exchange[], string]>([
    [
      'is verified twice',
      () => [sale.made, sale.verified, again(sale.verified)],
      'broken createVerification /status',
    ],
    [
      'changes its amount',
      () => [sale.made, changed(sale.pending, (text) => text.replace('"amount":100000', '"amount":200000'))],
      'broken getPayment /body/data/transaction/amount',
    ],
    [
      'is made twice with one key',
      () => [
        sale.made,
        again(changed(sale.made, (text) => text.replaceAll(/("authority":"|startpay\/)\d{4}/g, '$12019'))),
      ],
      'broken createPayment /body/data/transaction/authority',
    ],
    [
      'goes back from completed to pending',
      () => [sale.made, sale.verified, sale.completed, again(sale.pending)],
      'broken getPayment /body/data/transaction/status',
    ],
    [
      'is answered about another payment',
      () => [sale.made, changed(sale.pending, (text) => text.replace(/("authority":")\d{4}/, '$12019'))],
      'broken getPayment /body/data/transaction/authority',
    ],
  ])('that %s is found', async (_, exchanges, finding) => {
    expect((await found(...exchanges())).findings).toContain(finding);
  });

  it('of which two calls were under way at once is not held to the order of their answers', async () => {
    const file = harFile([sale.made, sale.completed, sale.verified], sandbox.url, at);
    const har = JSON.parse(readFileSync(file, 'utf8'));
    for (const entry of har.log.entries.slice(1)) entry.time = 60_000;
    writeFileSync(file, JSON.stringify(har));
    const { findings } = await runOverTraffic(optionsOf('--har', file), silent);
    rmSync(dirname(file), { recursive: true });
    expect(findings).toEqual([]);
  });
});

describe('the traffic of a run', () => {
  const only = 'createVerification and all that changes a payment, where it was paid';
  const run = async (target: Target, name: string) => {
    const file = join(folder, name);
    const options = optionsOf('--target', 'sandbox', '--part', 'behaviour', '--only', only, '--record', file);
    const live = await runAgainst(target, options, silent);
    return { file, live, over: await runOverTraffic(optionsOf('--har', file), silent) };
  };

  it('is recorded without its tokens, and is kept as the run was', async () => {
    const { file, live, over } = await run(sandbox, 'kept.har');
    expect([live.findings, over.findings]).toEqual([[], []]);
    expect(over.cases.length).toBeGreaterThan(8);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Bearer idg_test_hidden1');
    expect(text).not.toMatch(/idg_test_(?!hidden)/);
  });

  it('shows the same fault once more', async () => {
    const forgetful = await mutating(sandbox.url, {
      answer: (answer, { operation }) =>
        operation === 'getPayment' && Buffer.from(answer.body).includes('"completed"')
          ? {
              ...answer,
              body: Buffer.from(Buffer.from(answer.body).toString().replace('"completed"', '"failed"')),
            }
          : answer,
    });
    try {
      const { live, over } = await run({ ...sandbox, url: forgetful.url }, 'broken.har');
      const kinds = ({ findings }: typeof live) => [...new Set(findings.map(({ at: place }) => place))];
      expect(kinds(live)).toContain('/body/data/transaction/status');
      expect(kinds(over)).toContain('/body/data/transaction/status');
    } finally {
      await forgetful.close();
    }
  });

  it('is not recorded where it is a recording already', () => {
    expect(() => optionsOf('--har', 'one.har', '--record', 'other.har')).toThrow(
      '--record is for a --target',
    );
    expect(existsSync('other.har')).toBe(false);
  });
});
