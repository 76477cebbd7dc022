// Writes the generated part of the PHP package: facts, the codes of errors, and a method with its shapes per operation.
import {
  type ContractDocument,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import { notice } from '../../../foundation/reader/paths.ts';
import type { ClientFact } from '../client-facts.ts';
import type { PackageGenerator } from './package-generator.ts';
import { propertiesOf } from './properties.ts';

/** What the facts say of an operation. */
interface KnownOperation {
  idempotencyKey?: boolean;
  data?: Record<string, string>;
}

/** `rialsPerToman` and `AlreadyVerified` as PHP names its constants. */
const constant = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** A value as PHP 7.4 writes it, over several lines. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return `'${value.replaceAll(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}    `;
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([name, item]) => `${literal(name, inner)} => ${literal(item, inner)}`);
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}]`;
}

function file(name: string, kind: string, purpose: string, members: string[]): string {
  return `<?php

// ${notice}

declare(strict_types=1);

namespace IranDargah\\Generated;

/** ${purpose} */
${kind} ${name}
{
${members.join('\n\n')}
}
`;
}

const factsFile = (facts: ClientFact[]) =>
  file(
    'Facts',
    'final class',
    'What the client knows of the API at run time. @internal',
    facts.map(
      ([name, comment, value]) =>
        `    /** ${comment} */\n    public const ${constant(name)} = ${literal(value, '    ')};`,
    ),
  );

/** Several errors may share a code: the constant is named after all of them. */
function codesFile(facts: ClientFact[]): string {
  const errors = facts.find(([name]) => name === 'errors')?.[2] as Record<
    string,
    { code: number; advice: string }
  >;
  const members = Object.entries(errors).map(
    ([name, { code, advice }]) =>
      `    /** ${advice} */\n    public const ${constant(name.replace(/^Error/, ''))} = ${code};`,
  );
  return file('ErrorCode', 'final class', 'The codes of the gateway by their names.', members);
}

const scalars: Record<string, string> = {
  integer: 'int',
  number: 'int|float',
  boolean: 'bool',
  string: 'string',
};

/**
 * The type of a schema as PHPDoc writes it.
 * @param sent an amount that is sent is Money; of what is received, only the fields in `checked` are there for sure.
 */
function shape(
  document: ContractDocument,
  node: Schema,
  sent: boolean,
  indent: string,
  { name = '', checked = [] as string[] } = {},
): string {
  const schema = resolve<Schema>(document, node);
  const types = [schema.type ?? []].flat();
  if (sent && name === 'amount') return '\\IranDargah\\Money';
  const properties = Object.entries(propertiesOf(document, schema));
  const inner = `${indent}    `;
  const orNull = types.includes('null') ? '|null' : '';
  if (types.includes('array')) {
    return `list<${shape(document, schema.items ?? {}, sent, indent)}>${orNull}`;
  }
  if (properties.length > 0) {
    const certain = sent ? (schema.required ?? []) : checked;
    const fields = properties.map(([field, inside]) => {
      const optional = certain.includes(field) ? '' : '?';
      return `${inner}${field}${optional}: ${shape(document, inside, sent, inner, { name: field })},\n`;
    });
    return `array{\n${fields.join('')}${indent}}${orNull}`;
  }
  if (types.includes('object')) return `array<string, mixed>${orNull}`;
  return types[0] !== 'null' && scalars[types[0] ?? ''] ? `${scalars[types[0] ?? '']}${orNull}` : 'mixed';
}

/** The prose of the contract as it may stand in a comment. */
const prose = (text: string) => text.replaceAll('*/', '* /').trim();

/** The useful part of a success: `data` of the body, or the body itself where it has none. */
function answerShape(document: ContractDocument, { operation }: PlacedOperation, checked: string[]): string {
  const success = Object.entries(operation.responses).find(([status]) => Number(status) < 300)?.[1];
  const { content } = resolve<Response>(document, success as Response);
  const body = resolve<Schema>(document, content?.['application/json']?.schema as Schema);
  return shape(document, propertiesOf(document, body).data ?? body, false, '     * ', { checked });
}

/** What an operation is given, by its kind: an authority in its path, a query, a body, or nothing. */
function argumentOf(document: ContractDocument, { operation, path, method }: PlacedOperation) {
  const body = operation.requestBody?.content['application/json']?.schema;
  if (path.includes('{')) {
    return { declared: 'string $authority', passed: '$authority', doc: ['string $authority'] };
  }
  if (body) {
    const doc = [`${shape(document, body, true, '     * ')} $fields`];
    return { declared: 'array $fields', passed: '$fields', doc };
  }
  const query = (operation.parameters ?? [])
    .map((node) => resolve<Parameter>(document, node))
    .filter((parameter) => method === 'GET' && parameter.in === 'query');
  if (query.length === 0) return { declared: '', passed: '[]', doc: [] };
  const fields = query.map(
    ({ name, schema }) => `     *     ${name}?: ${shape(document, schema, false, '     *     ')},\n`,
  );
  return {
    declared: 'array $query = []',
    passed: '$query',
    doc: [`array{\n${fields.join('')}     * } $query`],
  };
}

function method(document: ContractDocument, placed: PlacedOperation, known: KnownOperation): string {
  const { operationId, summary, description } = placed.operation;
  // The one whose answer is a class: what has to be stored of it has names of its own.
  const created = operationId === 'createPayment';
  const { declared, passed, doc } = argumentOf(document, placed);
  const key = known.idempotencyKey ? 'idempotency_key?: string, ' : '';
  const lines = [
    `${prose(summary)}.`,
    '',
    ...prose(description).split('\n'),
    '',
    ...doc.map((one) => `@param ${one}`),
    `@param array{${key}timeout?: int|float, retries?: int} $options for this call alone`,
    ...(created ? [] : [`@return ${answerShape(document, placed, Object.keys(known.data ?? {}))}`]),
    '@throws \\IranDargah\\ApiError when the gateway refuses',
    '@throws \\IranDargah\\TransportError when no answer came that can be believed',
    '@throws \\IranDargah\\ConfigurationError before anything is sent',
  ];
  const comment = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line.startsWith('     *') ? line : `     * ${line}`.trimEnd()));
  const parameters = [declared, 'array $options = []'].filter(Boolean).join(', ');
  const answer = `$this->call('${operationId}', ${passed}, $options)`;
  return `    /**
${comment.join('\n')}
     */
    public function ${operationId}(${parameters}): ${created ? '\\IranDargah\\CreatedPayment' : 'array'}
    {
        return ${created ? `new \\IranDargah\\CreatedPayment(${answer})` : `${answer}->data`};
    }`;
}

function operationsFile(facts: ClientFact[], document: ContractDocument): string {
  const known = facts.find(([name]) => name === 'operations')?.[2] as Record<string, KnownOperation>;
  const methods = operationsOf(document)
    .filter(({ operation }) => operation.operationId in known)
    .map((placed) => method(document, placed, known[placed.operation.operationId] as KnownOperation));
  return file('Operations', 'abstract class', 'Every operation of the gateway, by its operationId.', [
    `    /** @param string|array<string, mixed> $input @param array<string, mixed> $options */
    abstract protected function call(string $operation, $input, array $options): \\IranDargah\\Answer;`,
    ...methods,
  ]);
}

/** The files of client/php/generated/. */
export const phpPackage: PackageGenerator = (facts, document) => ({
  'Facts.php': factsFile(facts),
  'ErrorCode.php': codesFile(facts),
  'Operations.php': operationsFile(facts, document),
});
