// Writes the typed C# client, because redocly generate-client has none: data contracts and one method per operation.
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
import { pascal } from '../publish/name-objects.ts';
import { afterMethods, beforeMethods } from './csharp-runtime.ts';
import { knownValuesInCsharp } from './known-values.ts';

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

/** The classes written so far by name, so that each schema becomes one class. */
type Classes = Map<string, string>;

/** The properties of an object, those that allOf adds included. */
function propertiesOf(document: ContractDocument, schema: Schema): Record<string, Schema> {
  const added = (schema.allOf ?? []).map((part) => propertiesOf(document, resolve<Schema>(document, part)));
  return Object.assign({ ...schema.properties }, ...added);
}

/** The C# type of a schema; `name` is for an object that has no name of its own. */
function typeOf(
  document: ContractDocument,
  node: Schema,
  { name, optional }: { name: string; optional: boolean },
  classes: Classes,
): string {
  const schema = resolve<Schema>(document, node);
  const types = [schema.type ?? []].flat();
  const question = optional || types.includes('null') ? '?' : '';
  if (types.includes('integer')) return `long${question}`;
  if (types.includes('number')) return `double${question}`;
  if (types.includes('boolean')) return `bool${question}`;
  if (types.includes('array')) {
    return `List<${typeOf(document, schema.items ?? {}, { name: `${name}Item`, optional: false }, classes)}>`;
  }
  if (Object.keys(propertiesOf(document, schema)).length > 0) {
    const own = componentName(node) ?? name;
    writeClass(document, own, schema, classes);
    return own;
  }
  if (types.includes('object')) {
    const values = schema.additionalProperties;
    const value =
      typeof values === 'object' && values !== null
        ? typeOf(document, values as Schema, { name: `${name}Value`, optional: false }, classes)
        : 'object';
    return `Dictionary<string, ${value}>`;
  }
  return 'string';
}

/** Writes the class of an object, and with it those of the objects inside. */
function writeClass(document: ContractDocument, name: string, schema: Schema, classes: Classes): void {
  if (classes.has(name)) return;
  classes.set(name, '');
  const members = Object.entries(propertiesOf(document, schema)).flatMap(([field, node]) => {
    const optional = !schema.required?.includes(field);
    const type = typeOf(document, node, { name: `${name}${pascal(field)}`, optional }, classes);
    return [
      ...comment('        ', resolve<Schema>(document, node).description),
      `        [DataMember(Name = "${field}"${optional ? ', EmitDefaultValue = false' : ''})]`,
      // A member cannot be called as its class is.
      `        public ${type} ${pascal(field) === name ? `${pascal(field)}Value` : pascal(field)} { get; set; }`,
      '',
    ];
  });
  classes.set(
    name,
    [
      ...comment('    ', schema.description),
      '    [DataContract]',
      `    public sealed class ${name}`,
      '    {',
      ...members.slice(0, -1),
      '    }',
    ].join('\n'),
  );
}

/** The method of one operation. */
function method(document: ContractDocument, placed: PlacedOperation, classes: Classes): string {
  const { operation, path } = placed;
  const signing = document['x-signing'] as { request: Record<string, string> };
  const handled = [signing.request.signature_header, signing.request.timestamp_header];
  const parameters = (operation.parameters ?? [])
    .map((node) => resolve<Parameter>(document, node))
    .filter((parameter) => !handled.includes(parameter.name) && !parameter['x-alias-of']);
  const body = operation.requestBody?.content['application/json']?.schema;
  const success = Object.entries(operation.responses).find(([status]) => Number(status) < 300)?.[1];
  const answer = resolve<Response>(document, success as Response).content?.['application/json']?.schema;
  const place = (name: string, optional: boolean) => ({
    name: `${pascal(operation.operationId)}${name}`,
    optional,
  });
  const answerType = typeOf(document, answer as Schema, place('Answer', false), classes);
  const bodyType = body && typeOf(document, body, place('Body', false), classes);
  const typed = parameters.map((parameter) => ({
    ...parameter,
    type: typeOf(document, parameter.schema, place(pascal(parameter.name), !parameter.required), classes),
  }));
  // The body first and what names the request after it, as in the clients of the other languages.
  const declared = [
    ...(bodyType ? [`${bodyType} body`] : []),
    ...typed.filter(({ required }) => required).map(({ name, type }) => `${type} ${camel(name)}`),
    ...typed.filter(({ required }) => !required).map(({ name, type }) => `${type} ${camel(name)} = null`),
    'CancellationToken cancellationToken = default(CancellationToken)',
  ];
  const inPlace = (wanted: Parameter['in']) => typed.filter((parameter) => parameter.in === wanted);
  const filledPath = path.replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => `" + Uri.EscapeDataString(${camel(name)}) + "`,
  );
  const pairs = (wanted: Parameter['in'], target: string) =>
    inPlace(wanted).map(({ name }) => `            ${target}.Add("${name}", ${camel(name)});`);
  return [
    ...comment('        ', `${operation.summary}. ${operation.description}`),
    `        public Task<${answerType}> ${pascal(operation.operationId)}Async(${declared.join(', ')})`,
    '        {',
    `            var call = new Call(HttpMethod.${placed.method === 'GET' ? 'Get' : 'Post'}, "${filledPath}", ${operation.security?.length !== 0});`.replace(
      ' + ""',
      '',
    ),
    ...pairs('query', 'call.Query'),
    ...pairs('header', 'call.Headers'),
    ...(bodyType ? ['            call.Body = Json.Write(body);'] : []),
    `            return SendAsync<${answerType}>(call, cancellationToken);`,
    '        }',
  ].join('\n');
}

/** @returns the text of generated/clients/csharp/Client.cs, for every compiler since C# 7.1 and .NET Standard 2.0. */
export function csharpClient(document: ContractDocument): string {
  const classes: Classes = new Map();
  const called = operationsOf(document).filter(({ operation }) =>
    Object.values(operation.responses).some(
      (node) => resolve<Response>(document, node).content?.['application/json'],
    ),
  );
  const methods = called.map((placed) => method(document, placed, classes));
  // What no operation returns is read from errors and deliveries.
  const deliveries = Object.values(document.webhooks).map(
    ({ post }) => post.requestBody?.content['application/json']?.schema as Schema,
  );
  for (const schema of [{ $ref: '#/components/schemas/ErrorResponse' }, ...deliveries]) {
    typeOf(document, schema, { name: 'Body', optional: false }, classes);
  }
  const servers = document.servers.map(({ url, description, 'x-environment': environment }) =>
    [
      ...comment('        ', description),
      `        public const string ${pascal(environment)} = "${url}";`,
    ].join('\n'),
  );
  return `// ${notice}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;

namespace IranDargah
{
    /// <summary>Base addresses by environment.</summary>
    public static class Servers
    {
${servers.join('\n')}
    }

${beforeMethods}
${methods.join('\n\n')}

${afterMethods}

${[...classes.values(), ...knownValuesInCsharp(document)].join('\n\n')}
}
`;
}
