// Every collection runs green against the sandbox, by the program of its tool; and one that is set up wrong says so.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { generatedFolder, type Language } from '../../foundation/reader/paths.ts';
import { workflowsIn } from '../../foundation/reader/workflows.ts';
import { tokens } from '../../generated/facts.ts';
import contract from '../../generated/openapi.en.json' with { type: 'json' };
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { connectSandbox } from '../../sandbox/src/testing/index.ts';
import type { Check } from '../../scripts/generate/collections/checks.ts';
import { type Flow, flowsOf } from '../../scripts/generate/collections/flows.ts';
import { texts } from '../../scripts/generate/collections/texts.ts';
import { printedCommand, printedSecrets } from './collections/printed.ts';
import { bruno, type CollectionRun, httpyac, newman, type Runner } from './collections/runners.ts';
import { toolsFolder } from './collections/tools.ts';
import { installTools } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'irandargah-collections-'));
const report = join(folder, 'report.json');
const flows = flowsOf(workflowsIn('en'), contract as unknown as ContractDocument);

/** What a runner has to send and to test. */
function expected({ counts }: Runner): { requests: number; tests: number } {
  const isSignable = ({ requests }: Flow) => requests.some(({ endpoint }) => endpoint !== undefined);
  const requests = [
    ...(counts === 'signable' ? [] : flows),
    ...(counts === 'all' ? [] : flows.filter(isSignable)),
  ].flatMap((flow) => flow.requests);
  return { requests: requests.length, tests: requests.flatMap(({ checks }): Check[] => checks).length };
}

let sandbox: RunningSandbox;
/** Counts what reaches it; nothing should. */
let outside: Server;
let reached = 0;
/** One line for each run that has to be green. */
const summary: string[] = [];

function note(name: string, how: string, { requests, tests, failures }: CollectionRun): void {
  summary.push(`  ${name}, ${how}: ${requests} requests, ${tests} tests, ${failures.length} failures`);
}

beforeAll(async () => {
  await installTools(toolsFolder);
  // With the limits that it has for everybody: a collection must keep below them by itself.
  sandbox = await startSandbox({ port: 0, memory: true });
  outside = createServer((_, response) => {
    reached += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
}, 600_000);
afterAll(async () => {
  await sandbox?.close();
  outside?.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(['The collections against the sandbox:', ...summary].join('\n'));
});

const here = () => ({ baseUrl: sandbox.url, sandbox: sandbox.url });

const runners = (language: Language, isSigned: boolean): [string, Runner][] => [
  ['Postman, by newman', newman(language, report)],
  ['Bruno, by its command line', bruno(language, report)],
  ['.http files, by httpyac', httpyac(language, isSigned ? 'signed' : 'unsigned', report)],
];

describe('without signatures, in Persian', () => {
  it.each(runners('fa', false))('%s', async (name, runner) => {
    const { token } = await connectSandbox(sandbox.url);
    const run = await runner.run({ ...here(), token });
    note(name, 'unsigned', run);
    const { requests, tests, failures, code, output } = run;
    expect(failures, output).toEqual([]);
    expect({ requests, tests, code }).toEqual({ ...expected(runner), code: 0 });
  });
});

describe('for a terminal that refuses what is not signed, in English', () => {
  it.each(runners('en', true))('%s', async (name, runner) => {
    const { token, secretKey } = await connectSandbox(sandbox.url, { require_signature: true });
    const variables = { ...here(), token, secret_key: String(secretKey) };
    const run = await runner.run(variables);
    note(name, 'signed', run);
    const { requests, tests, failures, code, output } = run;
    expect(failures, output).toEqual([]);
    expect({ requests, tests, code }).toEqual({ ...expected(runner), code: 0 });
  });

  it.each(runners('en', false))('%s, not signed, fails', async (name, runner) => {
    const { token } = await connectSandbox(sandbox.url, { require_signature: true });
    const part = name.startsWith('Postman') ? 'Pay and verify' : undefined;
    const { code, failures } = await runner.run({ ...here(), token }, part);
    expect(code).not.toBe(0);
    expect(failures.join('\n')).toContain('createPayment');
  });
});

describe.each(['en', 'fa'] as const)('the .http files as the guide in %s says, by httpyac', (language) => {
  it('run with the variables that its command passes', async () => {
    const { token, secretKey } = await connectSandbox(sandbox.url);
    const known: Record<string, string> = { token, secret_key: String(secretKey) };
    const passed = printedCommand('httpyac', language).variables.map((name) => [name, String(known[name])]);
    const runner = httpyac(language, 'all', report);
    const run = await runner.run({ ...here(), ...Object.fromEntries(passed) });
    note('.http files, by httpyac', `as the guide in ${language} says`, run);
    const { requests, tests, failures, code, output } = run;
    expect(failures, output).toEqual([]);
    expect({ requests, tests, code }).toEqual({ ...expected(runner), code: 0 });
  });

  it('run with the secrets in the file that it tells to make', async () => {
    const { token, secretKey } = await connectSandbox(sandbox.url);
    const known: Record<string, string> = { token, secret_key: String(secretKey) };
    const unpacked = join(folder, `http-${language}`);
    cpSync(join(generatedFolder, 'collections', language, 'http'), unpacked, { recursive: true });
    const secrets = Object.entries(printedSecrets(language)).map(([environment, values]) => [
      environment,
      Object.fromEntries(Object.keys(values).map((name) => [name, known[name]])),
    ]);
    const file = join(unpacked, 'http-client.private.env.json');
    writeFileSync(file, JSON.stringify(Object.fromEntries(secrets)));
    const runner = httpyac(language, 'signed', report, unpacked);
    const { requests, tests, failures, code, output } = await runner.run(here());
    expect(failures, output).toEqual([]);
    expect({ requests, tests, code }).toEqual({ ...expected(runner), code: 0 });
  });
});

/** The beginning of a message, up to the name that it quotes: reports escape the quotes. */
const sentence = (text: string) => text.split(/["“]/)[0] ?? '';

describe.each(runners('en', false))('%s, set up wrong', (_, runner) => {
  const outsideUrl = () => `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;

  it('says that the token is missing, and sends nothing', async () => {
    const { code, output, requests } = await runner.run({ baseUrl: outsideUrl(), sandbox: outsideUrl() });
    expect(output).toContain(sentence(texts.en.empty));
    expect(output).toContain('token');
    expect(code).not.toBe(0);
    expect({ requests, reached }).toEqual({ requests: 0, reached: 0 });
  });

  it('refuses a token of production, and sends nothing', async () => {
    const token = `${tokens.prefixes.production}0123456789`;
    const { code, output, requests } = await runner.run({
      baseUrl: outsideUrl(),
      sandbox: outsideUrl(),
      token,
    });
    expect(output).toContain(texts.en.production);
    expect(code).not.toBe(0);
    expect({ requests, reached }).toEqual({ requests: 0, reached: 0 });
  });

  it('fails at an address where nothing answers', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const { code, output } = await runner.run({ baseUrl: nowhere, sandbox: nowhere, token: sandbox.token });
    expect(output).toContain('ECONNREFUSED');
    expect(code).not.toBe(0);
  });

  it('fails with a token that nobody knows', async () => {
    const token = `${tokens.prefixes.sandbox}nobody0123456789`;
    const { code, failures } = await runner.run({ ...here(), token });
    expect(failures.join('\n')).toContain('401');
    expect(code).not.toBe(0);
  });
});

describe('a request that is sent before those that it needs', () => {
  it.each([
    ['Postman', newman('en', report), 'getUnverified', sentence(texts.en.notYet)],
    ['Bruno', bruno('en', report), '01-pay-and-verify/04-getUnverified.bru', sentence(texts.en.notYet)],
  ])('in %s says what is missing', async (_, runner, part, words) => {
    const { code, output } = await runner.run({ ...here(), token: sandbox.token }, part);
    expect(output).toContain(words);
    expect(output).toContain('payAndVerify_authority');
    expect(code).not.toBe(0);
  });
});
