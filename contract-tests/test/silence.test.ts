// Never silent and never vacuous: what stands in the way is said and ends with 2, and only a gateway at fault ends with 1.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Fault, mutating } from '../mutants/answers/mutating.ts';
import { runCommand } from '../src/command.ts';
import type { ReceivedAnswer } from '../src/judge/exchange.ts';
import { listening } from '../src/listening.ts';
import type { Report } from '../src/report/report.ts';
import { silent } from '../src/run/progress.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

let sandbox: RunningSandbox;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-silence-'));
  sandbox = await startSandbox({ port: 0, memory: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

let count = 0;

/** Runs the command against an address, and reads the report that it must have written. */
async function judged(url: string, ...args: string[]) {
  const lines: string[] = [];
  const keep = (text: string) => void lines.push(text);
  const file = join(folder, `${count++}.json`);
  const env = { CONTRACT_TOKEN: sandbox.token, CONTRACT_SECRET_KEY: sandbox.secretKey };
  const output = { line: keep, failure: keep, progress: silent };
  const code = await runCommand(['--target', url, '--report', file, ...args], env, output);
  expect(existsSync(file)).toBe(true);
  return { code, output: lines.join('\n'), report: JSON.parse(readFileSync(file, 'utf8')) as Report };
}

async function answering(answer: (response: ServerResponse, path: string) => void): Promise<string> {
  const server = await listening(
    createServer((request, response) => {
      request.resume();
      answer(response, request.url ?? '');
    }),
  );
  open.push(server);
  return server.url;
}

async function faulty(fault: Fault): Promise<string> {
  const server = await mutating(sandbox.url, fault);
  open.push(server);
  return server.url;
}

const always =
  (status: number, headers: Record<string, string>, body: string) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body);

const html = { 'Content-Type': 'text/html' };
const json = { 'Content-Type': 'application/json' };

describe('what is not the gateway ends with 2 and a sentence', () => {
  it.each([
    ['a welcome page', always(200, html, '<h1>Welcome to nginx!</h1>'), 'a page for people'],
    [
      'a redirect',
      always(301, { Location: 'https://ipg.example/v2' }, ''),
      'redirects (HTTP 301) to https://ipg.example/v2',
    ],
    ['nothing but 404', always(404, json, '{"message":"Not Found"}'), 'knows none of its paths'],
    ['another API', always(200, json, '[{"id":1,"name":"shop"}]'), 'nothing of the contract'],
    ['empty answers', always(200, {}, ''), 'its answers are empty'],
    ['a proxy without a server', always(502, html, '<h1>Bad Gateway</h1>'), 'answers HTTP 502 everywhere'],
    ['a CDN in front of nothing', always(503, {}, ''), 'answers HTTP 503 everywhere'],
    ['a wall of limits', always(429, html, 'Too many'), 'nothing but HTTP 429'],
  ])('%s', async (_, answer, words) => {
    const { code, output, report } = await judged(await answering(answer));
    expect(output).toContain(words);
    expect(report.verdict).toBe('unjudged');
    expect(report.problem).toContain(words);
    expect(code).toBe(2);
  });

  it('the gateway itself, when it asks to wait for hours', async () => {
    const limited = { status: 429, headers: { ...json, 'retry-after': '7200' } };
    const body = Buffer.from('{"success":false,"error":{"code":-429},"message":"slow"}');
    const url = await faulty({
      answer: (answer, { operation }) => (operation === 'getHealth' ? answer : { ...limited, body }),
    });
    const { code, output } = await judged(url, '--only', 'getPayment');
    expect(output).toContain('says to wait 2 hours (Retry-After: 7200)');
    expect(code).toBe(2);
  });
});

const textOf = ({ body }: ReceivedAnswer) => Buffer.from(body).toString('utf8');
const isJson = ({ headers }: ReceivedAnswer) => (headers['content-type'] ?? '').includes('json');

/** A change to the text of every answer in JSON. */
const onEvery =
  (change: (text: string) => string): NonNullable<Fault['answer']> =>
  (answer) =>
    isJson(answer) ? { ...answer, body: Buffer.from(change(textOf(answer))) } : answer;

describe('a gateway at fault is broken, however much of it is', () => {
  it.each<[string, Fault['answer']]>([
    ['a byte order mark before every answer', onEvery((text) => `\ufeff${text}`)],
    ['every answer cut', onEvery((text) => text.slice(0, -3))],
    ['two documents in every answer', onEvery((text) => text + text)],
    ['no success in any answer', onEvery((text) => text.replace(/"success":(true|false),/, ''))],
    ['everything in UTF-16', (answer) => ({ ...answer, body: Buffer.from(textOf(answer), 'utf16le') })],
    [
      'everything as a page',
      (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
    ],
    ['everything with status 500', (answer) => ({ ...answer, status: 500 })],
    [
      'everything but its health redirected',
      (answer, { operation }) =>
        operation === 'getHealth' ? answer : { status: 302, headers: { location: '/' }, body: Buffer.of() },
    ],
    [
      'everything but its health down',
      (answer, { operation }) =>
        operation === 'getHealth' ? answer : { status: 502, headers: html, body: Buffer.from('<h1>') },
    ],
  ])('%s', async (_, answer) => {
    const { code, report } = await judged(
      await faulty({ ...(answer && { answer }) }),
      '--part',
      'replay',
      '--only',
      'listWebhookEvents',
    );
    expect(report.verdict).toBe('broken');
    expect(code).toBe(1);
  });

  it('findings of one kind are one, whatever operation they were made in', async () => {
    const url = await faulty({
      answer: (answer, { operation }) =>
        operation === 'getHealth' ? answer : { status: 502, headers: html, body: Buffer.from('<h1>') },
    });
    const { output, report } = await judged(url, '--part', 'replay');
    expect(report.findings.length).toBeGreaterThan(30);
    expect(report.counts.broken + report.counts.differs).toBeLessThan(15);
    expect(output).toMatch(/\(the first of \d\d+\)/);
  });
});

describe('what was asked for and not judged ends with 2', () => {
  const rotated = ['--only', 'with a token that was rotated away'];

  it('when nothing was reached', async () => {
    const { code, output } = await judged(sandbox.url, '--write', ...rotated);
    expect(output).toMatch(/Nothing of what was asked for could be judged: \d+ cases were not reached: /);
    expect(code).toBe(2);
  });

  it('when nothing was reached of a part that was named', async () => {
    const { code, output } = await judged(
      sandbox.url,
      '--part',
      'replay',
      '--part',
      'workflows',
      '--only',
      'health',
    );
    expect([code, output.includes('workflows could be judged')]).toEqual([0, false]);
    const named = await judged(sandbox.url, '--part', 'negative', '--part', 'workflows', '--only', 'verif');
    expect(named.output).toContain('Nothing of the part workflows could be judged');
    expect(named.code).toBe(2);
  });

  it('when the run is to be complete and is not', async () => {
    const args = ['--part', 'replay', '--only', 'getHealth'];
    expect((await judged(sandbox.url, ...args)).code).toBe(0);
    const { code, output } = await judged(sandbox.url, ...args, '--complete');
    expect(output).toContain('The run is not complete (--complete)');
    expect(code).toBe(2);
  });

  it('and a run that passes says how many cases it has not reached, and why', async () => {
    const { code, output } = await judged(sandbox.url, '--part', 'replay', '--only', 'getHealth');
    expect(output.split('\n').at(-1)).toMatch(/; \d of \d cases not reached \(.*it takes failures on order/);
    expect(code).toBe(0);
  });
});

describe('a report is written', () => {
  it('when there is no server', async () => {
    const { code, report } = await judged('http://127.0.0.1:9');
    expect(report.problem).toContain('the connection was refused');
    expect(code).toBe(2);
  });

  it('when the runner itself fails, which is no fault of the server', async () => {
    const { runAgainst } = await import('../src/run/run.ts');
    const { readOptions } = await import('../src/run/options.ts');
    const { urlTarget } = await import('../src/targets/url.ts');
    const options = readOptions(['--target', sandbox.url, '--only', 'getHealth'], {
      CONTRACT_TOKEN: sandbox.token,
    });
    if (!options) throw new Error('The arguments asked for help.');
    const target = {
      ...urlTarget(options),
      now: () => {
        throw new TypeError('no clock');
      },
    };
    const report = await runAgainst(target, options, silent);
    expect(report.verdict).toBe('unjudged');
    expect(report.problem).toContain('The runner itself has failed (TypeError: no clock)');
  });
});

describe('a finding', () => {
  it('shows what was sent, what came, and the line that sends it again', async () => {
    const url = await faulty({
      answer: (answer, { operation }) =>
        operation === 'createPayment'
          ? {
              ...answer,
              body: Buffer.from(textOf(answer).replace(/"gateway_url":"[^"]*"/, '"gateway_url":7')),
            }
          : answer,
    });
    const { output, report } = await judged(url, '--write', '--only', 'createPayment 200 sandbox');
    const { exchange } = report.findings.find(({ at }) => at.endsWith('gateway_url')) ?? {};
    expect(exchange).toMatchObject({
      request: 'POST /v2/payments',
      headers: { Authorization: 'Bearer $CONTRACT_TOKEN', 'Content-Type': 'application/json' },
      sent: expect.stringContaining('"amount":'),
      status: 200,
      answer: expect.stringContaining('"gateway_url":7'),
      requestId: expect.stringMatching(/./),
      curl: expect.stringContaining(`'Authorization: Bearer '"$CONTRACT_TOKEN"`),
    });
    for (const part of ['POST /v2/payments', '"gateway_url":7', 'request_id', 'curl -sS -i']) {
      expect(output).toContain(part);
    }
    expect(JSON.stringify(report)).not.toContain(sandbox.token);
  });

  it('and every case says how long it took', async () => {
    const { report } = await judged(sandbox.url, '--part', 'replay', '--only', 'listWebhookEvents');
    const kept = report.cases.filter(({ outcome }) => outcome === 'kept');
    for (const { seconds } of kept) expect(seconds).toBeGreaterThan(0);
    expect(kept.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(report.seconds);
  });
});
