// The requests at the edges: each lawful, each form of each field, none left out, and all of them accepted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../src/contract/document.ts';
import { brokenRules, schemaAt } from '../src/contract/schemas.ts';
import { edgeCases } from '../src/plan/positive/cases.ts';
import { edgeTestCase } from '../src/plan/positive/send.ts';
import { witnesses } from '../src/plan/positive/values.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';
import { mutating } from './servers/mutating.ts';

const cases = edgeCases({ amountMaximum: 10_000_000, now: 1764000000 });
const ids = cases.map(({ id }) => id);

/** The schema of each field of each request body, and of each query parameter. */
const fields = operations.flatMap(({ requestBody, parameters }) => [
  ...Object.keys(requestBody ? (schemaAt(requestBody.schemaPointer).value.properties ?? {}) : {})
    .filter((field) => field !== 'authority')
    .map((field) => schemaAt(`${requestBody?.schemaPointer}/properties/${field}`)),
  ...parameters
    .filter(({ value }) => value.in === 'query')
    .map(({ pointer }) => schemaAt(`${pointer}/schema`)),
]);

describe('the edges', () => {
  it('have a name each, and keep every rule', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const edge of cases) {
      const { requestBody } = edge.operation;
      const { body } = edgeTestCase(edge).draft;
      if (!requestBody || !body || !('json' in body)) continue;
      expect([edge.id, brokenRules(requestBody.schemaPointer, body.json)]).toEqual([edge.id, []]);
    }
  });

  it('have a witness for each alternative of each pattern', () => {
    const alternatives = fields.filter(({ value }) => /[|?]/.test(String(value.pattern ?? '')));
    expect(alternatives.length).toBeGreaterThan(4);
    // An address has no alternatives but its scheme, and the one of a webhook not even that.
    const missing = alternatives.filter(
      ({ pointer }) => !witnesses[pointer] && !pointer.endsWith('/WebhookUrl'),
    );
    expect(missing.map(({ pointer, value }) => [pointer, value.pattern])).toEqual([]);
    for (const [pointer, values] of Object.entries(witnesses)) {
      for (const value of values) expect([value, brokenRules(pointer, value)]).toEqual([value, []]);
    }
  });

  it.each([
    'createPayment edge body /mobile pattern 00989123456789',
    'createPayment edge body /mobile pattern 9123456789',
    'createPayment edge body /card_number pattern 6037997123456789',
    'createPayment edge body /callback_url pattern http://127.0.0.1:9/callback',
    'createPayment edge body /callback_url maxLength',
    'createPayment edge body /order_id maxLength',
    'createPayment edge body /order_id minLength',
    'createPayment edge body /amount minimum',
    'createPayment edge body /amount maximum',
    'createPayment edge body /action enum GET',
    'createPayment edge header Idempotency-Key maxLength',
    'subscribeWebhook edge body /events/0 enum settlement.failed',
    'subscribeWebhook edge body /secret minLength',
    'listTransactions edge query per_page maximum',
    'listTransactions edge query status enum cancelled',
    'createRefund edge body /amount minimum',
    'testWebhook edge body /event_type enum payment.completed',
  ])('%s is one of them', (id) => {
    expect(ids).toContain(id);
  });
});

describe('a server', () => {
  const optionsFor = (only: string) => {
    const options = readOptions(['--target', 'sandbox', '--part', 'requests', '--only', only], {});
    if (!options) throw new Error('The arguments asked for help.');
    return options;
  };
  let sandbox: Target;
  beforeAll(async () => {
    sandbox = await startSandboxTarget(optionsFor('edge'));
  });
  afterAll(() => sandbox.close());

  it('that takes all of them keeps the contract', async () => {
    const { findings, cases: tried } = await runAgainst(sandbox, optionsFor(' edge '), silent);
    expect(findings).toEqual([]);
    expect(tried.filter(({ outcome }) => outcome === 'kept').length).toBe(tried.length);
    expect(tried.length).toBeGreaterThan(60);
  }, 30_000);

  it.each([
    ['0098', '/mobile', /"mobile":"0098/],
    ['a whole card number', '/card_number', /"card_number":"\d{16}"/],
    ['a callback without TLS', '/callback_url', /"callback_url":"http:/],
    ['the longest order', '/order_id', /"order_id":"[^"]{50}"/],
  ])('that refuses %s is found out', async (_, field, refused) => {
    const wrong = await mutating(sandbox.url, {
      request: (request) =>
        refused.test(Buffer.from(request.body ?? []).toString('utf8'))
          ? { ...request, body: Buffer.from('{}') }
          : request,
    });
    try {
      const only = `createPayment edge body ${field}`;
      const { verdict } = await runAgainst({ ...sandbox, url: wrong.url }, optionsFor(only), silent);
      expect(verdict).toBe('broken');
    } finally {
      await wrong.close();
    }
  });
});
