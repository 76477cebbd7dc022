// Writes the generated part of the Go module: the facts that it needs at run time, and a struct for every object.
import {
  type ContractDocument,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import type { ClientFact } from '../client-facts.ts';
import { pascal } from '../publish/name-objects.ts';
import { knownValues } from '../publish/open-lists.ts';
import { type OperationFact, packageFacts } from './package-facts.ts';
import type { PackageGenerator } from './package-generator.ts';

/** The first line as the linters of Go look for it. */
const mark = '// Code generated from openapi/ by npm run generate. DO NOT EDIT.';

/** Words that Go writes in capitals. */
const initialisms = /(?:Id|Url|Ip|Psp|Api|Pan|Json)(?=[A-Z]|s?$)/g;
const goName = (name: string) => pascal(name).replaceAll(initialisms, (word) => word.toUpperCase());

const codeName = (error: string) => goName(error.replace(/^Error/, 'ErrorCode'));

const comment = (text: string) => `// ${text.replaceAll(/\s+/g, ' ').trim()}`;
const text = (value: unknown) => JSON.stringify(value);

type Facts = Record<string, unknown>;

const texts = (values: readonly unknown[]) => `[]string{${values.map(text).join(', ')}}`;

function operationLiteral(name: string, operation: OperationFact): string {
  const { method, path, successStatus, data, errors } = operation;
  const flags = (['token', 'signed', 'idempotencyKey', 'undocumented'] as const)
    .filter((flag) => operation[flag])
    .map((flag) => `${goName(flag)}: true, `);
  const needed = Object.entries(data ?? {}).map(([field, kind]) => `{${text(field)}, ${text(kind)}}`);
  const lines = [
    `Name: ${text(name)}, Method: ${text(method)}, Path: ${text(path)}, ${flags.join('')}SuccessStatus: ${successStatus},`,
    `Errors: ${texts(errors)},`,
    ...(data ? [`Data: []Needed{${needed.join(', ')}},`] : []),
  ];
  // Blank lines, so that the formatter has no columns to align.
  return `\t${text(name)}: {\n\t\t${lines.join('\n\n\t\t')}\n\t},`;
}

/** Constants, each with its comment; the names are those of the facts, with the names inside appended. */
function constants(prefix: string, meaning: string, value: unknown): string[] {
  if (typeof value === 'object') {
    return Object.entries(value as object).flatMap(([name, inner]) =>
      constants(`${prefix}${goName(name)}`, meaning, inner),
    );
  }
  return [`${comment(`${prefix}: ${meaning}`)}\nconst ${prefix} = ${text(value)}`];
}

interface CatalogueError {
  code: number;
  type: string;
  mayHaveActed?: true;
  advice: string;
}

function factsFile(facts: ClientFact[]): string {
  const values: Facts = Object.fromEntries(facts.map(([name, , value]) => [name, value]));
  const meaning = Object.fromEntries(facts.map(([name, says]) => [name, says]));
  const operations = Object.entries(values.operations as Record<string, OperationFact>);
  const errors = Object.entries(values.errors as Record<string, CatalogueError>);
  const signing = values.signing as Record<'request' | 'response' | 'webhook', { parts?: string[] }>;
  const { parts: requestParts = [], ...request } = signing.request;
  const { parts: responseParts = [], ...response } = signing.response;
  const scalars = (name: string, value = values[name]) =>
    constants(goName(name), meaning[name] as string, value);
  const list = (name: string) =>
    `${comment(meaning[name] as string)}\nvar ${goName(name)} = ${texts(values[name] as string[])}`;
  const parts = [
    ...['servers', 'tokenPattern', 'tokenPrefixes', 'headers', 'rialsPerToman'].flatMap((name) =>
      scalars(name),
    ),
    ...scalars('signing', { ...signing, request, response }),
    `// SigningRequestParts are what is signed of a request, in this order.\nvar SigningRequestParts = ${texts(requestParts)}`,
    `// SigningResponseParts are what is signed of an answer, in this order.\nvar SigningResponseParts = ${texts(responseParts)}`,
    `// Operation is how to call an operation, and what it may answer. Data is nil where an answer has no data at all.
type Operation struct {
	Name, Method, Path string

	Token, Signed, IdempotencyKey, Undocumented bool

	SuccessStatus int

	Data []Needed

	Errors []string
}`,
    `// Needed is a field that the data of a success must have, and what it is: an object, an array or any value.
type Needed struct{ Field, Kind string }`,
    `${comment(meaning.operations as string)}\nvar Operations = map[string]Operation{\n${operations.map(([name, operation]) => operationLiteral(name, operation)).join('\n')}\n}`,
    `// CatalogueError is an error that the gateway documents.
type CatalogueError struct {
	Name string

	Code Code

	Type, Advice string

	MayHaveActed bool
}`,
    `${comment(meaning.errors as string)}\nvar Errors = []CatalogueError{\n${errors
      .map(
        ([name, { type, mayHaveActed, advice }]) =>
          `\t{Name: ${text(name)}, Code: ${codeName(name)}, Type: ${text(type)}, MayHaveActed: ${mayHaveActed === true}, Advice: ${text(advice)}},`,
      )
      .join('\n')}\n}`,
    `// Code tells errors apart: a number of the catalogue, or a word for what is in no catalogue.
type Code string

// Error lets a code be the target of errors.Is.
func (code Code) Error() string { return string(code) }`,
    ...errors.map(
      ([name, { code, type }]) =>
        `// ${codeName(name)} is ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}.\nconst ${codeName(name)} Code = ${text(String(code))}`,
    ),
    `${comment(meaning.eventFields as string)}\nvar EventFields = map[string][]string{\n${Object.entries(
      values.eventFields as Record<string, string[]>,
    )
      .map(
        ([event, fields]) =>
          `\t${text(event)}: {\n\t\t${fields.map((field) => `${text(field)},`).join(' ')}\n\t},`,
      )
      .join('\n')}\n}`.replaceAll('{\n\t\t\n\t}', '{}'),
    ...['callbackFields', 'amountFields', 'referenceFields'].map(list),
  ];
  return `${mark}

// Package generated holds what is made of the contract: its types, its lists of values, and the facts of the client.
package generated

${parts.join('\n\n')}
`;
}

/** What a property has to know about its surroundings. */
interface Place {
  document: ContractDocument;
  sensitive: string[];
  /** Whether the object travels to the gateway. */
  sent: boolean;
  /** The components that still have to be written. */
  found: Map<string, boolean>;
}

const nameOfReference = ($ref: string) => $ref.split('/').at(-1) as string;

/** The type of a value: named where the contract names it and it is an object or a list of texts. */
function goType(node: Schema, place: Place): string {
  const schema = resolve<Schema>(place.document, node);
  const [type] = [schema.type ?? []].flat().filter((one) => one !== 'null');
  const isNamed =
    node.$ref && (schema.properties || ((schema[knownValues] || schema.enum) && type === 'string'));
  if (isNamed) {
    // What is sent and what comes are one list.
    const name = nameOfReference(node.$ref as string).replace(/^Received/, '');
    place.found.set(name, place.sent || place.found.get(name) === true);
    return goName(name);
  }
  switch (type) {
    case 'string':
      return 'string';
    case 'integer':
      return schema['x-unit'] === 'rial' ? 'Rials' : 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'array':
      return `[]${goType(schema.items as Schema, place)}`;
    default: {
      const inner = schema.additionalProperties;
      return typeof inner === 'object' ? `map[string]${goType(inner as Schema, place)}` : 'map[string]any';
    }
  }
}

function fieldOf(name: string, node: Schema, required: boolean, place: Place): string {
  const schema = resolve<Schema>(place.document, node);
  const nullable = [schema.type].flat().includes('null');
  const plain = place.sensitive.includes(name.toLowerCase()) ? 'Private' : goType(node, place);
  // Text that did not come is empty; a number or a truth that did not come would look like one that did.
  const mayLack = !place.sent && (!required || nullable) && /^(?:Rials|int64|float64|bool)$/.test(plain);
  const tag = place.sent && !required ? `${name},omitempty` : name;
  const says = comment(node.description ?? schema.description ?? name);
  return `\t${says}\n\t${goName(name)} ${mayLack ? '*' : ''}${plain} \`json:"${tag}"\``;
}

function structOf(name: string, schema: Schema, place: Place): string {
  const { properties = {}, required = [], description = name } = schema;
  const fields = Object.entries(properties).map(([field, node]) =>
    fieldOf(field, node, required.includes(field), place),
  );
  return `${comment(`${goName(name)}: ${description}`)}\ntype ${goName(name)} struct {\n${fields.join('\n\n')}\n}`;
}

function listOf(name: string, schema: Schema): string {
  const values = (schema[knownValues] ?? schema.enum ?? []) as string[];
  const type = goName(name);
  return [
    `${comment(`${type}: ${schema.description}`)}\ntype ${type} string`,
    ...values.map(
      (value) =>
        `// ${type}${goName(value)} is known today.\nconst ${type}${goName(value)} ${type} = ${text(value)}`,
    ),
  ].join('\n\n');
}

const money = `// Rials is an amount in rials. Make one by FromRials, FromToman or ParseRials.
type Rials int64`;

const secret = `// Private is text of the payer, or a secret: it prints as [redacted], and string(value) has it.
type Private string

// String keeps the value out of logs.
func (Private) String() string { return "[redacted]" }

// GoString keeps the value out of logs.
func (Private) GoString() string { return "[redacted]" }

// LogValue keeps the value out of logs that are written in JSON.
func (Private) LogValue() slog.Value { return slog.StringValue("[redacted]") }`;

function typesFile(facts: ClientFact[], document: ContractDocument): string {
  const { sensitiveNames, operations } = packageFacts(facts);
  const found = new Map<string, boolean>();
  const place = (sent: boolean): Place => ({ document, sensitive: sensitiveNames, sent, found });
  const written = new Map<string, string>();
  for (const { operation } of operationsOf(document)) {
    const known = operations[operation.operationId];
    if (!known) continue;
    const body = operation.requestBody?.content['application/json']?.schema;
    if (body) goType(body, place(true));
    const query = (operation.parameters ?? [])
      .map((node) =>
        resolve<{ name: string; in: string; description?: string; schema: Schema }>(document, node),
      )
      .filter((parameter) => parameter.in === 'query');
    if (query.length > 0) {
      const properties = Object.fromEntries(
        query.map(({ name, schema, description }) => [name, { ...schema, description } as Schema]),
      );
      const description = `What ${operation.operationId} may be asked for; what is empty is not sent.`;
      const name = `${pascal(operation.operationId)}Query`;
      written.set(name, structOf(name, { properties, description }, place(true)));
    }
    const success = operation.responses[known.successStatus] as Response;
    const answer = resolve<Response>(document, success).content?.['application/json']?.schema as Schema;
    goType(resolve<Schema>(document, answer).properties?.data ?? answer, place(false));
  }
  for (const { post } of Object.values(document.webhooks)) {
    const event = resolve<Schema>(document, post.requestBody?.content['application/json']?.schema as Schema);
    goType(event.properties?.data as Schema, place(false));
  }
  // Writing one finds others; a map goes on with what is added meanwhile.
  for (const [name, sent] of found) {
    const schemas = document.components.schemas;
    const schema = (schemas[name] ?? schemas[`Received${name}`]) as Schema;
    written.set(name, schema.properties ? structOf(name, schema, place(sent)) : listOf(name, schema));
  }
  const types = [...written].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, type]) => type);
  return `${mark}

package generated

import "log/slog"

${[money, secret, ...types].join('\n\n')}
`;
}

/** The package `generated` of the module. */
export const goPackage: PackageGenerator = (facts, document) => ({
  'facts.go': factsFile(facts),
  'types.go': typesFile(facts, document),
});
