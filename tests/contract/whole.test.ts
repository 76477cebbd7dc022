// Nothing is missing: every operation, answer, code, type, event and server, counted from the bundle.
import { describe, expect, it } from 'vitest';
import { errorSchemasOf, isDemanded, type Schema } from '../../foundation/reader/document.ts';
import {
  basisOfOperation,
  callbacks,
  contract,
  follow,
  needsToken,
  operationOf,
  operations,
  parametersOf,
  responsesOf,
} from './bundle.ts';
import { errors, events, successes } from './fixed-values.ts';

/** Each operation with its method and path, and whether it asks for a token. */
const expectedOperations: Record<string, [method: string, path: string, token: boolean]> = {
  getIdempotencyKey: ['GET', '/v2/idempotency-key', false],
  createPayment: ['POST', '/v2/payments', true],
  getPayment: ['GET', '/v2/payments/{authority}', true],
  cancelPayment: ['POST', '/v2/payments/{authority}/cancel', true],
  openPaymentPage: ['GET', '/startpay/{authority}', false],
  createVerification: ['POST', '/v2/verifications', true],
  getVerification: ['GET', '/v2/verifications/{authority}', true],
  retryVerification: ['POST', '/v2/verifications/{authority}/retry', true],
  listTransactions: ['GET', '/v2/transactions', true],
  getTransaction: ['GET', '/v2/transactions/{authority}', true],
  createRefund: ['POST', '/v2/refunds', true],
  getHealth: ['GET', '/health', false],
  subscribeWebhook: ['POST', '/v2/webhooks/subscribe', true],
  listWebhookEvents: ['GET', '/v2/webhooks/events', true],
  unsubscribeWebhook: ['POST', '/v2/webhooks/unsubscribe', true],
  testWebhook: ['POST', '/v2/webhooks/test', true],
  getDailyReport: ['GET', '/v2/reports/daily', true],
  getMonthlyReport: ['GET', '/v2/reports/monthly', true],
  prepareRequest: ['POST', '/api/prepare-request', true],
};

const credentials = ['ErrorCredentialsMissing', 'ErrorCredentialsInvalid'];
const signature = ['ErrorSignatureMissing', 'ErrorTimestampInvalid', 'ErrorSignatureInvalid'];
const bank = ['ErrorBankUnavailable'];

/** What every operation of a terminal can answer besides its success. */
const always = {
  401: [...credentials, ...signature],
  403: ['ErrorIpNotAllowed', 'ErrorTerminalInactive'],
  429: ['ErrorRateLimited'],
  500: ['ErrorInternal', 'ErrorUnexpected'],
};
const withBank = { ...always, 500: [...always[500], ...bank] };
const invalid = { 422: ['ErrorValidation'] };
const malformed = { 400: ['ErrorMalformedBody'] };
const unknown = { 404: ['ErrorTransactionNotFound'] };
const open = { 429: always[429], 500: always[500] };

/** The errors of each operation by status, by the names in fixed-values.ts. */
const expectedErrors: Record<string, Record<number, string[]>> = {
  getIdempotencyKey: open,
  createPayment: { ...withBank, ...malformed, ...invalid },
  getPayment: { ...always, ...unknown, ...invalid },
  cancelPayment: { ...always, ...unknown, ...invalid, 400: ['ErrorStateForbids', 'ErrorAlreadyVerified'] },
  createVerification: {
    ...withBank,
    ...unknown,
    ...invalid,
    400: ['ErrorMalformedBody', 'ErrorStateForbids', 'ErrorAlreadyVerified'],
  },
  getVerification: { ...always, ...unknown, ...invalid },
  retryVerification: {
    ...withBank,
    ...unknown,
    ...invalid,
    400: ['ErrorStateForbids', 'ErrorAlreadyVerified'],
  },
  listTransactions: { ...always, ...invalid },
  getTransaction: { ...always, ...unknown, ...invalid },
  createRefund: { ...withBank, ...unknown, ...invalid, 400: ['ErrorMalformedBody', 'ErrorStateForbids'] },
  getHealth: open,
  subscribeWebhook: { ...always, ...malformed, ...invalid },
  listWebhookEvents: always,
  unsubscribeWebhook: { ...always, ...malformed, ...invalid },
  testWebhook: { ...always, ...malformed, ...invalid },
  getDailyReport: { ...always, ...invalid },
  getMonthlyReport: { ...always, ...invalid },
  // It is what makes signatures, so it cannot ask for one.
  prepareRequest: { ...always, ...malformed, ...invalid, 401: credentials },
};

/** The required parts of requests that are no fields of a body: paths, headers and the body itself. */
const requiredParts: Record<string, string[]> = {
  createPayment: ['body', 'header Idempotency-Key'],
  getPayment: ['path authority'],
  cancelPayment: ['path authority'],
  openPaymentPage: ['path authority'],
  createVerification: ['body'],
  getVerification: ['path authority'],
  retryVerification: ['path authority'],
  getTransaction: ['path authority'],
  createRefund: ['body'],
  subscribeWebhook: ['body'],
  unsubscribeWebhook: ['body'],
  testWebhook: ['body'],
  prepareRequest: ['body'],
};

/** The optional headers of requests. */
const optionalHeaders: Record<string, string[]> = {
  createPayment: ['X-Idempotency-Key'],
  createVerification: ['Idempotency-Key', 'X-Idempotency-Key'],
  createRefund: ['Idempotency-Key', 'X-Idempotency-Key'],
  prepareRequest: ['X-API-Token'],
};

describe('the operations of the contract', () => {
  it('are the eighteen of the gateway and the page of the payer', () => {
    const actual = [...operations].map(([id, { method, path, operation }]) => [
      id,
      [method, path, needsToken(operation)],
    ]);
    expect(Object.fromEntries(actual)).toEqual(expectedOperations);
    expect(operations.size).toBe(18 + 1);
  });

  it.each(Object.keys(expectedErrors))('%s answers with exactly its errors', (id) => {
    const failures = [...responsesOf(operationOf(id))].filter(([status]) => Number(status) >= 400);
    const actual = failures.map(([status, response]) => [status, errorSchemasOf(contract, response).sort()]);
    const expected = Object.entries(expectedErrors[id] ?? {}).map(([status, names]) => [
      status,
      [...names].sort(),
    ]);
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
  });

  it.each(Object.entries(successes))('%s answers with exactly one success', (id, { status }) => {
    const succeeding = [...responsesOf(operationOf(id)).keys()].filter((each) => Number(each) < 400);
    expect(succeeding).toEqual([String(status)]);
  });

  it('answer with a page where the payer looks', () => {
    const pages = [...responsesOf(operationOf('openPaymentPage'))];
    expect(pages.map(([status, { content }]) => [status, Object.keys(content ?? {})])).toEqual([
      ['200', ['text/html']],
      ['404', ['text/html']],
    ]);
  });

  it.each([...operations])('%s demands exactly what it needs', (id, { operation }) => {
    const parameters = parametersOf(operation).filter(isDemanded);
    const required = parameters.map(({ in: where, name }) => `${where} ${name}`);
    const body = operation.requestBody?.required ? ['body'] : [];
    expect([...body, ...required]).toEqual(requiredParts[id] ?? []);
    expect(operation.requestBody === undefined || operation.requestBody.required).toBe(true);
  });

  it.each([...operations])('%s takes exactly its headers', (id, { operation, path }) => {
    const signing = path.startsWith('/v2/') && needsToken(operation) ? ['X-Signature', 'X-Timestamp'] : [];
    const optional = parametersOf(operation).filter((each) => each.in === 'header' && !isDemanded(each));
    expect(optional.map(({ name }) => name)).toEqual([...(optionalHeaders[id] ?? []), ...signing]);
  });

  it.each([...operations])('%s carries exactly its headers in its answers', (id, { operation, path }) => {
    const signed = ['X-Response-Signature', 'X-Response-Timestamp'];
    const ofToken = ['X-Token-Deprecated', 'X-Token-Deprecated-Expires-At'];
    const limited = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
    const always = [
      ...(path.startsWith('/v2/') && needsToken(operation) ? signed : []),
      ...(needsToken(operation) ? ofToken : []),
      ...limited,
    ];
    for (const [status, { headers = {} }] of responsesOf(operation)) {
      const names = Object.keys(headers);
      const succeeds = Number(status) < 400;
      if (id === 'openPaymentPage') expect(names).toEqual([]);
      else if (succeeds) expect(names).toEqual(always);
      // Errors are shared by all operations, so each may carry what any of them carries.
      else
        expect(names).toEqual([
          ...signed,
          ...ofToken,
          ...limited,
          ...(status === '429' ? ['Retry-After'] : []),
        ]);
    }
  });

  it('show at least one example of every body', () => {
    const silent = [...operations].flatMap(([id, { operation }]) => {
      const bodies = [
        ['request', operation.requestBody] as const,
        ...[...responsesOf(operation)].map(([status, response]) => [status, response] as const),
      ];
      return bodies.flatMap(([name, body]) =>
        Object.values(body?.content ?? {}).flatMap(({ examples }) =>
          Object.keys(examples ?? {}).length > 0 ? [] : [`${id} ${name}`],
        ),
      );
    });
    expect(silent).toEqual([]);
  });

  it('show an example of every error that they can answer', () => {
    const shown = [...operations.values()].flatMap(({ operation }) =>
      [...responsesOf(operation)].flatMap(([status, response]) => {
        const examples = Object.values(response.content?.['application/json']?.examples ?? {});
        const codes = examples.map(
          (node) => (follow(node).value as { error?: { code: number; type: string } }).error,
        );
        const unseen = errorSchemasOf(contract, response).filter(
          (name) =>
            !codes.some((error) => error?.code === errors[name]?.code && error?.type === errors[name]?.type),
        );
        return unseen.map((name) => `${operation.operationId} ${status}: ${name}`);
      }),
    );
    expect(shown).toEqual([]);
  });
});

describe('the codes of the contract', () => {
  const catalogue = Object.entries(contract.components.schemas).filter(
    ([, schema]) => schema['x-status-code'],
  );
  const isError = ([, schema]: [string, Schema]) => schema.const === undefined;

  it('are fourteen errors, one of them with three faces, and two successes', () => {
    const failed = catalogue.filter(isError).map(([name]) => name);
    expect(failed.sort()).toEqual(Object.keys(errors).sort());
    const codes = new Set(Object.values(errors).map(({ code }) => code));
    const succeeded = catalogue.filter((entry) => !isError(entry)).map(([, schema]) => schema.const);
    expect(succeeded.sort()).toEqual([100, 200]);
    expect(codes.size + succeeded.length).toBe(16);
  });

  it('use all seven types', () => {
    const types = new Set(Object.values(errors).map(({ type }) => type));
    expect(types).toEqual(new Set(contract.components.schemas.ErrorType?.enum));
    expect(types.size).toBe(7);
  });

  it.each(catalogue)('say in %s the HTTP statuses that they come with', (name, schema) => {
    const { http, action } = schema['x-status-code'] as { http: number[]; action: string };
    expect(http).toEqual(errors[name] ? [errors[name].http] : [200]);
    expect(action).toMatch(/\w/);
    expect(schema.description).toMatch(/\w/);
    const used = [...operations.values()].flatMap(({ operation }) =>
      [...responsesOf(operation)].filter(([, response]) => errorSchemasOf(contract, response).includes(name)),
    );
    if (errors[name]) expect([...new Set(used.map(([status]) => Number(status)))]).toEqual(http);
  });
});

describe('the rest of the contract', () => {
  it('has the twelve events, each with an example and what to answer', () => {
    expect(Object.keys(contract.webhooks)).toEqual(events);
    expect(events).toHaveLength(12);
    for (const [event, { post }] of Object.entries(contract.webhooks)) {
      const examples = Object.values(post.requestBody?.content['application/json']?.examples ?? {});
      expect(examples.map((node) => (follow(node).value as { event: string }).event)).toEqual([event]);
      expect([...responsesOf(post)].map(([status, { description }]) => [status, typeof description])).toEqual(
        [
          ['2XX', 'string'],
          ['4XX', 'string'],
          ['5XX', 'string'],
        ],
      );
      expect([post.requestBody?.required, needsToken(post)]).toEqual([true, false]);
    }
  });

  it('has both servers, production first', () => {
    expect(contract.servers.map((server) => server['x-environment'])).toEqual(['production', 'sandbox']);
  });

  it('has the callback by POST form and by GET query, from createPayment alone', () => {
    expect([...callbacks.keys()]).toEqual(['paymentCallback', 'paymentCallbackByGet']);
    const post = callbacks.get('paymentCallback');
    const get = callbacks.get('paymentCallbackByGet');
    expect(Object.keys(post?.requestBody?.content ?? {})).toEqual(['application/x-www-form-urlencoded']);
    expect(post?.requestBody?.required).toBe(true);
    expect(get?.requestBody).toBeUndefined();
    expect([...callbacks.values()].map(needsToken)).toEqual([false, false]);
    expect(get && parametersOf(get)).toMatchObject([
      { in: 'query', required: true, style: 'form', explode: true },
    ]);
    const calling = [...operations].filter(([, { operation }]) => operation.callbacks).map(([id]) => id);
    expect(calling).toEqual(['createPayment']);
  });

  it('names no operation twice', () => {
    const ids = [
      ...operations.keys(),
      ...callbacks.keys(),
      ...Object.values(contract.webhooks).map(({ post }) => post.operationId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks what the documentation only names', () => {
    const assumed = [...operations.keys()].filter((id) => basisOfOperation(id).kind === 'decision');
    expect(assumed).toEqual(['createRefund']);
  });
});
