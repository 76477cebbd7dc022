// The command line of the audit: what it prints, how it ends, and what it refuses to attack.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/command-line.ts';
import { price } from './shops/shop.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const shops = fileURLToPath(new URL('./shops/main.ts', import.meta.url));

/** Runs the audit as a process that starts the shop itself. */
async function auditProcess(shop: string, ...options: string[]) {
  const port = await getPort({ host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [
    cli,
    ...['audit', '--callback-url', `${url}/callback`, '--checkout-url', `${url}/checkout`],
    ...['--webhook-url', `${url}/webhook`, '--order-status-url', `${url}/orders/{order_id}`],
    ...['--price-rials', String(price), ...options],
    ...['--', process.execPath, shops, shop, String(port)],
  ]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code as number, output, errors, url };
}

/** Runs it in this process. */
async function run(...args: string[]) {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  const code = await main(['audit', ...args]);
  return { code, output: lines.join('\n') };
}

afterEach(() => vi.restoreAllMocks());

describe('with a command that starts the shop', () => {
  it('passes a careful shop with the exit code 0, as JSON for CI, and ends the shop', async () => {
    const { code, output, url } = await auditProcess('careful', '--json', '--strict');
    const report = JSON.parse(output);
    expect(report).toMatchObject({ passed: true, counts: { fail: 0, 'not-observable': 0 } });
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('passes a careful shop whose gateway speaks otherwise, too', async () => {
    const dialects = ['created-201', 'unpaid-as-validation', 'bare-callback', 'other-callback-codes'];
    const { code, output } = await auditProcess(
      'careful',
      '--json',
      ...dialects.flatMap((name) => ['--dialect', name]),
    );
    expect([code, JSON.parse(output).counts]).toEqual([0, expect.objectContaining({ fail: 0 })]);
  });

  it('fails a careless one with the exit code 1, and says what to change', async () => {
    const { code, output } = await auditProcess('trusts-minus-21', '--lang', 'en');
    expect(code).toBe(1);
    expect(output).toMatch(/^FAIL +verified-payment-reused /m);
    expect(output).toMatch(/^PASS +changed-amount /m);
    expect(output).toContain('What to change: After -21 call getVerification');
    expect(output).toMatch(/\d+ passed, 5 failed, 0 could not be observed\./);
  });
});

describe('what cannot be carried out ends with the exit code 2 and a sentence', () => {
  const callback = ['--callback-url', 'http://127.0.0.1:9/callback'];
  it.each([
    [[], /Give --callback-url/],
    [['--callback-url', 'callback'], /must be an http/],
    [['--callback-url', 'https://shop.example/callback'], /add --allow-host shop\.example/],
    [[...callback, '--webhook-url', 'http://10.0.0.1/hook'], /--webhook-url is not on this machine/],
    [[...callback, '--order-status-url', 'http://127.0.0.1:9/orders'], /must have \{order_id\}/],
    [[...callback, '--sandbox', 'http://127.0.0.1:9'], /--sandbox needs --token/],
    [[...callback, '--sandbox', 'http://127.0.0.1:9', '--token', 'idg_live_a'], /for the sandbox alone/],
    [
      [...callback, '--sandbox', 'http://127.0.0.1:9', '--token', 'idg_test_a'],
      /does not answer\. Start it with `npm run sandbox`/,
    ],
    [[...callback, '--dialect', 'klingon'], /no dialect "klingon"\. There are already-verified-422, /],
    [
      [...callback, '--sandbox', 'http://127.0.0.1:9', '--token', 'idg_test_a', '--dialect', 'literal'],
      /a running one has its own/,
    ],
    [[...callback, '--price-rials', 'much'], /--price-rials must be a number/],
    [[...callback, '--nonsense'], /--nonsense/],
    [[...callback, '--wait', '0', '--checkout-url', 'http://127.0.0.1:9/checkout'], /Start your shop with/],
    [[...callback, '--wait', '0'], /No order was begun in time/],
    [
      [...callback, '--wait', '5', '--', process.execPath, '-e', 'throw new Error("no database")'],
      /no database/,
    ],
  ])('%j', async (args, sentence) => {
    const { code, output } = await run(...args);
    expect(output).toMatch(sentence);
    expect(code).toBe(2);
  });
});

it('prints the settings that make the sandbox the gateway of the shop', async () => {
  const { output } = await run(
    '--callback-url',
    'http://localhost:9/callback',
    '--wait',
    '0',
    '--lang',
    'fa',
  );
  expect(output).toMatch(/IRANDARGAH_URL=http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toMatch(/IRANDARGAH_TOKEN=idg_test_\w+/);
  expect(output).toMatch(/بازرسی انجام نشد: .*--wait/);
});
