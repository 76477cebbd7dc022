// Writes the generated part of the Java package: the facts, a class for each body and answer, a method for each operation.
import {
  type ContractDocument,
  componentName,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import { notice } from '../../../foundation/reader/paths.ts';
import type { ClientFact } from '../client-facts.ts';
import { screaming } from '../publish/name-codes.ts';
import { pascal } from '../publish/name-objects.ts';
import { knownValues } from '../publish/open-lists.ts';
import { type PackageFacts, packageFacts } from './package-facts.ts';

/** Its answer has a class by hand, which gives back the idempotency key. */
const byHand = 'createPayment';

/** Words for failures that are in no catalogue, and when they are told. */
const words: Record<string, string> = {
  network: 'No answer came',
  timeout: 'No answer came in time',
  aborted: 'The thread was interrupted',
  unreadable: 'The answer is no JSON object, or too large',
  untrusted: 'The signature of the answer fails',
  unexpected: 'The answer cannot be what it claims to be',
  unknown_code: 'The gateway gave a code that the operation does not document',
};

/** The catalogue has an unexpected error of its own. */
const wordName = (word: string) => (word === 'unexpected' ? 'UNEXPECTED_ANSWER' : word.toUpperCase());

const quoted = (value: string) => JSON.stringify(value);
const upper = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
const camel = (name: string) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());
const list = (names: string[]) => names.map(quoted).join(', ');

/** Prose of the contract as the text of a documentation comment. */
const prose = (text: string | undefined) =>
  (text ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/`([^`]*)`/g, '{@code $1}')
    .replaceAll('*/', '*&#47;');

/** A documentation comment; `tags` are its @param and @return. */
function comment(indent: string, text: string, ...tags: string[]): string {
  if (tags.length === 0) return `${indent}/** ${text} */`;
  const lines = [text, '', ...tags].map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...lines, `${indent} */`].join('\n');
}

const file = (text: string) => `// ${notice}

package com.irandargah;

${text}`;

function facts(all: PackageFacts): string {
  const { signing, headers } = all;
  const texts: [string, string][] = [
    ['PRODUCTION', all.servers.production ?? ''],
    ['SANDBOX', all.servers.sandbox ?? ''],
    ['TOKEN_PATTERN', all.tokenPattern],
    ['PRODUCTION_PREFIX', all.tokenPrefixes.production ?? ''],
    ['SANDBOX_PREFIX', all.tokenPrefixes.sandbox ?? ''],
    ['ENDPOINT_PREFIX', signing.request.endpoint_prefix],
    ...(['request', 'response', 'webhook'] as const).flatMap((kind): [string, string][] => [
      [`${upper(kind)}_SIGNATURE`, signing[kind].signature_header],
      [`${upper(kind)}_TIMESTAMP`, signing[kind].timestamp_header],
    ]),
    ...Object.entries(headers).map(([name, value]): [string, string] => [upper(name), value]),
  ];
  const sets: [string, string[]][] = [
    ['CALLBACK_FIELDS', all.callbackFields],
    ['AMOUNT_FIELDS', all.amountFields],
    ['REFERENCE_FIELDS', all.referenceFields],
    ['SENSITIVE_NAMES', all.sensitiveNames],
  ];
  const events = Object.entries(all.eventFields).map(
    ([event, fields]) => `        Map.entry(${quoted(event)}, List.of(${list(fields)}))`,
  );
  return file(`import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contract says and a program needs at run time. */
final class Facts {
${texts.map(([name, value]) => `    static final String ${name} = ${quoted(value)};`).join('\n')}
    static final long TOLERANCE_SECONDS = ${signing.tolerance_seconds};
    static final long RIALS_PER_TOMAN = ${all.rialsPerToman};
${sets.map(([name, names]) => `    static final Set<String> ${name} = Set.of(${list(names)});`).join('\n')}
    /** The fields that the data of each event must have. */
    static final Map<String, List<String>> EVENT_FIELDS = Map.ofEntries(
${events.join(',\n')});

    private Facts() {}
}
`);
}

const errorName = (name: string) => screaming(name.replace(/^Error/, ''));

function catalogue({ errors }: PackageFacts): string {
  const members = Object.entries(errors).map(
    ([name, { code, type, mayHaveActed, advice }]) =>
      `    ${errorName(name)}(${quoted(name)}, ${code}, ${quoted(type)}, ${!!mayHaveActed}, ${quoted(advice)})`,
  );
  return file(`/** The catalogue of errors: what each is, and what to do about it. */
enum CatalogueError {
${members.join(',\n')};

    final String label;
    final long code;
    final String type;
    /** Whether the gateway itself, or its bank, broke down: it may have acted, and it may pass. */
    final boolean mayHaveActed;
    final String advice;

    CatalogueError(String label, long code, String type, boolean mayHaveActed, String advice) {
        this.label = label;
        this.code = code;
        this.type = type;
        this.mayHaveActed = mayHaveActed;
        this.advice = advice;
    }
}
`);
}

function errorCodes({ errors }: PackageFacts): string {
  const known = Object.entries(errors).map(
    ([name, { code, advice }]) =>
      `${comment('    ', prose(advice))}\n    public static final String ${errorName(name)} = ${quoted(String(code))};`,
  );
  const others = Object.entries(words).map(
    ([word, when]) =>
      `${comment('    ', `${when}.`)}\n    public static final String ${wordName(word)} = ${quoted(word)};`,
  );
  return file(`/** What {@link IranDargahException#code()} can be: the codes of the catalogue, and words for all else. */
public final class ErrorCode {
${[...known, ...others].join('\n')}

    private ErrorCode() {}
}
`);
}

function operationFacts({ operations }: PackageFacts): string {
  const members = Object.entries(operations).map(([name, operation]) => {
    const { method, path, token, signed, idempotencyKey, undocumented, successStatus, data, errors } =
      operation;
    const needed = data && Object.entries(data).map(([field, kind]) => quoted(`${field}:${kind}`));
    const flags = [token, signed, idempotencyKey, undocumented].map((flag) => !!flag).join(', ');
    return `    ${upper(name)}(${quoted(name)}, ${quoted(method)}, ${quoted(path)}, ${flags}, ${successStatus},
        ${needed ? `List.of(${needed.join(', ')})` : 'null'},
        List.of(${errors.map((error) => `CatalogueError.${errorName(error)}`).join(', ')}))`;
  });
  return file(`import java.util.List;

/** How to call each operation, and what it may answer. */
enum Operation {
${members.join(',\n')};

    final String label;
    final String method;
    final String path;
    final boolean token;
    /** Whether the request and its answer are signed when the terminal has a secret key. */
    final boolean signed;
    final boolean idempotencyKey;
    final boolean undocumented;
    final int successStatus;
    /** The fields that the data of a success must have, each with what it is; null when its answers have no data. */
    final List<String> data;
    final List<CatalogueError> errors;

    Operation(String label, String method, String path, boolean token, boolean signed, boolean idempotencyKey,
        boolean undocumented, int successStatus, List<String> data, List<CatalogueError> errors) {
        this.label = label;
        this.method = method;
        this.path = path;
        this.token = token;
        this.signed = signed;
        this.idempotencyKey = idempotencyKey;
        this.undocumented = undocumented;
        this.successStatus = successStatus;
        this.data = data;
        this.errors = errors;
    }
}
`);
}

/** The classes written so far, by name. */
type Classes = Map<string, string>;

const hasFields = (schema: Schema) => Object.keys(schema.properties ?? {}).length > 0;
const typesOf = (schema: Schema) => [schema.type ?? []].flat();

/** How a view reads a field: the type, and the expression. */
function reading(
  document: ContractDocument,
  node: Schema,
  field: string,
  classes: Classes,
): [type: string, expression: string] {
  const schema = resolve<Schema>(document, node);
  const types = typesOf(schema);
  if (schema['x-unit'] === 'rial') return ['Rials', `rials(${quoted(field)})`];
  if (types.includes('integer')) return ['Long', `longValue(${quoted(field)})`];
  if (types.includes('number')) return ['Double', `doubleValue(${quoted(field)})`];
  if (types.includes('boolean')) return ['Boolean', `booleanValue(${quoted(field)})`];
  if (types.includes('array')) {
    const items = schema.items ?? {};
    if (!hasFields(resolve<Schema>(document, items))) return ['List<String>', `texts(${quoted(field)})`];
    const name = view(document, items, classes);
    return [`List<${name}>`, `objects(${quoted(field)}, ${name}::new)`];
  }
  if (hasFields(schema)) {
    const name = view(document, node, classes);
    return [name, `object(${quoted(field)}, ${name}::new)`];
  }
  return types.includes('object')
    ? ['JsonObject', `object(${quoted(field)})`]
    : ['String', `text(${quoted(field)})`];
}

/** Writes the class of an object that is received, and those of the objects inside. @returns its name */
function view(document: ContractDocument, node: Schema, classes: Classes): string {
  const name = componentName(node as { $ref?: string });
  if (!name) throw new Error(`An object that is received has no name: ${JSON.stringify(node)}`);
  if (classes.has(name)) return name;
  classes.set(name, '');
  const schema = resolve<Schema>(document, node);
  const accessors = Object.entries(schema.properties ?? {}).map(([field, inner]) => {
    const [type, expression] = reading(document, inner, field, classes);
    const said = prose(resolve<Schema>(document, inner).description) || `The field {@code ${field}}.`;
    return `${comment('    ', said, `@return null when it did not come as what it should be${type.startsWith('List') ? '; only those that did' : ''}`)}
    public ${type} ${camel(field)}() {
        return ${expression};
    }`;
  });
  const needsList = accessors.some((text) => text.includes('public List<'));
  classes.set(
    name,
    file(`${needsList ? 'import java.util.List;\n\n' : ''}${comment('', `${prose(schema.description) || `The object {@code ${name}} of an answer.`} Fields of tomorrow are in {@link #get}.`)}
public final class ${name} extends JsonObject {
    /**
     * Reads the fields of any object.
     *
     * @param object as it came
     */
    public ${name}(JsonObject object) {
        super(object);
    }

${accessors.join('\n\n')}
}
`),
  );
  return name;
}

/** The type of something that is sent. */
function sentType(document: ContractDocument, node: Schema): string {
  const schema = resolve<Schema>(document, node);
  const types = typesOf(schema);
  if (schema['x-unit'] === 'rial') return 'Rials';
  if (types.includes('integer')) return 'long';
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('array')) return 'List<String>';
  return types.includes('object') ? 'Map<String, ?>' : 'String';
}

interface Sent {
  field: string;
  node: Schema;
  description: string;
  required: boolean;
}

/** Writes the class of a body or of a query. @returns its name */
function request(
  document: ContractDocument,
  name: string,
  about: string,
  fields: Sent[],
  classes: Classes,
): string {
  const demanded = fields.filter(({ required }) => required);
  const typed = ({ field, node }: Sent) => `${sentType(document, node)} ${camel(field)}`;
  const parameter = ({ field, description }: Sent) => `@param ${camel(field)} ${description}`;
  const refused = '@throws IllegalArgumentException when one of them is null';
  const puts = demanded.map(({ field }) => `        put(${quoted(field)}, ${camel(field)});\n`).join('');
  const setters = fields
    .filter(({ required }) => !required)
    .map(
      (
        one,
      ) => `${comment('    ', `Sets {@code ${one.field}}.`, parameter(one), '@return this', '@throws IllegalArgumentException when it is null')}
    public ${name} ${camel(one.field)}(${typed(one)}) {
        put(${quoted(one.field)}, ${camel(one.field)});
        return this;
    }`,
    );
  const all = fields.map(typed).join();
  const imports = ['List', 'Map'].filter((type) => all.includes(`${type}<`));
  const tags = demanded.length > 0 ? [...demanded.map(parameter), refused] : [];
  classes.set(
    name,
    file(`${imports.map((type) => `import java.util.${type};\n`).join('')}${imports.length > 0 ? '\n' : ''}${comment('', about)}
public final class ${name} extends Request {
${comment('    ', demanded.length > 0 ? 'With what is demanded.' : 'With nothing in it.', ...tags)}
    public ${name}(${demanded.map(typed).join(', ')}) {
${puts}    }
${setters.map((text) => `\n${text}\n`).join('')}}
`),
  );
  return name;
}

const described = (document: ContractDocument, node: Schema) =>
  prose(resolve<Schema>(document, node).description) || 'as the contract has it';

/** What an operation takes beside an authority: its body or its query; undefined when nothing. */
function inputOf(
  document: ContractDocument,
  name: string,
  { operation }: PlacedOperation,
  classes: Classes,
): string | undefined {
  const body = operation.requestBody?.content['application/json']?.schema as Schema | undefined;
  if (body) {
    const schema = resolve<Schema>(document, body);
    const fields = Object.entries(schema.properties ?? {}).map(([field, node]) => ({
      field,
      node,
      description: described(document, node),
      required: schema.required?.includes(field) === true,
    }));
    const about = `The body of {@code ${name}}.`;
    return request(
      document,
      componentName(body as { $ref?: string }) ?? pascal(name),
      about,
      fields,
      classes,
    );
  }
  const query = (operation.parameters ?? [])
    .map((node) => resolve<Parameter>(document, node))
    .filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return undefined;
  const fields = query.map((parameter) => ({
    field: parameter.name,
    node: parameter.schema as Schema,
    description:
      prose(parameter.description as string | undefined) || described(document, parameter.schema as Schema),
    required: false,
  }));
  const className = `${pascal(upper(name).toLowerCase())}Query`;
  return request(document, className, `What {@code ${name}} may be asked for.`, fields, classes);
}

/** The class of what a success is about. */
function outputOf(
  document: ContractDocument,
  placed: PlacedOperation,
  status: number,
  classes: Classes,
): string {
  const response = resolve<Response>(document, placed.operation.responses[String(status)] as Response);
  const node = response.content?.['application/json']?.schema as Schema;
  const { data } = resolve<Schema>(document, node).properties ?? {};
  return view(document, data ?? node, classes);
}

function methods(document: ContractDocument, { operations }: PackageFacts, classes: Classes): string {
  const written = operationsOf(document).flatMap((placed) => {
    const name = placed.operation.operationId as string;
    const fact = operations[name];
    if (!fact) return [];
    const input = inputOf(document, name, placed, classes);
    const output = outputOf(document, placed, fact.successStatus, classes);
    if (name === byHand) return [];
    const authority = fact.path.includes('{');
    const [type, argument, about] = authority
      ? ['String', 'authority', 'that of the payment']
      : [input, fact.method === 'GET' ? 'query' : 'body', fact.method === 'GET' ? 'which' : 'what is sent'];
    const given = type ? `${type} ${argument}, ` : '';
    const optional = !authority && fact.method === 'GET' && type;
    const tags = type ? [`@param ${argument} ${about}`] : [];
    const own = '@param options for this call alone';
    const ends = [
      '@return what came',
      '@throws IranDargahException when it fails',
      ...(type ? ['@throws IllegalArgumentException for a wrong argument, before anything is sent'] : []),
    ];
    const says = `${prose(placed.operation.summary)}: {@code ${fact.method} ${fact.path}}.${fact.undocumented ? ' Not documented by the gateway: confirm with it before you use it.' : ''}`;
    const passed = authority ? 'authority, null' : type ? `null, ${argument}` : 'null, null';
    const short = type ? `${argument}, CallOptions.none()` : 'CallOptions.none()';
    const bare = `${comment('    ', says, ...(optional ? [] : tags), ...(optional ? ends.slice(0, 2) : ends))}
    public ${output} ${name}(${optional ? '' : given.slice(0, -2)}) {
        return ${name}(${optional ? `new ${type}(), CallOptions.none()` : short});
    }`;
    return [
      bare,
      `${comment('    ', says, ...tags, own, ...ends)}
    public ${output} ${name}(${given}CallOptions options) {
        return new ${output}(ask(Operation.${upper(name)}, ${passed}, options).data);
    }`,
    ];
  });
  return file(`/** Every operation of the gateway as a method, named by the contract. */
public abstract class GatewayOperations {
    GatewayOperations() {}

    abstract Success ask(Operation operation, String authority, Request input, CallOptions options);

${written.join('\n\n')}
}
`);
}

/** Names for the values of open lists. */
function lists(document: ContractDocument, classes: Classes): void {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const values = (schema[knownValues] ?? schema.enum) as unknown[] | undefined;
    const own = name.replace(/^Received/, '');
    if (!values || schema.type !== 'string' || classes.has(own)) continue;
    const constants = values
      .filter((value): value is string => typeof value === 'string')
      .map(
        (value) =>
          `${comment('    ', `{@code ${value}}.`)}\n    public static final String ${screaming(value)} = ${quoted(value)};`,
      );
    classes.set(
      own,
      file(`${comment('', prose(String(schema.description)))}
public final class ${own} {
${constants.join('\n')}

    private ${own}() {}
}
`),
    );
  }
}

/** The classes of com.irandargah that are made from the contract; its parameters are those of every package. */
export function javaPackage(all: ClientFact[], document: ContractDocument): Record<string, string> {
  const known = packageFacts(all);
  const classes: Classes = new Map();
  const operations = methods(document, known, classes);
  for (const { post } of Object.values(document.webhooks)) {
    const schema = resolve<Schema>(document, post.requestBody?.content['application/json']?.schema as Schema);
    view(document, schema.properties?.data as Schema, classes);
  }
  lists(document, classes);
  const files = {
    Facts: facts(known),
    CatalogueError: catalogue(known),
    ErrorCode: errorCodes(known),
    Operation: operationFacts(known),
    GatewayOperations: operations,
    ...Object.fromEntries(classes),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`com/irandargah/${name}.java`, text]),
  );
}
