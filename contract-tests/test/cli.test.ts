// The command as a person or a CI system meets it: words, reports and exit codes.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { type Fault, type MutatingServer, mutating } from '../mutants/answers/mutating.ts';
import { runCommand } from '../src/command.ts';
import type { Report } from '../src/report/report.ts';
import { silent } from '../src/run/progress.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

interface Run {
  code: number;
  output: string;
}

/** Runs the command in this process. */
async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const lines: string[] = [];
  const keep = (text: string) => void lines.push(text);
  const code = await runCommand(args, env, { line: keep, failure: keep, progress: silent });
  return { code, output: lines.join('\n') };
}

/** Runs it as a process of its own. */
function spawned(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const clean = { PATH: process.env.PATH, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { env: clean, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
      },
    );
  });
}

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

let sandbox: RunningSandbox;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-contract-'));
  sandbox = await startSandbox({ port: 0, memory: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

const credentials = () => ({ CONTRACT_TOKEN: sandbox.token, CONTRACT_SECRET_KEY: sandbox.secretKey });

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function faulty(fault: Fault): Promise<MutatingServer> {
  const server = await mutating(sandbox.url, fault);
  open.push(server);
  return server;
}

describe('against the mock', () => {
  it('every example is replayed, nothing is violated, and three reports tell so', async () => {
    const files = ['json', 'html', 'xml'].map((ending) => join(folder, 'reports', `report.${ending}`));
    const { code, output } = await run(['--target', 'mock', ...files.flatMap((file) => ['--report', file])]);
    expect(output).toContain('mock keeps the contract as far as it was reached: 0 broken, 0 differ, 0 noted');
    expect(code).toBe(0);
    const report = JSON.parse(readFileSync(files[0] as string, 'utf8')) as Report;
    const measure = (name: string) => report.coverage.find((one) => one.name === name);
    for (const name of ['operations', 'statuses', 'examples of answers', 'examples of requests', 'codes']) {
      expect(measure(name)?.missing, name).toEqual([]);
    }
    expect(measure('examples of answers')?.total).toBeGreaterThan(200);
    expect(readFileSync(files[1] as string, 'utf8')).toContain('<!doctype html>');
    expect(readFileSync(files[2] as string, 'utf8')).toContain('<testsuites');
  });

  it.each(['getHealth 200', 'gethealth 200', 'GETHEALTH 200'])('--only "%s" finds its case', async (only) => {
    const { code, output } = await run(['--target', 'mock', '--part', 'replay', '--only', only]);
    expect(output).toMatch(/^getHealth +1\/1$/m);
    expect(code).toBe(0);
  });
});

describe('against the mock, which speaks no dialect', () => {
  it.each(['literal', 'unpaid-as-validation'])(
    'demanding %s, an answer differs and breaks nothing',
    async (dialect) => {
      const only = 'cancelPayment 400 paymentExpired';
      const { code, output } = await spawned(['--target', 'mock', '--dialect', dialect, '--only', only]);
      expect(output).toContain('expected  HTTP 422 for code -2');
      expect(output).toContain('0 broken');
      expect(code).toBe(0);
    },
  );
});

describe('against an address', () => {
  it('only what changes nothing is sent, and the report says what was left out and how to reach it', async () => {
    const methods: string[] = [];
    const { url } = await faulty({
      request: (request) => {
        methods.push(request.method);
        return request;
      },
    });
    const { code, output } = await run(
      ['--target', url, '--part', 'replay', '--only', 'Payment'],
      credentials(),
    );
    expect(output).toContain('add --write');
    expect(code).toBe(0);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });

  it('what was not called has no headers for the reason for which it was not called', async () => {
    const file = join(folder, 'headers.json');
    const reasons = async (args: string[]) => {
      await run(['--target', sandbox.url, '--part', 'replay', '--report', file, ...args], credentials());
      const { coverage } = JSON.parse(readFileSync(file, 'utf8')) as Report;
      const of = (name: string) => coverage.find((measure) => measure.name === name)?.missing ?? [];
      const uncalled = of('operations');
      return uncalled.map(({ what, why }) => ({
        what,
        why,
        headers: [
          ...new Set(
            of('headers')
              .filter((header) => header.what.startsWith(`${what} `))
              .map((header) => header.why),
          ),
        ],
      }));
    };
    const [reading, choosing] = [await reasons([]), await reasons(['--only', 'getHealth'])];
    expect(reading.map(({ why }) => why)).toContainEqual(expect.stringContaining('add --undocumented'));
    expect(choosing.map(({ why }) => why)).toContain('left out by --only');
    for (const { what, why, headers } of [...reading, ...choosing]) {
      expect([what, headers]).toEqual([what, what === 'openPaymentPage' ? [] : [why]]);
    }
  });

  it('what is broken is reported with the way to repeat it, and ends with 1', async () => {
    const { url } = await faulty({
      answer: (answer, { operation }) =>
        operation === 'getHealth' ? { ...answer, body: Buffer.from('{"status":"ok"') } : answer,
    });
    const { code, output } = await run(['--target', url, '--only', 'getHealth 200'], credentials());
    expect(code).toBe(1);
    expect(output).toMatch(/expected {2}well-formed JSON[\s\S]*rule {6}openapi\/health\/schemas\.yaml:\d+/);
    expect(output).toContain(`--seed 1 --only "getHealth 200 ok"`);
  });

  it('what only differs from an assumption names the decision, and ends with 1 only when that is asked for', async () => {
    const { url } = await faulty({
      answer: (answer) => (answer.status === 404 ? { ...answer, status: 400 } : answer),
    });
    const args = ['--target', url, '--only', 'getPayment 404'];
    const { code, output } = await run(args, credentials());
    expect(output).toContain('decision 2, docs/decisions/0002-http-status-of-each-error.md');
    expect(output).toContain(
      'keeps the contract as far as it was reached: 0 broken, 1 differ (decision 2), 0 noted',
    );
    expect(code).toBe(0);
    const strict = await run([...args, '--strict'], credentials());
    expect(strict.output).toContain('does not keep all that the contract assumes (--strict)');
    expect(strict.code).toBe(1);
  });

  it('one added field is one line, however many answers have it, and ends with 0', async () => {
    const { url } = await faulty({
      answer: (answer) =>
        (answer.headers['content-type'] ?? '').startsWith('application/json')
          ? {
              ...answer,
              body: Buffer.from(Buffer.from(answer.body).toString().replace('{', '{"trace_id":"7",')),
            }
          : answer,
    });
    // Without the secret key nobody looks at the signature, which the added field would spoil.
    const args = ['--target', url, '--part', 'replay', '--part', 'negative', '--strict'];
    const { code, output } = await run(args, { CONTRACT_TOKEN: sandbox.token });
    expect(output.match(/trace_id/g)).toHaveLength(2);
    expect(output).toMatch(/^1\. field trace_id, \d{2,} times; first in .*, at \/body\/trace_id$/m);
    expect(output).toContain(': 0 broken, 0 differ, 1 noted');
    expect(code).toBe(0);
  });

  it('neither the token nor the secret key is ever shown, not even when the server sends them back', async () => {
    const { url } = await faulty({
      answer: (answer, { operation, headers }) =>
        operation === 'listTransactions'
          ? {
              ...answer,
              body: Buffer.from(
                JSON.stringify({
                  success: true,
                  data: sandbox.secretKey,
                  timestamp: headers.authorization,
                }),
              ),
            }
          : answer,
    });
    const files = ['json', 'html', 'xml'].map((ending) => join(folder, `echo.${ending}`));
    const args = [
      '--target',
      url,
      '--only',
      'listTransactions',
      ...files.flatMap((file) => ['--report', file]),
    ];
    const { code, output } = await run(args, credentials());
    expect(code).toBe(1);
    for (const text of [output, ...files.map((file) => readFileSync(file, 'utf8'))]) {
      expect(text).toContain('(CONTRACT_TOKEN)');
      expect(text).not.toContain(sandbox.token);
      expect(text).not.toContain(sandbox.secretKey);
    }
  });
});

const sentence = /^[^\n]+[.:]?$/m;

describe('what cannot be judged ends with 2 and a sentence', () => {
  it('a refused connection', async () => {
    const { code, output } = await run(['--target', 'http://127.0.0.1:9'], { CONTRACT_TOKEN: 'idg_test_a' });
    expect(output).toContain('the connection was refused');
    expect(code).toBe(2);
  });

  it('a name that does not exist', async () => {
    const { code, output } = await run(['--target', 'https://no-such-host.invalid'], {
      CONTRACT_TOKEN: 'idg_test_a',
    });
    expect(output).toContain('cannot be resolved');
    expect(code).toBe(2);
  });

  it.each([
    ['a server that speaks no TLS', () => createServer((_, response) => response.end())],
    ['a server without a certificate', () => createTlsServer({})],
  ])('a TLS error: %s', async (_, makeServer) => {
    const address = await listening(makeServer());
    const { code, output } = await run(['--target', `https://${address}`], { CONTRACT_TOKEN: 'idg_test_a' });
    expect(output).toContain('TLS');
    expect(code).toBe(2);
  });

  it('a wrong token', async () => {
    const { code, output } = await run(['--target', sandbox.url], { CONTRACT_TOKEN: 'idg_test_nobody' });
    expect(output).toContain('refuses the token in CONTRACT_TOKEN (HTTP 401, code -51)');
    expect(code).toBe(2);
  });

  it('a wrong secret key', async () => {
    const { code, output } = await run(['--target', sandbox.url], {
      ...credentials(),
      CONTRACT_SECRET_KEY: 'wrong',
    });
    expect(output).toContain('CONTRACT_SECRET_KEY is not the secret key of this terminal');
    expect(code).toBe(2);
  });

  it('a token that is revoked in the middle of the run', async () => {
    let count = 0;
    const { url } = await faulty({
      request: (request) =>
        ++count > 20
          ? { ...request, headers: { ...request.headers, authorization: 'Bearer idg_test_gone' } }
          : request,
    });
    const { code, output } = await run(['--target', url, '--only', 'listTransactions'], credentials());
    expect(output).toContain('refuses the token in CONTRACT_TOKEN');
    expect(code).toBe(2);
  });

  it('a server that goes away in the middle of the run', async () => {
    let count = 0;
    const server = await mutating(sandbox.url, {
      answer: (answer) => {
        if (++count === 5) void server.close();
        return count >= 5 ? 'cut' : answer;
      },
    });
    const { code, output } = await run(['--target', server.url, '--only', 'listTransactions'], credentials());
    expect(output).toContain('went away in the middle of the run');
    expect(code).toBe(2);
  });

  it('a server that accepts connections and says nothing', async () => {
    const address = await listening(createTcpServer());
    const { code, output } = await run(['--target', `http://${address}`, '--timeout', '1'], {
      CONTRACT_TOKEN: 'idg_test_a',
    });
    expect(output).toContain('no complete answer within 1 s');
    expect(code).toBe(2);
  });

  it.each([
    ['no target', [], 'Name what is to be judged'],
    ['an unknown option', ['--target', 'mock', '--fast'], '--fast'],
    ['an unknown target', ['--target', 'production'], 'is no target'],
    ['an address with a path', ['--target', 'https://ipg.irandargah.com/v2'], 'without a path'],
    [
      'an address that would carry the token in clear',
      ['--target', 'http://ipg.irandargah.com'],
      'use https://',
    ],
    ['no token', ['--target', 'https://ipg.irandargah.com'], 'Set CONTRACT_TOKEN'],
    ['an unknown format of the report', ['--target', 'mock', '--report', 'a.pdf'], '.json, .html or .xml'],
    [
      'an unknown dialect',
      ['--target', 'mock', '--dialect', 'frisian'],
      'There is no dialect "frisian". There are',
    ],
    [
      'an unknown dialect of the sandbox',
      ['--target', 'sandbox', '--sandbox-dialect', 'frisian'],
      'There is no dialect "frisian". There are',
    ],
    ['an unknown part', ['--target', 'mock', '--part', 'all'], 'There is no part'],
    ['a case that does not exist', ['--target', 'mock', '--only', 'nothing at all'], 'No case has a name'],
    ['a misspelt case', ['--target', 'mock', '--only', 'creatPaymnt'], '--only "createPayment 200 '],
    ['a part without a case', ['--target', 'mock', '--part', 'traffic'], 'have no case here'],
    ['a HAR file that does not exist', ['--har', 'nothing.har'], 'There is no file nothing.har'],
    ['a HAR file that is none', ['--har', 'package.json'], 'is no HAR file'],
  ])('%s', async (_, args, words) => {
    const { code, output } = await run(args);
    expect(output).toContain(words);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(code).toBe(2);
  });
});

describe('the process', () => {
  it.each([
    ['0 when it only explains itself', ['--help'], 0],
    ['2 when there is no server', ['--target', 'http://127.0.0.1:9'], 2],
  ])('ends with %s', async (_, args, expected) => {
    const { code, output } = await spawned(args, { CONTRACT_TOKEN: 'idg_test_a' });
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(code).toBe(expected);
  });

  it('ends with 1 when the contract is broken, and shows its progress', async () => {
    const { url } = await faulty({
      answer: (answer, { operation }) => (operation === 'getHealth' ? { ...answer, status: 204 } : answer),
    });
    const { code, output } = await spawned(['--target', url, '--only', 'getHealth 200'], credentials());
    expect(output).toContain('examples of answers: 1 of 1');
    expect(code).toBe(1);
  });
});
