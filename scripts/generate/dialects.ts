// Reads the dialects of openapi/dialects/ and refuses one that is misshapen, names what there is not, or changes nothing.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import {
  type Dialect,
  type DialectDecision,
  type Dialects,
  expanded,
  type Sending,
} from '../../foundation/dialects/catalogue.ts';
import { readDecisions } from '../../foundation/reader/decisions.ts';
import {
  type ContractDocument,
  type Example,
  type MediaType,
  operationsOf,
  type PathItem,
  type Response,
  resolve,
  type Schema,
} from '../../foundation/reader/document.ts';
import { statusCodeFacts } from '../../foundation/reader/facts.ts';
import { applyOverlay, isObject, pathsOf, valueAt } from '../../foundation/reader/overlay.ts';
import { root } from '../../foundation/reader/paths.ts';
import {
  arabicCharacter,
  hasPersianLetter,
  lostCodeSpans,
  runsLeftToRight,
} from '../translations/persian.ts';

/** A file of the folder as it is read. */
export interface DialectSource {
  /** From the root of the repository. */
  file: string;
  text: string;
}

/** What a dialect may name. */
export interface Namable {
  contract: ContractDocument;
  decisions: readonly number[];
}

/** The dialects of this repository. */
export function dialectSources(): DialectSource[] {
  const files = globSync('openapi/dialects/*.yaml', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.sort().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** The names of the dialects of this repository, by their files. */
export function dialectNames(): string[] {
  return dialectSources().map(({ file }) => basename(file, '.yaml'));
}

const decisionsFolder = join(root, 'docs', 'decisions');

/** The numbers of the decisions that there are. */
export function decisionNumbers(): number[] {
  return readDecisions(decisionsFolder).map(({ id }) => id);
}

/** The decisions that dialects name, by their numbers, with what people read of them. */
export function decisionsNamed(dialects: Dialects): Record<string, DialectDecision> {
  const named = new Set(Object.values(dialects).flatMap((dialect) => dialect['x-dialect'].decisions));
  return Object.fromEntries(
    readDecisions(decisionsFolder)
      .filter(({ id }) => named.has(id))
      .map(({ id, title, summary }) => [id, { title, summary }]),
  );
}

const schemaFile = join(root, 'openapi', 'lint', 'dialect.schema.yaml');

function shapeValidator() {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  return ajv.compile(parse(readFileSync(schemaFile, 'utf8')) as object);
}

function explained({ instancePath, message, params }: ErrorObject): string {
  const what = params.additionalProperty ?? params.missingProperty;
  return `${instancePath || '/'} ${message}${what && !message?.includes(`'${what}'`) ? ` (${what})` : ''}; its shape stands in openapi/lint/dialect.schema.yaml`;
}

/** What is wrong with the words of a dialect, as a translator would be told. */
function proseFindings({ en, fa }: { en: string; fa: string }): string[] {
  const lost = lostCodeSpans(en, fa);
  return [
    ...(hasPersianLetter(fa) ? [] : ['summary.fa is not Persian']),
    ...(arabicCharacter(fa) ? [`summary.fa has the Arabic ${arabicCharacter(fa)}`] : []),
    ...(runsLeftToRight(fa) ? ['summary.fa begins with a Latin letter'] : []),
    ...(lost.length > 0 ? [`summary.fa has lost ${lost.join(', ')}`] : []),
  ];
}

interface Shown {
  /** The operation of a success, or the event; undefined for an error or a callback. */
  of?: string;
  value: unknown;
}

/** Two values of one place laid over each other: objects field by field, and else what the second knows. */
function together(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return other ?? one;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, together(one[name], other[name])]));
}

/** A value with every field that a schema knows, each list with one row, and null wherever that is allowed. */
function fullest(contract: ContractDocument, node: Schema): unknown {
  const schema = resolve<Schema>(contract, node);
  const { allOf = [], anyOf = [], ...own } = schema;
  const parts = [...allOf, ...anyOf.slice(0, 1)];
  if (parts.length > 0) return [own, ...parts].map((part) => fullest(contract, part)).reduce(together);
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [name, fullest(contract, field)]),
    );
  }
  if (schema.items) return [fullest(contract, schema.items)];
  return [schema.type].flat().includes('null') ? null : (schema.const ?? schema.enum?.[0]);
}

/** Everything of one kind that the examples of the contract show being sent, and what its schemas allow at the most. */
function shown(contract: ContractDocument, to: Sending['to']): Shown[] {
  const values = (media: MediaType | undefined): unknown[] =>
    media
      ? [
          ...Object.values(media.examples ?? {}).map((node) => resolve<Example>(contract, node).value),
          ...(media.schema.oneOf ?? [media.schema]).map((schema) => fullest(contract, schema)),
        ]
      : [];
  if (to === 'event') {
    return Object.entries(contract.webhooks).flatMap(([of, { post }]) =>
      values(post.requestBody?.content['application/json']).map((value) => ({ of, value })),
    );
  }
  const operations = operationsOf(contract).map(({ operation }) => operation);
  if (to === 'callback') {
    return operations.flatMap(({ callbacks = {} }) =>
      Object.values(callbacks).flatMap((callback) =>
        Object.values(resolve<Record<string, PathItem>>(contract, callback)).flatMap(({ post }) =>
          Object.values(post?.requestBody?.content ?? {})
            .flatMap(values)
            .map((value) => ({ value })),
        ),
      ),
    );
  }
  return operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, node]) =>
      values(resolve<Response>(contract, node).content?.['application/json']).map((value) => ({
        ...(Number(status) < 400 ? { of: operationId } : {}),
        value,
      })),
    ),
  );
}

/** Whether something that a dialect sends otherwise is ever sent, as far as the contract tells. */
function isEverSent(contract: ContractDocument, sending: Sending): boolean {
  const { errors } = statusCodeFacts({ en: contract, fa: contract });
  const wanted = (sending.errors ?? []).map((name) => errors[name]);
  const only: readonly string[] | undefined = sending.operations ?? sending.events;
  return shown(contract, sending.to)
    .filter(({ of, value }) => {
      if (only) return of !== undefined && only.includes(of);
      const { error } = value as { error?: { code: number; type: string } };
      return !sending.errors || wanted.some((one) => one?.code === error?.code && one?.type === error?.type);
    })
    .some(({ value }) =>
      pathsOf(value, sending.at).some(
        (path) => !('where' in sending) || isDeepStrictEqual(valueAt(value, path), sending.where),
      ),
    );
}

/** Names that a dialect uses and nobody knows. */
function unknownNames(dialect: Dialect, dialects: Dialects, { contract, decisions }: Namable): string[] {
  const { decisions: taken, includes = [], sends = [] } = dialect['x-dialect'];
  const known: Record<'operations' | 'errors' | 'events' | 'states', string[]> = {
    operations: operationsOf(contract).map(({ operation }) => operation.operationId),
    errors: Object.keys(statusCodeFacts({ en: contract, fa: contract }).errors),
    events: Object.keys(contract.webhooks),
    states: Object.keys((contract['x-payment-lifecycle'] as { states: object }).states),
  };
  const kinds = Object.keys(known) as (keyof typeof known)[];
  return [
    ...taken.filter((id) => !decisions.includes(id)).map((id) => `decision ${id}`),
    ...includes.filter((name) => !Object.hasOwn(dialects, name)).map((name) => `the dialect ${name}`),
    ...sends.flatMap((sending) => [
      ...kinds.flatMap((kind) =>
        (sending[kind] ?? []).filter((name) => !known[kind].includes(name)).map((name) => `${kind} ${name}`),
      ),
      ...(typeof sending.as === 'object' && 'error' in sending.as && !known.errors.includes(sending.as.error)
        ? [`errors ${sending.as.error}`]
        : []),
    ]),
  ].map((what) => `there is no such thing as ${what}`);
}

/** Whether a dialect is, by way of others, a part of itself. */
function includesItself(name: string, dialects: Dialects, from = name, seen = new Set<string>()): boolean {
  const parts = dialects[from]?.['x-dialect'].includes ?? [];
  return parts.some((part) => {
    if (part === name) return true;
    if (seen.has(part)) return false;
    seen.add(part);
    return includesItself(name, dialects, part, seen);
  });
}

/** References of a document that lead nowhere. */
function danglingReferences(document: ContractDocument): string[] {
  const dangling = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string') {
      try {
        resolve(document, { $ref });
      } catch {
        dangling.add($ref);
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(document);
  return [...dangling];
}

/** What is wrong with a dialect whose names are all known: what it wants to change must be there. */
function effectFindings(name: string, dialect: Dialect, dialects: Dialects, { contract }: Namable): string[] {
  const findings: string[] = [];
  try {
    const parts = expanded([name], dialects).filter((part) => part !== dialect);
    const base = applyOverlay(
      contract,
      parts.flatMap(({ actions }) => actions),
    ).document;
    const { document, unmatched } = applyOverlay(base, dialect.actions);
    findings.push(...unmatched.map((target) => `the target ${target} selects nothing in the contract`));
    findings.push(...danglingReferences(document).map((reference) => `${reference} points nowhere`));
    for (const sending of dialect['x-dialect'].sends ?? []) {
      if (!isEverSent(contract, sending)) {
        findings.push(`nothing that the contract sends has anything at ${sending.at} that it could change`);
      }
    }
  } catch (error) {
    findings.push((error as Error).message);
  }
  return findings;
}

/**
 * Reads dialects and holds them to the contract.
 * @returns the dialects by name, and one line for each fault; with a fault the dialects are not to be used.
 */
export function readDialects(
  sources: readonly DialectSource[],
  namable: Namable,
): { dialects: Dialects; findings: string[] } {
  const hasShape = shapeValidator();
  const dialects: Dialects = {};
  const findings: string[] = [];
  const fileOf = (name: string) => `openapi/dialects/${name}.yaml`;
  for (const { file, text } of sources) {
    const name = basename(file, '.yaml');
    let document: unknown;
    try {
      document = parse(text);
    } catch (error) {
      findings.push(`${file}: is not YAML (${(error as Error).message.split('\n')[0]})`);
      continue;
    }
    if (!hasShape(document)) {
      findings.push(...(hasShape.errors ?? []).map((error) => `${file}: ${explained(error)}`));
      continue;
    }
    const dialect = document as Dialect;
    if (dialect.info.title !== name)
      findings.push(`${file}: info.title is ${dialect.info.title}, not ${name}`);
    if (dialect.info.version !== namable.contract.info.version) {
      findings.push(`${file}: info.version is not that of the contract, ${namable.contract.info.version}`);
    }
    dialects[name] = dialect;
  }
  for (const [name, dialect] of Object.entries(dialects)) {
    const unknown = unknownNames(dialect, dialects, namable);
    const faults = [
      ...proseFindings(dialect['x-dialect'].summary),
      ...unknown,
      ...(includesItself(name, dialects) ? ['it includes itself'] : []),
    ];
    const known = faults.length === 0 ? effectFindings(name, dialect, dialects, namable) : [];
    findings.push(...[...faults, ...known].map((fault) => `${fileOf(name)}: ${fault}.`));
  }
  return { dialects, findings };
}
