// The tables of the published page and the contract say the same: codes, limits, cards, events, headers, fields.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { basisExtension, basisOf, sourceExtension } from '../../foundation/reader/basis.ts';
import { componentName, type Response, type Schema } from '../../foundation/reader/document.ts';
import { namesOf } from '../../foundation/reader/pointers.ts';
import {
  contract,
  follow,
  operationOf,
  operations,
  parametersOf,
  placeOf,
  places,
  responsesOf,
} from './bundle.ts';

interface PageTables {
  environments: Record<string, string>;
  tokens: { production: string; sandbox: string; sample: string; rotation_hours: number };
  token_headers: string[];
  request_signature: { headers: string[]; parts: string[]; minutes: number };
  response_signature: { headers: string[]; minutes: number };
  http_statuses: number[];
  codes: { line: number; code: number; message: string }[];
  error_types: string[];
  payment_statuses: string[];
  filter_statuses: string[];
  callback_statuses: number[];
  callback_failure_message: string;
  rate_limits: {
    line: number;
    operations: string[];
    limit: number;
    seconds: number;
    lifted: boolean;
    per: string;
  }[];
  test_cards: { line: number; number: string; cvv2: string; expiry: string; error: string | null }[];
  sandbox: {
    fee: number;
    dashboard: string;
    daily_transactions: string;
    highest_amount: number;
    requests_per_second: number;
    token_days: number;
  };
  webhook_events: string[];
  testable_events: string[];
  event_data: Record<string, string[]>;
  event_envelope: Record<string, string>;
  webhook_headers: { always: string[]; with_secret: string[]; content_type: string; user_agent: string };
  webhook_delivery: {
    timeout_seconds: number;
    retries: number;
    backoff_minutes: number[];
    cap_minutes: number;
  };
  fields: { lines: string; place: string; at: string; types: Record<string, string> }[];
  queries: { line: number; place: string; default?: unknown; rule?: Record<string, unknown> }[];
  body_defaults: { line: number; place: string; field: string; default: unknown }[];
}

const page = parse(readFileSync(new URL('./source-tables.yaml', import.meta.url), 'utf8')) as PageTables;

/** A value without what it rests on. */
function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) =>
      key === basisExtension || key === sourceExtension ? [] : [[key, bare(child)]],
    ),
  );
}

/** An `x-` extension of the root, of which a test names the members that it reads. */
function extension<T>(name: `x-${string}`): T {
  return bare(contract[name]) as T;
}

const component = (name: string) => follow<Schema>({ $ref: `#/components/schemas/${name}` });

/** The schema of a part of a value, references followed. */
function schemaAt(schema: Schema, pointer: string): Schema {
  return namesOf(pointer).reduce(
    (each, key) => follow<Schema>(each.properties?.[key] as Schema),
    follow<Schema>(schema),
  );
}

/** The fields of an object with their types; null beside another type is left out, as the page leaves it out. */
function fieldTypes(schema: Schema): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([field, node]) => {
      const types = [follow<Schema>(node).type ?? []].flat().filter((type) => type !== 'null');
      return [field, types.join(' or ')];
    }),
  );
}

describe('the codes of the page', () => {
  const codesOfContract = Object.values(contract.components.schemas).flatMap((schema) => {
    const status = schema['x-status-code'] as { message?: string } | undefined;
    if (!status) return [];
    const own = schema.allOf?.[1]?.properties?.error?.properties;
    return [{ code: schema.const ?? own?.code?.const, message: status.message ?? own?.message?.const }];
  });

  it.each(page.codes)('line $line: $code says what the contract says', ({ code, message }) => {
    const messages = codesOfContract.filter((each) => each.code === code).map((each) => each.message);
    expect(new Set(messages)).toEqual(new Set([message]));
  });

  it('are all sixteen that the contract has', () => {
    expect(page.codes).toHaveLength(16);
    expect(new Set(codesOfContract.map(({ code }) => code))).toEqual(
      new Set(page.codes.map(({ code }) => code)),
    );
  });

  it('come with the HTTP statuses of the page, each of them used', () => {
    const answered = [...operations.values()].flatMap(({ operation }) => [...responsesOf(operation).keys()]);
    expect(new Set(answered.map(Number))).toEqual(new Set(page.http_statuses));
  });

  it('belong to the types of the page', () => {
    expect(component('ErrorType').enum).toEqual(page.error_types);
    expect(Object.keys(component('ErrorType')['x-enum-descriptions'] as object)).toEqual(page.error_types);
  });
});

describe('the statuses of the page', () => {
  it('are those of a payment, of the filter and of the callback', () => {
    expect(component('PaymentStatus').enum).toEqual(page.payment_statuses);
    expect(placeOf('listTransactions query status').schema.enum).toEqual(page.filter_statuses);
    const paid = page.callback_statuses.filter((status) => status > 0);
    expect((component('CallbackStatus') as { then?: Schema }).then?.enum).toEqual(paid);
  });

  it('have a message for the payer, each', () => {
    const messages = component('CallbackStatus')['x-callback-messages'] as Record<string, string>;
    expect(Object.keys(messages).map(Number).sort()).toEqual([...page.callback_statuses].sort());
    expect(messages['-1']).toBe(page.callback_failure_message);
  });
});

describe('the rate limits of the page', () => {
  const limits = extension<Record<string, unknown>>('x-rate-limits');
  const limitsOf = (id: string) => (operationOf(id)['x-rate-limit'] ?? []).map((name) => limits[name]);

  it.each(page.rate_limits)('line $line: $operations have $limit in $seconds s', (row) => {
    const { limit, seconds, lifted, per } = row;
    for (const id of row.operations) {
      expect(limitsOf(id)).toContainEqual({
        limit,
        window_seconds: seconds,
        per,
        lifted_by_signature: lifted,
      });
    }
  });

  it('are all that the contract has', () => {
    for (const [id, { operation }] of operations) {
      const rows = page.rate_limits.filter((row) => row.operations.includes(id));
      expect(operation['x-rate-limit'] ?? [], id).toHaveLength(rows.length);
    }
    const used = [...operations.values()].flatMap(({ operation }) => operation['x-rate-limit'] ?? []);
    expect(new Set(used)).toEqual(new Set(Object.keys(limits)));
  });
});

describe('the sandbox of the page', () => {
  it('stands beside production', () => {
    const servers = contract.servers.map((server) => [server['x-environment'], server.url]);
    expect(Object.fromEntries(servers)).toEqual(page.environments);
  });

  it('has the cards of the page, and no other', () => {
    const cards = Object.values(extension<Record<string, Record<string, unknown>>>('x-test-cards'));
    expect(cards.map(({ description: _, ...card }) => card)).toEqual(
      page.test_cards.map(({ number, cvv2, expiry, error }) => ({
        card_number: number,
        cvv2,
        expiry,
        error_type: error,
      })),
    );
  });

  it('has the limits of the page', () => {
    const { sandbox } = page;
    expect(extension('x-sandbox')).toMatchObject({
      amount_maximum: sandbox.highest_amount,
      rate_limit: { limit: sandbox.requests_per_second, window_seconds: 1 },
      token_lifetime_days: sandbox.token_days,
      daily_transactions: sandbox.daily_transactions,
      fee_percent: sandbox.fee,
      dashboard: sandbox.dashboard,
    });
  });
});

describe('the tokens and signatures of the page', () => {
  const { tokens } = page;
  const facts = extension<{
    pattern: string;
    prefixes: Record<string, string>;
    rotation: { grace_seconds: number };
  }>('x-tokens');

  it('have their prefix, and an old token its time', () => {
    expect(facts.prefixes).toEqual({ production: tokens.production, sandbox: tokens.sandbox });
    for (const token of [tokens.sample, 'idg_test_a1B2']) expect(token).toMatch(new RegExp(facts.pattern));
    for (const token of [
      'idg_live_',
      'idg_prod_a1',
      'IDG_live_a1',
      'idg_live_a-1',
      ' idg_live_a1',
      'idg_live_a1 ',
    ]) {
      expect(token).not.toMatch(new RegExp(facts.pattern));
    }
    expect(facts.rotation.grace_seconds).toBe(tokens.rotation_hours * 3600);
  });

  /** The operations whose answers are made for a terminal: those that ask for a token, below /v2/. */
  const ofTerminals = [...operations].filter(
    ([, { path, operation }]) => path.startsWith('/v2/') && !operation.security,
  );

  it.each(ofTerminals)('stand in every answer of %s', (_, { operation }) => {
    const expected = [...page.token_headers, ...page.response_signature.headers];
    for (const [status, response] of responsesOf(operation)) {
      expect(Object.keys(response.headers ?? {}), status).toEqual(expect.arrayContaining(expected));
    }
  });

  it.each(ofTerminals)('may stand in every request of %s', (_, { operation }) => {
    const headers = parametersOf(operation).filter(({ in: where }) => where === 'header');
    expect(headers.map(({ name }) => name)).toEqual(expect.arrayContaining(page.request_signature.headers));
  });

  it('are made as the page makes them', () => {
    const { request_signature: request, response_signature: response } = page;
    expect(extension('x-signing')).toMatchObject({
      algorithm: 'HMAC-SHA256',
      encoding: 'hex',
      tolerance_seconds: request.minutes * 60,
      request: {
        parts: request.parts.map((part) => part.replace('json_body', 'body')),
        separator: ':',
        signature_header: request.headers[0],
        timestamp_header: request.headers[1],
      },
      response: {
        parts: ['body', 'timestamp'],
        separator: ':',
        signature_header: response.headers[0],
        timestamp_header: response.headers[1],
      },
    });
    expect(response.minutes).toBe(request.minutes);
  });

  it('leave an idempotency key its time', () => {
    const example = Object.values(placeOf('getIdempotencyKey 200').examples)[0] as { expires_in: number };
    expect(extension<{ lifetime_seconds: number }>('x-idempotency').lifetime_seconds).toBe(
      example.expires_in,
    );
  });
});

describe('the webhooks of the page', () => {
  it('are those of the contract', () => {
    expect(Object.keys(contract.webhooks)).toEqual(page.webhook_events);
    expect(component('WebhookEventType').enum).toEqual(page.webhook_events);
    expect(component('TestableEventType').enum).toEqual(page.testable_events);
  });

  it.each(Object.entries(page.event_data))('%s carries its fields', (event, fields) => {
    const data = schemaAt(placeOf(`${event} request`).schema, '/data');
    expect(Object.keys(data.properties ?? {})).toEqual(fields);
    expect(data.required).toEqual(fields);
  });

  it('have data for every event but the reversed payment', () => {
    const silent = page.webhook_events.filter((event) => !(event in page.event_data));
    const assumed = Object.keys(contract.webhooks).filter(
      (event) => basisOf(contract, `#/webhooks/${event}/post`).kind === 'decision',
    );
    expect(silent).toEqual(['payment.reversed']);
    expect(assumed).toEqual(silent);
  });

  it.each(Object.entries(contract.webhooks))(
    '%s comes in the envelope and with the headers of the page',
    (event, { post }) => {
      const { always, with_secret, content_type, user_agent } = page.webhook_headers;
      expect(fieldTypes(follow<Schema>(placeOf(`${event} request`).schema))).toEqual(page.event_envelope);
      const headers = parametersOf(post).map(({ name, required }) => [name, required]);
      expect(Object.fromEntries(headers)).toEqual({
        ...Object.fromEntries(always.map((name) => [name, true])),
        ...Object.fromEntries(with_secret.map((name) => [name, false])),
      });
      expect(Object.keys(post.requestBody?.content ?? {})).toEqual([content_type]);
      expect(placeOf(`${event} header User-Agent`).schema.const).toBe(user_agent);
    },
  );

  it('are sent again as the page says', () => {
    const { timeout_seconds, retries, backoff_minutes, cap_minutes } = page.webhook_delivery;
    expect(extension('x-webhook-delivery')).toMatchObject({
      timeout_seconds,
      retries,
      retry_delays_seconds: backoff_minutes.map((minutes) => minutes * 60),
      delay_cap_seconds: cap_minutes * 60,
      accepted_statuses: { from: 200, to: 299 },
    });
  });
});

describe('the fields of the page', () => {
  it.each(page.fields)('lines $lines: $place $at has these, and no other', ({ place, at, types }) => {
    expect(fieldTypes(schemaAt(placeOf(place).schema, at))).toEqual(types);
  });

  it.each(page.queries)('line $line: $place has its default and its rule of dates', ({ place, ...row }) => {
    const [id = '', , name] = place.split(' ');
    const parameter = parametersOf(operationOf(id)).find((each) => each.name === name);
    expect(parameter?.required).toBe(false);
    expect(parameter?.schema.default).toEqual(row.default);
    expect(parameter?.['x-date-rule']).toEqual(row.rule);
  });

  it('are all the fields of every query', () => {
    const inContract = [...operations.keys()].flatMap((id) =>
      [...places.keys()].filter((name) => name.startsWith(`${id} query `)),
    );
    expect(inContract.sort()).toEqual(page.queries.map(({ place }) => place).sort());
  });

  it.each(page.body_defaults)('line $line: $field of a $place is $default when it is missing', (row) => {
    expect(schemaAt(placeOf(row.place).schema, `/${row.field}`).default).toEqual(row.default);
  });

  it('have no other default in any body', () => {
    const defaults = [...places.values()]
      .filter(({ name }) => name.endsWith(' request'))
      .flatMap(({ name, schema }) =>
        Object.entries(follow<Schema>(schema).properties ?? {}).flatMap(([field, node]) =>
          follow<Schema>(node).default === undefined ? [] : [{ place: name, field }],
        ),
      );
    expect(defaults).toEqual(page.body_defaults.map(({ place, field }) => ({ place, field })));
  });
});

describe('an answer that says too many requests', () => {
  it.each([...operations].filter(([id]) => id !== 'openPaymentPage'))(
    'carries its headers from %s',
    (_, { operation }) => {
      const response = follow<Response>(operation.responses['429'] as Response);
      const required = Object.entries(response.headers ?? {}).filter(([, header]) => follow(header).required);
      expect(required.map(([name]) => name)).toEqual([
        'X-RateLimit-Limit',
        'X-RateLimit-Remaining',
        'X-RateLimit-Reset',
        'Retry-After',
      ]);
      expect(componentName(response.content?.['application/json']?.schema ?? {})).toBe('ErrorRateLimited');
    },
  );
});
