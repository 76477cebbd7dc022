// Schemathesis and Specmatic, which know nothing of us, judge the sandbox: they find nothing, and would find something.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../contract-tests/src/listening.ts';
import { readDecisions } from '../../foundation/reader/decisions.ts';
import { root } from '../../foundation/reader/paths.ts';
import { operations } from '../../generated/facts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import exceptions from './judges/exceptions.json' with { type: 'json' };
import { judgeBySchemathesis, judgeBySpecmatic, type Target, worldOfSandbox } from './judges/index.ts';
import { needlessExceptions as needlessOfSchemathesis } from './judges/schemathesis.ts';
import { needlessExceptions as needlessOfSpecmatic } from './judges/specmatic.ts';

let sandbox: RunningSandbox;
let target: Target;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, withoutLimits: true });
  target = {
    url: sandbox.url,
    token: sandbox.token,
    world: worldOfSandbox(sandbox.url, sandbox.terminalId),
  };
});
afterAll(() => sandbox?.close());

/** A gateway that forgets the amount of a payment that is asked for. */
async function forgetful() {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const {
      host: _,
      connection: __,
      'transfer-encoding': ___,
      'content-length': ____,
      ...headers
    } = request.headers;
    const body = Buffer.concat(chunks);
    const answer = await fetch(`${sandbox.url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    }).catch(() => undefined);
    if (answer === undefined) return response.destroy();
    const text = await answer.text();
    const isPayment = request.method === 'GET' && /^\/v2\/payments\/[^/]+$/.test(request.url ?? '');
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
    response.end(isPayment ? text.replace(/"amount":\d+,/, '') : text);
  });
  return listening(server);
}

describe('Schemathesis', () => {
  it('finds nothing in the sandbox, by its own cases and along the links', async () => {
    const { failures, tried, output } = await judgeBySchemathesis(target, { examples: 10 });
    expect(failures, output).toEqual([]);
    expect(tried).toBeGreaterThan(700);
    expect(output).not.toMatch(/^=+ (ERRORS|WARNINGS) =+$/m);
  });

  it('would find much without our exceptions', async () => {
    const { failures } = await judgeBySchemathesis(target, { examples: 10, withoutExceptions: true });
    // Its cases are drawn, so that one run need not meet all of them; but most it does.
    const needless = needlessOfSchemathesis(failures);
    expect(needless.length).toBeLessThan(exceptions.schemathesis.length / 2);
  });

  it('finds an answer that lacks what it must have', async () => {
    const gateway = await forgetful();
    const { failures } = await judgeBySchemathesis({ ...target, url: gateway.url }, { examples: 3 });
    await gateway.close();
    expect(failures).toContainEqual(
      expect.objectContaining({ operation: 'getPayment', check: 'response_schema_conformance' }),
    );
  });
});

describe('Specmatic', () => {
  it('finds nothing in the sandbox, and nothing to complain of in the paired document', async () => {
    const { failures, tried, output } = await judgeBySpecmatic(target);
    expect(failures, output.slice(-20_000)).toEqual([]);
    expect(tried).toBeGreaterThan(250);
    expect(output).not.toMatch(/WARNING|some issues|OAS\d{4}/);
  });

  it('needs each of our exceptions', async () => {
    const { failures } = await judgeBySpecmatic(target, { withoutExceptions: true });
    expect(needlessOfSpecmatic(failures)).toEqual([]);
  });

  it('finds an answer that lacks what it must have', async () => {
    const gateway = await forgetful();
    const { failures } = await judgeBySpecmatic({ ...target, url: gateway.url }, { variations: 'none' });
    await gateway.close();
    expect(failures).toContainEqual(expect.objectContaining({ operation: 'getPayment' }));
  });
});

describe('each exception', () => {
  const all = [...exceptions.schemathesis, ...exceptions.specmatic];
  const numbers = readDecisions(join(root, 'docs/decisions')).map(({ id }) => id);

  it.each(all)('$operation: $reason', ({ operation, decision, reason }) => {
    expect(numbers).toContain(decision);
    expect(reason.length).toBeGreaterThan(20);
    if (operation !== undefined) expect(Object.keys(operations)).toContain(operation);
  });
});
