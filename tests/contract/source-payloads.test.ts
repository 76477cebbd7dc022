// Every payload that the published page prints is one that the contract allows, at the very place where the page prints it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isDemanded, type Operation } from '../../foundation/reader/document.ts';
import {
  basisOfOperation,
  callbacks,
  contract,
  needsToken,
  operationOf,
  operations,
  type Place,
  parametersOf,
  placeOf,
  places,
} from './bundle.ts';
import { check, readFromWire } from './validator.ts';

interface Printed {
  lines: string;
  payload?: unknown;
  completed?: { pointers: string[]; because: string };
  notAnExample?: string;
}
type PrintedRequest = Printed & {
  role: 'request';
  operation: string;
  method: string;
  url: string;
  headers?: Record<string, string>;
  omits?: string[];
  omitsBecause?: string;
};
type PrintedResponse = Printed & {
  role: 'response';
  operation: string;
  status: string;
  headers?: Record<string, string>;
};
type PrintedCallback = Printed & { role: 'callback'; callback: string; url: string };
type PrintedWebhook = Printed & { role: 'webhook'; event: string };
type Entry = PrintedRequest | PrintedResponse | PrintedCallback | PrintedWebhook;

const page = parse(readFileSync(new URL('./source-payloads.yaml', import.meta.url), 'utf8')) as Entry[];
const withRole = <Role extends Entry['role']>(role: Role) =>
  page.filter((entry): entry is Extract<Entry, { role: Role }> => entry.role === role);

const requests = withRole('request');
const responses = withRole('response');
const printedCallbacks = withRole('callback');
const webhooks = withRole('webhook');

/** The path of a request matched against a template: its path parameters, or undefined when it does not fit. */
function pathParameters(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const match = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return match
    ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] as string]))
    : undefined;
}

/** The headers that an operation documents, in lower case: its parameters, the token, the type of its body. */
function documentedHeaders(operation: Operation): string[] {
  return [
    ...parametersOf(operation)
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => name.toLowerCase()),
    ...(needsToken(operation) ? ['authorization'] : []),
    ...(operation.requestBody ? ['content-type'] : []),
  ];
}

/** The headers without which an operation refuses a request, in lower case. */
function requiredHeaders(operation: Operation): string[] {
  const optional = parametersOf(operation).filter(
    (parameter) => parameter.in === 'header' && !isDemanded(parameter),
  );
  const names = new Set(optional.map(({ name }) => name.toLowerCase()));
  return documentedHeaders(operation).filter((name) => !names.has(name));
}

function expectAmongExamples({ notAnExample }: Printed, place: Place, payload: unknown): void {
  const examples = Object.values(place.examples);
  if (notAnExample) expect(examples, `it is an example, so it needs no reason`).not.toContainEqual(payload);
  else expect(examples).toContainEqual(payload);
}

describe('a request that the page prints', () => {
  it.each(requests)('lines $lines: $operation goes to an address of the contract', (request) => {
    const { origin, pathname, searchParams } = new URL(request.url);
    const placed = operations.get(request.operation);
    expect(contract.servers.map(({ url }) => url)).toContain(origin);
    expect(placed?.method).toBe(request.method);
    const inPath = pathParameters(placed?.path ?? '', pathname);
    expect(inPath, `${pathname} does not fit ${placed?.path}`).toBeDefined();
    const given = { path: inPath ?? {}, query: Object.fromEntries(searchParams) };
    for (const [where, parameters] of Object.entries(given)) {
      for (const [name, text] of Object.entries(parameters)) {
        const { schema, examples } = placeOf(`${request.operation} ${where} ${name}`);
        const value = readFromWire(schema, text);
        expect(check(schema, value)).toEqual([]);
        expect(Object.values(examples)).toContainEqual(value);
      }
    }
  });

  it.each(requests)('lines $lines: $operation knows and gets the headers', (request) => {
    const operation = operationOf(request.operation);
    const sent = Object.keys(request.headers ?? {}).map((name) => name.toLowerCase());
    expect(documentedHeaders(operation)).toEqual(expect.arrayContaining(sent));
    const missing = requiredHeaders(operation).filter((name) => !sent.includes(name));
    expect(missing).toEqual((request.omits ?? []).map((name) => name.toLowerCase()));
    for (const [name, text] of Object.entries(request.headers ?? {})) {
      if (name === 'Authorization') expect(text).toMatch(/^Bearer \S+$/);
      else if (name === 'Content-Type')
        expect(Object.keys(operation.requestBody?.content ?? {})).toEqual([text]);
      else {
        const { schema, examples } = placeOf(`${request.operation} header ${name}`);
        expect(check(schema, text)).toEqual([]);
        expect(Object.values(examples)).toContainEqual(text);
      }
    }
  });

  it.each(requests)('lines $lines: $operation takes the body, and shows it as an example', (request) => {
    expect(operationOf(request.operation).requestBody !== undefined).toBe(request.payload !== undefined);
    if (request.payload === undefined) return;
    const place = placeOf(`${request.operation} request`);
    expect(check(place.schema, request.payload)).toEqual([]);
    expectAmongExamples(request, place, request.payload);
  });

  it('signs, by prepareRequest, a body that createPayment takes', () => {
    const prepared = requests.find(({ operation }) => operation === 'prepareRequest')?.payload as {
      data: unknown;
    };
    expect(check(placeOf('createPayment request').schema, prepared.data)).toEqual([]);
  });
});

describe('an answer that the page prints', () => {
  it.each(responses)(
    'lines $lines: $operation gives it with $status, and shows it as an example',
    (response) => {
      const place = placeOf(`${response.operation} ${response.status}`);
      expect(check(place.schema, response.payload)).toEqual([]);
      expectAmongExamples(response, place, response.payload);
    },
  );

  const headers = responses.flatMap(({ lines, operation, status, headers }) =>
    Object.entries(headers ?? {}).map(([name, text]) => ({ lines, operation, status, name, text })),
  );
  it.each(headers)(
    'lines $lines: $operation gives $name: $text with $status',
    ({ operation, status, name, text }) => {
      const { schema, examples } = placeOf(`${operation} ${status} header ${name}`);
      const value = readFromWire(schema, text);
      expect(check(schema, value)).toEqual([]);
      expect(Object.values(examples)).toContainEqual(value);
    },
  );
});

describe('a callback that the page prints', () => {
  const both = printedCallbacks.flatMap((printed) => [
    { ...printed, place: placeOf('paymentCallback request') },
    { ...printed, place: placeOf('paymentCallbackByGet query callback') },
  ]);
  it.each(both)(
    'lines $lines: $place.name carries its fields, and shows them as an example',
    ({ place, ...printed }) => {
      const fields = Object.fromEntries(new URL(printed.url).searchParams);
      const payload = readFromWire(place.schema, fields);
      expect(check(place.schema, payload)).toEqual([]);
      expectAmongExamples(printed, place, payload);
    },
  );
});

describe('a webhook that the page prints', () => {
  it.each(webhooks)('lines $lines: $event carries it, and shows it as an example', (webhook) => {
    const place = placeOf(`${webhook.event} request`);
    expect(check(place.schema, webhook.payload)).toEqual([]);
    expectAmongExamples(webhook, place, webhook.payload);
  });
});

describe('the list of what the page prints', () => {
  it('holds every request, answer, callback and webhook of the page', () => {
    const counted = Object.fromEntries(
      Object.entries(Object.groupBy(page, ({ role }) => role)).map(([role, all]) => [role, all.length]),
    );
    expect(counted).toEqual({ request: 21, response: 20, callback: 2, webhook: 1 });
  });

  it('has a request and a success for every operation that the page describes', () => {
    const described = [...operations.keys()].flatMap((id) =>
      basisOfOperation(id).kind === 'stated' ? [id] : [],
    );
    const named = (entries: { operation: string }[]) => new Set(entries.map(({ operation }) => operation));
    expect(named(requests)).toEqual(new Set(described));
    expect(named(responses.filter(({ status }) => status.startsWith('2')))).toEqual(new Set(described));
  });

  it('goes through the page from its beginning to its end', () => {
    const first = page.map(({ lines }) => Number.parseInt(lines, 10));
    expect(first).toEqual([...new Set(first)].sort((a, b) => a - b));
  });

  it('names a place of the contract in every entry', () => {
    expect(printedCallbacks.every(({ callback }) => callbacks.has(callback))).toBe(true);
    expect(places.size).toBeGreaterThan(page.length);
  });
});
