// The published contract as a whole: open to every odd answer, and as strict as before in what is sent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type ContractDocument,
  type Example,
  type MediaType,
  resolve,
  type Schema,
} from '../../foundation/reader/document.ts';
import { generatedFolder, type Language, languages } from '../../foundation/reader/paths.ts';
import { referenceTo, under } from '../../foundation/reader/pointers.ts';
import { lintBy } from '../../foundation/reader/redocly.ts';
import { carriersOf, type Placed, type Role, schemasOf } from '../../scripts/generate/publish/places.ts';

const read = (file: string) => readFileSync(join(generatedFolder, file), 'utf8');
const documentOf = (name: 'strict' | 'openapi', language: Language = 'en') =>
  JSON.parse(read(`${name}.${language}.json`)) as ContractDocument;

const strict = documentOf('strict');
const published = documentOf('openapi');

/** Says which rules a value breaks, by the JSON pointer to its schema. */
function validator(document: ContractDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  return (pointer: string, value: unknown): string[] => {
    const validate = ajv.compile(referenceTo(pointer, 'contract'));
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

const findings = validator(published);

/** Every example of a body, with the pointer to the schema that it belongs to. */
const examplesOf = (role: Role) =>
  carriersOf(published).bodies[role].flatMap(({ node, pointer }: Placed<MediaType>) =>
    Object.entries(node.examples ?? {}).flatMap(([name, example]) => {
      const { value } = resolve<Example>(published, example);
      return typeof value === 'object' ? [{ name, value, at: under(pointer, 'schema') }] : [];
    }),
  );
const received = examplesOf('received');
const inBrief = ({ at }: { at: string }) => at.replace(/^#\/(paths|webhooks|components)\//, '');

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with something changed in every object of it. */
function everywhere(value: unknown, change: (fields: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, everywhere(field, change)]);
  return change(Object.fromEntries(fields));
}

/** Whether an object is a map, whose fields are names: of faulty fields, for example. */
const isMap = (fields: Json) => Object.values(fields).every(Array.isArray);
const withField = (value: unknown) =>
  everywhere(value, (fields) => (isMap(fields) ? fields : { ...fields, added_later: 'new' }));
const withTexts = (text: string) => (value: unknown) =>
  everywhere(value, (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, typeof field === 'string' ? text : field]),
    ),
  );
const withNumbers = (value: unknown) =>
  everywhere(value, (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, typeof field === 'number' ? -987_654_321 : field]),
    ),
  );

describe('what is received', () => {
  it('has examples of answers, callbacks and events', () => {
    expect(received.length).toBeGreaterThan(80);
  });
  it.each(received.map((one) => ({ ...one, place: inBrief(one) })))(
    '$place: $name is valid as it is, with added fields, and with values that nobody knew',
    ({ at, value }) => {
      // A new status, event, code or reason is such a value. Addresses and moments keep their form.
      const dateless = everywhere(value, ({ expires_at, timestamp, ...fields }) => fields);
      for (const odd of [value, withField(value), withNumbers(value)]) expect(findings(at, odd)).toEqual([]);
      const ofForm = (finding: string) => !/must match format|required property/.test(finding);
      expect(findings(at, withTexts('refunded')(dateless)).filter(ofForm)).toEqual([]);
      expect(findings(at, withTexts('')(dateless)).filter(ofForm)).toEqual([]);
    },
  );
  it('demands no more than types, and closes nothing', () => {
    const demanding = [
      'const',
      'enum',
      'pattern',
      'minimum',
      'maximum',
      'minLength',
      'maxLength',
      'minItems',
    ];
    const closing = [
      'unevaluatedProperties',
      'propertyNames',
      'if',
      'dependentRequired',
      'oneOf',
      'anyOf',
      'allOf',
    ];
    for (const { node, pointer } of schemasOf(published, 'received')) {
      expect(node.additionalProperties, pointer).not.toBe(false);
      expect(
        Object.keys(node).filter((keyword) => [...demanding, ...closing].includes(keyword)),
        pointer,
      ).toEqual([]);
    }
  });
  it.each<[string, string]>([
    ['VerificationState', 'verified_at'],
    ['VerificationState', 'ref_id'],
    ['VerificationMeta', 'processing_time_ms'],
    ['VerificationMeta', 'request_id'],
    ['PaymentCreatedMeta', 'request_id'],
  ])('%s is valid without %s, and with null or nothing in it', (name, field) => {
    const { properties = {}, required = [] } = published.components.schemas[name] as Schema;
    expect(required).not.toContain(field);
    expect([(properties[field] as Schema).type].flat()).toContain('null');
  });
  it('says of each open list in both languages which values are known', () => {
    for (const language of languages) {
      const document = documentOf('openapi', language);
      const lists = schemasOf(document, 'received').filter(({ node }) => node['x-extensible-enum']);
      expect(lists.length).toBeGreaterThan(10);
      for (const { node, pointer } of lists) {
        for (const value of node['x-extensible-enum'] as unknown[]) {
          expect(node.description, pointer).toContain(`\`${value}\``);
        }
      }
    }
  });
  it('has one catalogue of errors, and each answer names its own', () => {
    const catalogue = published['x-error-catalogue'] as Record<string, { code: number }>;
    const { 'x-extensible-enum': codes } = published.components.schemas.ErrorCode as Schema;
    expect([...new Set(Object.values(catalogue).map(({ code }) => code))].sort()).toEqual(
      [...(codes as number[])].sort(),
    );
    const named = Object.values(published.components.responses as Record<string, Json>).flatMap(
      (response) => (response['x-errors'] ?? []) as string[],
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(catalogue)));
  });
});

/** A schema with everything in it that it refers to, without what only explains. */
function written(document: ContractDocument, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => written(document, item));
  if (!isObject(node)) return node;
  const { $ref, ...own } = node;
  const whole = typeof $ref === 'string' ? { ...(resolve(document, { $ref }) as Json), ...own } : own;
  const rules = Object.entries(whole).filter(([key]) => !['x-basis', 'x-enum-descriptions'].includes(key));
  return Object.fromEntries(rules.map(([key, value]) => [key, written(document, value)]));
}

describe('what is sent', () => {
  it('has the same rules as in the strict contract', () => {
    const rulesOf = (document: ContractDocument) =>
      schemasOf(document, 'sent')
        .filter(({ pointer }) => !pointer.startsWith('#/components/'))
        .map(({ node, pointer }) => [pointer, written(document, node)]);
    expect(rulesOf(published)).toEqual(rulesOf(strict));
  });
  it.each(examplesOf('sent').map((one) => ({ ...one, place: inBrief(one) })))(
    '$place: $name takes no added field',
    ({ at, value }) => {
      expect(findings(at, value)).toEqual([]);
      if (!at.includes('prepare-request')) expect(findings(at, withField(value))).not.toEqual([]);
    },
  );
});

describe('for the tools of others', () => {
  const every = schemasOf(published, 'received');
  it('every object of an answer has a name', () => {
    const nameless = every.filter(
      ({ node, pointer }) => node.properties && !/^#\/components\/schemas\/[^/]+$/.test(pointer),
    );
    expect(nameless.map(({ pointer }) => pointer)).toEqual([]);
  });
  it('no object is both a class and a map', () => {
    const both = every.filter(({ node }) => node.properties && typeof node.additionalProperties === 'object');
    expect(both.map(({ pointer }) => pointer)).toEqual([]);
  });
  it('every number of a list has a name that can be one in any language', () => {
    const numbers = every.filter(
      ({ node }) => typeof (node['x-extensible-enum'] as unknown[])?.[0] === 'number',
    );
    expect(numbers.length).toBeGreaterThan(2);
    for (const { node, pointer } of numbers) {
      const names = node['x-enum-varnames'] as string[];
      expect(new Set(names).size, pointer).toBe((node['x-extensible-enum'] as unknown[]).length);
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
  });
  it('no two closed lists share a value, since both would be constants of one package', () => {
    const values = Object.values(published.components.schemas).flatMap(({ enum: list }) => list ?? []);
    expect(new Set(values).size).toBe(values.length);
  });
  it('every integer is told to have 64 bits', () => {
    const short = every.filter(
      ({ node }) => [node.type].flat().includes('integer') && node.format !== 'int64',
    );
    expect(short.map(({ pointer }) => pointer)).toEqual([]);
  });
  it('no callback and no header of an event stands elsewhere', () => {
    const events = Object.values(published.webhooks).flatMap(({ post }) => post.parameters ?? []);
    const callbacks = Object.values(published.paths).flatMap((item) =>
      Object.values(item).flatMap((operation) => Object.values(operation.callbacks ?? {})),
    );
    expect(callbacks).not.toEqual([]);
    for (const node of [...events, ...callbacks]) expect(node).not.toHaveProperty('$ref');
  });
});

describe.each(languages)('the YAML in %s', (language) => {
  it.each(['1.1', '1.2'] as const)('is read as the JSON by loaders of version %s', (version) => {
    expect(parse(read(`openapi.${language}.yaml`), { version })).toEqual(documentOf('openapi', language));
  });
});

describe("Redocly's strictest rules, as they are", () => {
  const findingsIn = (file: string) =>
    lintBy('scripts/check/linters/redocly.yaml', join(generatedFolder, file));
  it('find nothing in the published contract', async () => {
    expect(await findingsIn('openapi.en.yaml')).toEqual([]);
  });
  it('would find something: the strict contract needs our relaxations', async () => {
    expect(await findingsIn('strict.en.json')).not.toEqual([]);
  });
});
