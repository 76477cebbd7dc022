// The files that readers take away: a Postman collection that Postman accepts, and the catalogue of errors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { errors, operations } from '../../generated/facts.ts';
import { errorsAsCsv, errorsAsJson } from '../../scripts/docs/downloads/error-catalogue.ts';
import { postmanCollection } from '../../scripts/docs/downloads/postman.ts';
import { languages } from '../../scripts/docs/languages.ts';
import type { ContractDocument } from '../../scripts/generate/document.ts';
import { generatedFolder } from '../../scripts/generate/paths.ts';

const document = (language: string) =>
  JSON.parse(readFileSync(join(generatedFolder, `openapi.${language}.json`), 'utf8')) as ContractDocument;

const text = { type: 'string' };
const pair = {
  type: 'object',
  required: ['key', 'value'],
  additionalProperties: false,
  properties: { key: text, value: text, description: text, disabled: { type: 'boolean' }, type: text },
};
const pairs = { type: 'array', items: pair };
const request = {
  type: 'object',
  required: ['method', 'header', 'url'],
  additionalProperties: false,
  properties: {
    method: { enum: ['GET', 'POST'] },
    header: pairs,
    url: {
      type: 'object',
      required: ['raw', 'host', 'path'],
      additionalProperties: false,
      properties: {
        raw: { type: 'string', pattern: '^\\{\\{baseUrl\\}\\}/' },
        host: { type: 'array', items: text },
        path: { type: 'array', items: { type: 'string', minLength: 1 } },
        query: pairs,
        variable: pairs,
      },
    },
    body: {
      type: 'object',
      required: ['mode', 'raw'],
      properties: { mode: { const: 'raw' }, raw: text, options: { type: 'object' } },
    },
    auth: { type: 'object', required: ['type'], properties: { type: { const: 'noauth' } } },
    description: text,
  },
};

/** The parts of Postman's format 2.1 that the collection uses. */
const shape = {
  type: 'object',
  required: ['info', 'item'],
  additionalProperties: false,
  properties: {
    info: {
      type: 'object',
      required: ['name', 'schema'],
      properties: {
        name: text,
        schema: { const: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      },
    },
    auth: {
      type: 'object',
      required: ['type', 'bearer'],
      properties: { type: { const: 'bearer' }, bearer: pairs },
    },
    variable: pairs,
    item: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'item'],
        additionalProperties: false,
        properties: {
          name: text,
          description: text,
          item: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['name', 'request', 'response'],
              additionalProperties: false,
              properties: {
                name: text,
                request,
                response: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['name', 'originalRequest', 'code', 'header', 'body'],
                    properties: {
                      name: text,
                      originalRequest: request,
                      code: { type: 'integer' },
                      body: text,
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

describe.each(languages)('the Postman collection in %s', (language) => {
  const collection = postmanCollection(document(language));
  const items = collection.item.flatMap(({ item }) => item);

  it('has the shape of format 2.1', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(shape);
    validate(collection);
    expect(validate.errors).toBeNull();
  });

  it('has a request for every operation, with its example answers', () => {
    const sent = items.map(({ request: { method, url } }) => `${method} /${url.path.join('/')}`).sort();
    const documented = Object.values(operations)
      .map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
      .sort();
    expect(sent).toEqual(documented);
    expect(items.filter(({ response }) => response.length === 0)).toEqual([]);
  });

  it('sends the token where it is needed and nowhere else, and a fresh idempotency key', () => {
    const open = items.filter(({ request }) => request.auth).map(({ request }) => request.url.path.join('/'));
    expect(open.sort()).toEqual(['health', 'startpay/:authority', 'v2/idempotency-key']);
    const create = items.find(({ request }) => request.url.raw === '{{baseUrl}}/v2/payments');
    const key = create?.request.header.find(({ key }) => key === 'Idempotency-Key');
    expect(key).toMatchObject({ value: '{{$guid}}' });
    expect(key).not.toHaveProperty('disabled');
  });

  it('sends bodies that are JSON', () => {
    const bodies = items.flatMap(({ request }) => (request.body ? [request.body.raw] : []));
    expect(bodies.length).toBeGreaterThan(5);
    for (const body of bodies) expect(() => JSON.parse(body)).not.toThrow();
  });
});

describe.each(languages)('the catalogue of errors in %s', (language) => {
  it('is the same as JSON and as CSV', () => {
    const entries = JSON.parse(errorsAsJson(language)) as Record<string, unknown>[];
    expect(entries).toHaveLength(Object.keys(errors).length);
    const csv = errorsAsCsv(language);
    expect(csv.startsWith('\uFEFFcode,')).toBe(true);
    expect(readCsv(csv.slice(1))).toEqual(
      entries.map((entry) => ({
        ...entry,
        code: String(entry.code),
        http: (entry.http as number[]).join(' '),
      })),
    );
  });
});

/** Reads CSV as RFC 4180 describes it. */
function readCsv(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
