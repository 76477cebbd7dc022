// Counts out the rules of the contract: everything that a request, an answer or a gateway can break, each by its pointer.

import { basisExtension, sourceExtension } from '../../foundation/reader/basis.ts';
import {
  type ContractDocument,
  type Header,
  type MediaType,
  type Operation,
  operationsOf,
  type Parameter,
  type PathItem,
  type Response,
  type Schema,
} from '../../foundation/reader/document.ts';
import { escaped } from '../../foundation/reader/pointers.ts';

/*
 * What a rule is:
 * - that there is an operation, callback, webhook, server, security scheme, parameter, header, field of an object;
 * - the statuses of each operation, its body and the body's media type, and `security` where it overrides the common one;
 * - each keyword of a schema that can refuse a value, each entry of `type`, `enum` and `required` by itself;
 * - `additionalProperties: false` in what a shop sends. Answers are open to readers, so that they are closed in this
 *   document is the form of our own judge and no rule of the gateway;
 * - what our extensions say about values, headers, parameters and errors;
 * - each value of the facts at the root, its description included, since nothing else says what it says.
 * What is shared is counted where it stands and not wherever it is used. Prose, examples, advice (`x-sensitive`) and
 * `type: object` are no rules.
 */

const isTree = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** Keywords that are one rule each, and what is one rule by each of its entries. */
const single = [
  'const',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'minProperties',
  'default',
  'x-unit',
  'x-calendar',
];
const lists = ['type', 'enum', 'required'];
const maps = ['dependentRequired', 'x-callback-messages'];
/** Keywords that hold one schema; those that only refine name no field of their own. */
// biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
const holders = { items: false, additionalProperties: false, propertyNames: false, then: true, else: true };
const holdersOfLists = { allOf: true, oneOf: false, anyOf: false };

interface SchemaPlace {
  pointer: string;
  schema: Schema;
  /** Whether a shop sends it. */
  sent: boolean;
  /** Whether it only refines what another schema describes. */
  refines: boolean;
}

/** The rules of a schema and of what stands in it. */
function ofSchema({ pointer, schema, sent, refines }: SchemaPlace): string[] {
  if (!isTree(schema) || '$ref' in schema) return [];
  const below = (key: string, child: unknown, refine = refines) =>
    ofSchema({ pointer: `${pointer}/${key}`, schema: child as Schema, sent, refines: refine });
  const status = schema['x-status-code'] as { http: number[]; message?: string } | undefined;
  return [
    ...single.filter((keyword) => keyword in schema),
    ...lists.flatMap((keyword) =>
      [schema[keyword] ?? []]
        .flat()
        .filter((entry) => !(keyword === 'type' && entry === 'object'))
        .map((entry) => `${keyword}/${escaped(String(entry))}`),
    ),
    ...maps.flatMap((keyword) =>
      Object.keys(schema[keyword] ?? {}).map((key) => `${keyword}/${escaped(key)}`),
    ),
    ...(sent && schema.additionalProperties === false ? ['additionalProperties'] : []),
    ...(status?.http ?? []).map((http) => `x-status-code/http/${http}`),
    ...(status?.message ? ['x-status-code/message'] : []),
    ...(refines ? [] : Object.keys(schema.properties ?? {}).map((field) => `properties/${escaped(field)}`)),
  ]
    .map((rule) => `${pointer}/${rule}`)
    .concat(
      Object.entries(schema.properties ?? {}).flatMap(([field, child]) =>
        below(`properties/${escaped(field)}`, child),
      ),
      Object.entries(holders).flatMap(([keyword, refine]) =>
        below(keyword, schema[keyword], refine || refines),
      ),
      Object.entries(holdersOfLists).flatMap(([keyword, refine]) =>
        ((schema[keyword] ?? []) as Schema[]).flatMap((child, index) =>
          below(`${keyword}/${index}`, child, refine || refines),
        ),
      ),
    );
}

const answered = (pointer: string, schema: Schema) =>
  ofSchema({ pointer, schema, sent: false, refines: false });

function ofParameter(pointer: string, parameter: Parameter | { $ref: string }): string[] {
  if ('$ref' in parameter) return [];
  const own = ['required', 'x-alias-of', 'x-required-by-any-name'].filter((key) => key in parameter);
  const dates = Object.keys((parameter['x-date-rule'] as object | undefined) ?? {}).map(
    (key) => `x-date-rule/${key}`,
  );
  return [
    pointer,
    ...[...own, ...dates].map((key) => `${pointer}/${key}`),
    ...ofSchema({ pointer: `${pointer}/schema`, schema: parameter.schema, sent: true, refines: false }),
  ];
}

function ofHeader(pointer: string, header: Header | { $ref: string }): string[] {
  if (!('schema' in header)) return [];
  const own = ['required', 'x-present-when'].filter((key) => key in header);
  return [pointer, ...own.map((key) => `${pointer}/${key}`), ...answered(`${pointer}/schema`, header.schema)];
}

const inContent = (pointer: string, content: Record<string, MediaType> = {}) =>
  Object.entries(content).flatMap(([type, { schema }]) =>
    answered(`${pointer}/content/${escaped(type)}/schema`, schema),
  );

function ofResponse(pointer: string, response: Response | { $ref: string }): string[] {
  if (!('description' in response)) return [];
  const headers = Object.entries(response.headers ?? {}).flatMap(([name, header]) =>
    ofHeader(`${pointer}/headers/${escaped(name)}`, header as Header),
  );
  return [...headers, ...inContent(pointer, response.content)];
}

function ofOperation(pointer: string, operation: Operation, calledByShop: boolean): string[] {
  const { parameters = [], requestBody, responses } = operation;
  const body = `${pointer}/requestBody`;
  return [
    pointer,
    // Whom the gateway calls needs no token of it.
    ...(operation.security && calledByShop ? [`${pointer}/security`] : []),
    ...parameters.flatMap((parameter, index) => ofParameter(`${pointer}/parameters/${index}`, parameter)),
    ...(requestBody
      ? [body, ...Object.keys(requestBody.content).map((type) => `${body}/content/${escaped(type)}`)]
      : []),
    ...(requestBody ? inContent(body, requestBody.content) : []),
    ...Object.entries(responses).flatMap(([status, response]) => [
      `${pointer}/responses/${status}`,
      ...ofResponse(`${pointer}/responses/${status}`, response),
    ]),
  ];
}

const ofItem = (pointer: string, item: PathItem, calledByShop: boolean) =>
  (['get', 'post'] as const).flatMap((method) =>
    item[method] ? ofOperation(`${pointer}/${method}`, item[method], calledByShop) : [],
  );

/** The values of a fact; a list of plain values is one. */
function ofFact(pointer: string, value: unknown): string[] {
  if (!isTree(value)) return [pointer];
  return Object.entries(value).flatMap(([key, child]) =>
    key === basisExtension || key === sourceExtension ? [] : ofFact(`${pointer}/${escaped(key)}`, child),
  );
}

/** The names of the schemas that a shop sends, directly or inside others. */
function sentSchemas(document: ContractDocument): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const reference = (node as { $ref?: unknown }).$ref;
    const name = typeof reference === 'string' ? (reference.split('/').at(-1) as string) : undefined;
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      visit(document.components.schemas[name]);
    }
    for (const child of Object.values(node)) visit(child);
  };
  for (const { operation } of operationsOf(document)) {
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) visit(schema);
  }
  return names;
}

/**
 * Every rule of the contract, in the order of the document.
 * @param document the strict bundle
 * @returns JSON pointers, as `basisOf` takes them
 */
export function rulesOf(document: ContractDocument): string[] {
  const { components } = document;
  const each = <Kind>(kind: string, rules: (pointer: string, node: Kind) => string[]) =>
    Object.entries((components[kind] ?? {}) as Record<string, Kind>).flatMap(([name, node]) =>
      rules(`#/components/${kind}/${escaped(name)}`, node),
    );
  const sent = sentSchemas(document);
  return [
    ...document.servers.map((_, index) => `#/servers/${index}`),
    ...Object.entries(document.paths).flatMap(([path, item]) =>
      ofItem(`#/paths/${escaped(path)}`, item, true),
    ),
    ...Object.entries(document.webhooks).flatMap(([event, item]) =>
      ofItem(`#/webhooks/${escaped(event)}`, item, false),
    ),
    ...each<Record<string, PathItem>>('callbacks', (pointer, callback) =>
      Object.entries(callback).flatMap(([url, item]) => ofItem(`${pointer}/${escaped(url)}`, item, false)),
    ),
    ...each('securitySchemes', (pointer) => [pointer]),
    ...each<Parameter>('parameters', ofParameter),
    ...each<Header>('headers', ofHeader),
    ...each<Response>('responses', ofResponse),
    ...Object.entries(components.schemas).flatMap(([name, schema]) =>
      ofSchema({
        pointer: `#/components/schemas/${escaped(name)}`,
        schema,
        sent: sent.has(name),
        refines: false,
      }),
    ),
    ...Object.entries(document).flatMap(([key, fact]) =>
      key.startsWith('x-') && key !== basisExtension ? ofFact(`#/${key}`, fact) : [],
    ),
  ];
}

/** The places where an answer or operation takes a shared header or parameter: no rules, but a mark may name them. */
export function usesOf(document: ContractDocument): string[] {
  const uses: string[] = [];
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node && /\/(headers|parameters)\/[^/]+$/.test(pointer)) uses.push(pointer);
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'example' && key !== 'examples') visit(child, `${pointer}/${escaped(key)}`);
    }
  };
  visit(document, '#');
  return uses;
}
