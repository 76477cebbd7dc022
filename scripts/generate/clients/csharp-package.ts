// Writes what the C# package knows of the contract: facts, a method for each operation, and a class for each object.
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
import { pascal } from '../publish/name-objects.ts';
import { csharpFacts } from './csharp-facts.ts';
import { knownValuesInCsharp } from './known-values.ts';
import { packageFacts } from './package-facts.ts';
import { propertiesOf } from './properties.ts';

/** The name of a parameter of a method. */
function camel(name: string): string {
  const text = pascal(name);
  return text[0]?.toLowerCase() + text.slice(1);
}

/** A documentation comment; prose becomes XML. */
function comment(indent: string, text: string | undefined): string[] {
  if (!text) return [];
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [`${indent}/// <summary>${escaped.replaceAll(/\s+/g, ' ')}</summary>`];
}

const typesOf = (schema: Schema) => [schema.type ?? []].flat().filter((type) => type !== 'null');

/** What a package file is made of while it is written: the classes by name, so that each schema becomes one. */
class Writer {
  readonly classes = new Map<string, string>();
  readonly document: ContractDocument;

  constructor(document: ContractDocument) {
    this.document = document;
  }

  /** The name of the class of an object; undefined when the contract does not say what is in it. */
  private classOf(node: Schema, own: string, write: (name: string, schema: Schema) => void) {
    const schema = resolve<Schema>(this.document, node);
    if (Object.keys(propertiesOf(this.document, schema)).length === 0) return undefined;
    const name = componentName(node) ?? own;
    if (!this.classes.has(name)) {
      this.classes.set(name, '');
      write(name, schema);
    }
    return name;
  }

  /** The type of a value that comes, and how it is read from the field of a name. */
  private received(node: Schema, own: string): [type: string, reading: string] {
    const schema = resolve<Schema>(this.document, node);
    const [type = 'string'] = typesOf(schema);
    if (schema['x-unit'] === 'rial') return ['Rials?', 'GetAmount'];
    if (type === 'integer') return ['long?', 'GetWhole'];
    if (type === 'number') return ['double?', 'GetNumber'];
    if (type === 'boolean') return ['bool?', 'GetFlag'];
    if (type === 'array') {
      const items = schema.items ?? {};
      const item = this.classOf(items, `${own}Item`, (name, inner) => this.view(name, inner));
      return item ? [`IReadOnlyList<${item}>`, `GetList:${item}`] : ['IReadOnlyList<string>', 'GetTexts'];
    }
    if (type !== 'object') return ['string', 'GetText'];
    const name = this.classOf(node, own, (made, inner) => this.view(made, inner));
    if (name) return [name, `GetObject:${name}`];
    const values = schema.additionalProperties as Schema | undefined;
    const texts = values && typesOf(resolve<Schema>(this.document, values))[0] === 'string';
    return texts
      ? ['IReadOnlyDictionary<string, string>', 'GetTextsByName']
      : ['GatewayData', 'GetObject:GatewayData'];
  }

  /** Writes the class of what comes: a view of the JSON, which reads a field when it is asked for. */
  private view(name: string, schema: Schema): void {
    const members = Object.entries(propertiesOf(this.document, schema)).map(([field, node]) => {
      const [type, reading] = this.received(node, `${name}${pascal(field)}`);
      const [method, inner] = reading.split(':');
      const call = inner ? `${method}("${field}", json => new ${inner}(json))` : `${method}("${field}")`;
      return [
        ...comment('        ', resolve<Schema>(this.document, node).description),
        `        public ${type} ${memberName(name, field)} => ${call};`,
      ].join('\n');
    });
    this.classes.set(
      name,
      [
        ...comment('    ', schema.description),
        `    public sealed class ${name} : GatewayData`,
        '    {',
        `        internal ${name}(JsonObject json) : base(json) { }`,
        '',
        members.join('\n\n'),
        '    }',
      ].join('\n'),
    );
  }

  /** The class of what comes in full. @returns its name. */
  answer(node: Schema, own: string): string {
    const name = this.classOf(node, own, (made, schema) => this.view(made, schema));
    if (!name) throw new Error(`The contract does not say what ${own} has.`);
    return name;
  }

  private sentType(schema: Schema, field: string): string {
    const [type = 'string'] = typesOf(schema);
    if (schema['x-unit'] === 'rial') return 'Rials?';
    const types: Record<string, string> = {
      integer: 'long?',
      boolean: 'bool?',
      string: 'string',
      array: 'IEnumerable<string>',
      object: 'IDictionary<string, object>',
    };
    const known = types[type];
    if (!known || schema.properties) throw new Error(`No C# type is known for ${field}, which is sent.`);
    return known;
  }

  /** The class of a body. @returns its name. */
  body(node: Schema, own: string): string {
    const made = this.classOf(node, own, (name, schema) => {
      const fields = Object.entries(propertiesOf(this.document, schema)).map(([field, inner]) => ({
        field,
        member: memberName(name, field),
        required: schema.required?.includes(field) === true,
        schema: resolve<Schema>(this.document, inner),
      }));
      const members = fields.map(({ field, member, schema: inner }) =>
        [
          ...comment('        ', inner.description),
          `        public ${this.sentType(inner, field)} ${member} { get; set; }`,
        ].join('\n'),
      );
      const puts = fields.map(({ field, member, required }) => {
        const put = required ? 'Demand' : 'Put';
        return `            ${put}(json, "${field}", ${member});`;
      });
      this.classes.set(
        name,
        [
          ...comment('    ', schema.description),
          `    public sealed class ${name} : GatewayRequest`,
          '    {',
          members.join('\n\n'),
          '',
          '        internal override JsonObject ToJson()',
          '        {',
          '            var json = new JsonObject();',
          ...puts,
          '            return json;',
          '        }',
          '    }',
        ].join('\n'),
      );
    });
    if (!made) throw new Error(`The contract does not say what is sent in ${own}.`);
    return made;
  }

  /** The method of one operation. */
  method({ operation, path }: PlacedOperation, keyed: boolean): string {
    const { operationId } = operation;
    const name = pascal(operationId);
    const parameters = (operation.parameters ?? [])
      .map((node) => resolve<Parameter>(this.document, node))
      .filter((parameter) => parameter.in !== 'header');
    const sent = operation.requestBody?.content['application/json']?.schema;
    const bodyType = sent && this.body(sent, `${name}Body`);
    const success = Object.entries(operation.responses).find(([status]) => Number(status) < 300)?.[1];
    const answer = resolve<Response>(this.document, success as Response).content?.['application/json']
      ?.schema;
    const whole = resolve<Schema>(this.document, answer as Schema);
    const data = propertiesOf(this.document, whole).data;
    const answerType = this.answer(data ?? (answer as Schema), `${name}Data`);
    const declared = [
      ...(bodyType ? [`${bodyType} body`] : []),
      ...parameters.map(({ name: one, in: place, schema }) => {
        const type = this.sentType(resolve<Schema>(this.document, schema), one);
        return place === 'path' ? `${type} ${camel(one)}` : `${type} ${camel(one)} = null`;
      }),
      ...(keyed ? ['string idempotencyKey = null'] : []),
      'CancellationToken cancellationToken = default(CancellationToken)',
    ];
    const query = parameters.filter((parameter) => parameter.in === 'query');
    const asked = [
      ...(bodyType ? ['body.ToJson()'] : path.includes('{') ? [camel(parameters[0]?.name ?? '')] : []),
      ...query.map((one) => `Asked("${one.name}", ${camel(one.name)})`),
    ];
    const made = {
      body: `ForBody(Facts.${name}, body, ${keyed ? 'idempotencyKey' : 'null'})`,
      path: `ForAuthority(Facts.${name}, ${asked[0]})`,
      query: `ForQuery(${[`Facts.${name}`, ...asked].join(', ')})`,
    }[bodyType ? 'body' : path.includes('{') ? 'path' : 'query'];
    return [
      ...comment('        ', `${operation.summary}. ${operation.description}`),
      '        /// <exception cref="IranDargahException">The call has failed.</exception>',
      `        public Task<${answerType}> ${name}Async(${declared.join(', ')})`,
      '        {',
      `            return CallAsync(${made}, json => new ${answerType}(json), cancellationToken);`,
      '        }',
    ].join('\n');
  }

  /** All classes, in the order of their names. */
  text(): string {
    return [...this.classes]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, text]) => text)
      .join('\n\n');
  }
}

/** A member cannot be called as its class is. */
const memberName = (owner: string, field: string) =>
  pascal(field) === owner ? `${pascal(field)}Value` : pascal(field);

const file = (usings: string[], text: string) => `// ${notice}

${usings.map((name) => `using ${name};\n`).join('')}${usings.length > 0 ? '\n' : ''}namespace IranDargah
{
${text}
}
`;

/** Which operation has a method of its own, written by hand, that gives more than its answer. */
const byHand = 'createPayment';

/** @returns the files of client/csharp/generated: for C# 7.2 and .NET Standard 2.0. */
export function csharpPackage(facts: ClientFact[], document: ContractDocument): Record<string, string> {
  const { operations } = packageFacts(facts);
  const answers = new Writer(document);
  const methods = operationsOf(document)
    .filter(({ operation }) => operations[operation.operationId])
    .flatMap((placed) => {
      const { operationId } = placed.operation;
      const text = answers.method(placed, operations[operationId]?.idempotencyKey === true);
      return operationId === byHand ? [] : [text];
    });
  const events = Object.entries(document.webhooks).map(([event, { post }]) => {
    const schema = post.requestBody?.content['application/json']?.schema as Schema;
    const { data } = propertiesOf(document, resolve<Schema>(document, schema));
    return { event, type: answers.answer(data as Schema, `${pascal(event)}Data`) };
  });
  const constants = events.map(({ event }) => `        public const string ${pascal(event)} = "${event}";`);
  const cases = events.map(({ event, type }) => `                case "${event}": return new ${type}(data);`);
  return {
    'Facts.cs': file(['System.Collections.Generic'], csharpFacts(facts)),
    'Operations.cs': file(
      ['System.Collections.Generic', 'System.Threading', 'System.Threading.Tasks'],
      `    public sealed partial class IranDargahClient
    {
${methods.join('\n\n')}
    }`,
    ),
    'Data.cs': file(['System.Collections.Generic'], answers.text()),
    'Events.cs': file(
      [],
      `    /// <summary>The names of the events of today; others may come.</summary>
    public static class EventName
    {
${constants.join('\n')}
    }

    /// <summary>Gives the data of an event its class.</summary>
    internal static class EventData
    {
        public static GatewayData Of(string name, JsonObject data)
        {
            switch (name)
            {
${cases.join('\n')}
                default: return new GatewayData(data);
            }
        }
    }`,
    ),
    'KnownValues.cs': file([], knownValuesInCsharp(document).join('\n\n')),
  };
}
