// Writes the generated part of the Python package: the facts, the types of what is answered, and a method per operation.
import {
  type ContractDocument,
  componentName,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import { notice } from '../../../foundation/reader/paths.ts';
import type { ClientFact } from '../client-facts.ts';
import { screaming } from '../publish/name-codes.ts';
import { pascal } from '../publish/name-objects.ts';

const snake = (name: string) => screaming(name).toLowerCase();

/** A value as Python writes it, on lines of its own where it has several. */
function literal(value: unknown, indent = ''): string {
  const deeper = `${indent}    `;
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  if (Array.isArray(value)) {
    if (value.length === 0) return '()';
    return `(\n${value.map((one) => `${deeper}${literal(one, deeper)},\n`).join('')}${indent})`;
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    if (members.length === 0) return '{}';
    const lines = members.map(
      ([name, one]) => `${deeper}${JSON.stringify(name)}: ${literal(one, deeper)},\n`,
    );
    return `{\n${lines.join('')}${indent}}`;
  }
  return JSON.stringify(value);
}

/** The arguments of a constructor, without those that do not apply. */
function record(type: string, fields: object, indent: string): string {
  const deeper = `${indent}    `;
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${deeper}${snake(name)}=${literal(value, deeper)},\n`);
  return `${type}(\n${lines.join('')}${indent})`;
}

/** The class in irandargah/contract.py that the members of a fact are made of. */
const records: Record<string, string> = { operations: 'Operation', errors: 'KnownError' };

const factTypes: Record<string, string> = {
  signing: 'Any',
  servers: 'Mapping[str, str]',
  tokenPrefixes: 'Mapping[str, str]',
  headers: 'Mapping[str, str]',
  operations: 'Mapping[str, Operation]',
  errors: 'Mapping[str, KnownError]',
  eventFields: 'Mapping[str, Tuple[str, ...]]',
  callbackFields: 'Tuple[str, ...]',
  amountFields: 'Tuple[str, ...]',
  referenceFields: 'Tuple[str, ...]',
  sensitiveNames: 'Tuple[str, ...]',
  tokenPattern: 'str',
  rialsPerToman: 'int',
  zone: 'str',
};

function factsFile(facts: ClientFact[], version: string): string {
  const parts = facts.map(([name, comment, value]) => {
    const type = records[name];
    const members = Object.entries(value as object).map(
      ([key, fields]) => `    ${JSON.stringify(key)}: ${record(type ?? '', fields, '    ')},\n`,
    );
    const text = type ? `{\n${members.join('')}}` : literal(value);
    return `# ${comment}\n${screaming(name)}: ${factTypes[name] as string} = ${text}\n`;
  });
  return `# ${notice}
"""What the client knows of the contract at run time."""

from typing import Any, Mapping, Tuple

from ..contract import KnownError, Operation

# The version of the contract, which is that of this package.
VERSION: str = ${JSON.stringify(version)}

${parts.join('\n')}`;
}

const scalars: Record<string, string> = { string: 'str', integer: 'int', number: 'float', boolean: 'bool' };

/** Whether a field can be written as an attribute of a class. */
const isName = (field: string) => /^[a-z_]+$/.test(field) && field !== 'from';

/** The types of what is answered, as they are met: each object becomes a TypedDict by the name of its component. */
function typeWriter(document: ContractDocument) {
  const written = new Map<string, string>();

  function typeOf(node: Schema, place: string): string {
    const name = componentName(node) ?? place;
    const schema = resolve<Schema>(document, node);
    const types = [schema.type ?? []].flat();
    const [type = ''] = types.filter((one) => one !== 'null');
    const plain =
      type === 'object'
        ? objectType(schema, name)
        : type === 'array'
          ? listType(schema, name)
          : scalars[type];
    if (plain === undefined) return 'Any';
    return types.includes('null') ? `Optional[${plain}]` : plain;
  }

  const listType = ({ items }: Schema, name: string) =>
    `List[${items ? typeOf(items, `${name}Item`) : 'Any'}]`;

  function objectType({ properties, required = [], description }: Schema, name: string): string {
    if (!properties) return 'Dict[str, Any]';
    if (written.has(name)) return name;
    written.set(name, '');
    const fields = (wanted: boolean) =>
      Object.entries(properties)
        // Facts about an answer are shown by examples only, so an answer without them is as good.
        .filter(([field]) => (required.includes(field) && field !== 'meta') === wanted)
        .map(([field, node]) => `    ${field}: ${typeOf(node, `${name}${pascal(field)}`)}\n`);
    const [needed, others] = [fields(true), fields(false)];
    if (!Object.keys(properties).every(isName)) {
      const members = Object.entries(properties).map(
        ([field, node]) => `    ${JSON.stringify(field)}: ${typeOf(node, `${name}${pascal(field)}`)},\n`,
      );
      written.delete(name);
      written.set(
        name,
        `# ${description}\n${name} = TypedDict("${name}", {\n${members.join('')}}, total=False)`,
      );
      return name;
    }
    const comment = `    """${description ?? 'Part of an answer.'}"""\n\n`;
    const both = needed.length > 0 && others.length > 0;
    const base = both
      ? `class _${name}(TypedDict):\n${needed.join('')}\n\nclass ${name}(_${name}, total=False):\n${comment}${others.join('')}`
      : `class ${name}(TypedDict${needed.length > 0 ? '' : ', total=False'}):\n${comment}${[...needed, ...others].join('')}`;
    // Set again, so that what it is made of stands before it.
    written.delete(name);
    written.set(name, base.trimEnd());
    return name;
  }

  return { typeOf, written };
}

interface Argument {
  name: string;
  type: string;
  required: boolean;
}

/** What may be sent in a body or a query; whatever is an amount carries its unit. */
function argumentsOf(
  document: ContractDocument,
  { operation }: PlacedOperation,
  amountFields: readonly string[],
): Argument[] {
  const typed = (name: string, node: Schema) => {
    const schema = resolve<Schema>(document, node);
    if (amountFields.includes(name)) return 'Rials';
    if (schema.type === 'array') return 'Sequence[str]';
    return schema.type === 'object' ? 'Mapping[str, Any]' : (scalars[String(schema.type)] ?? 'Any');
  };
  const body = operation.requestBody?.content['application/json']?.schema;
  const { properties = {}, required = [] } = body ? resolve<Schema>(document, body) : {};
  const fields = Object.entries(properties).map(([name, node]) => ({
    name,
    type: typed(name, node),
    required: required.includes(name),
  }));
  const query = (operation.parameters ?? [])
    .map((node) => resolve<Parameter>(document, node as Parameter))
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema, required = false }) => ({ name, type: typed(name, schema), required }));
  return [...fields, ...query].sort((one, other) => Number(other.required) - Number(one.required));
}

/** One operation as a method; `create_payment` has a result of its own, in irandargah/core.py. */
function method(
  document: ContractDocument,
  placed: PlacedOperation,
  amountFields: readonly string[],
  type: string,
  isAsync: boolean,
): string {
  const { operation, path } = placed;
  const id = operation.operationId;
  const fields = argumentsOf(document, placed, amountFields);
  const keyed = (operation.parameters ?? []).some((node) =>
    componentName(node as { $ref?: string })?.startsWith('IdempotencyKey'),
  );
  const settings: Argument[] = [
    ...(keyed ? [{ name: 'idempotency_key', type: 'str', required: false }] : []),
    { name: 'timeout', type: 'float', required: false },
    { name: 'retries', type: 'int', required: false },
  ];
  const written = [...fields, ...settings].map(({ name, type, required }) =>
    required ? `        ${name}: ${type},\n` : `        ${name}: Optional[${type}] = None,\n`,
  );
  const authority = path.includes('{authority}');
  const given = [
    JSON.stringify(id),
    ...(authority ? ['authority=authority'] : []),
    ...(fields.length > 0
      ? [
          `fields={\n${fields.map(({ name }) => `                    ${JSON.stringify(name)}: ${name},\n`).join('')}                }`,
        ]
      : []),
    ...settings.map(({ name }) => `${name}=${name}`),
  ];
  const call = `Call(\n${given.map((one) => `                ${one},\n`).join('')}            )`;
  const ask = `${isAsync ? 'await ' : ''}self._ask(\n            ${call}\n        )`;
  return `    ${isAsync ? 'async ' : ''}def ${snake(id)}(
        self,
${authority ? '        authority: str,\n' : ''}        *,
${written.join('')}    ) -> ${id === 'createPayment' ? 'CreatedPayment' : type}:
        """${operation.summary.replace(/\.?$/, '.')}"""
        answered = ${ask}
        return ${id === 'createPayment' ? 'created(answered)' : `cast(${type}, answered.data)`}
`;
}

function operationsFile(
  document: ContractDocument,
  amountFields: readonly string[],
  { typeOf }: ReturnType<typeof typeWriter>,
): string {
  const answered = operationsOf(document).flatMap((placed) => {
    const { responses, operationId } = placed.operation;
    const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
    const content = success && 'content' in success ? success.content : undefined;
    const schema = content?.['application/json']?.schema;
    if (!schema) return [];
    const { properties } = resolve<Schema>(document, schema);
    return [{ placed, type: `types.${typeOf(properties?.data ?? schema, `${pascal(operationId)}Answer`)}` }];
  });
  const mixin = (isAsync: boolean) => `class ${isAsync ? 'Async' : ''}Operations:
    """Every operation as a method${isAsync ? ' to be awaited' : ''}; each raises IranDargahError when it fails."""

    ${isAsync ? 'async ' : ''}def _ask(self, call: Call) -> Answered:
        raise NotImplementedError

${answered.map(({ placed, type }) => method(document, placed, amountFields, type, isAsync)).join('\n')}`;
  return `# ${notice}
"""The operations of the gateway by their names in the contract."""

from typing import Any, Mapping, Optional, Sequence, cast

from ..core import Answered, Call, CreatedPayment, created
from ..money import Rials
from . import types


${mixin(false)}

${mixin(true)}`;
}

function typesFile({ written }: ReturnType<typeof typeWriter>): string {
  return `# ${notice}
"""What the operations answer. More may come than stands here, and a status or an event of tomorrow is text, too."""

from typing import Any, Dict, List, Optional, TypedDict

${[...written.values()].map((text) => `\n${text}\n`).join('\n')}`;
}

/** The files of the folder \`generated\` of client/python/irandargah. */
export function pythonPackage(facts: ClientFact[], document: ContractDocument): Record<string, string> {
  const amountFields = facts.find(([name]) => name === 'amountFields')?.[2] as string[];
  const types = typeWriter(document);
  const operations = operationsFile(document, amountFields, types);
  return {
    '__init__.py': `# ${notice}\n"""Written from the contract."""\n`,
    'facts.py': factsFile(facts, document.info.version),
    'types.py': typesFile(types),
    'operations.py': operations,
  };
}
