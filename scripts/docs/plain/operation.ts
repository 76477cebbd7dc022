// The plain reference of one operation: everything that Redoc shows and what follows an answer, as HTML that needs no script.

import {
  type ContractDocument,
  type Example,
  errorSchemasOf,
  type Header,
  isDemanded,
  type Link,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Response,
  resolve,
  type Schema,
} from '../../../foundation/reader/document.ts';
import { escaped } from '../../../foundation/reader/pointers.ts';
import { errors, operations as operationFacts, rateLimits } from '../../../generated/facts.ts';
import type { MarkdownContext } from '../guides/markdown.ts';
import { renderInline } from '../guides/markdown.ts';
import { escapeHtml } from '../html.ts';
import type { Language } from '../languages.ts';
import { formatNumber } from '../numbers.ts';
import { code, codeBlock, longName, table } from '../pages/parts.ts';
import { texts } from '../texts.ts';
import { commonGround, type Ground, groundLabel, groundOf, otherGrounds } from './basis.ts';
import { fieldsOf, type Part, partsOf, typeOf, whole } from './fields.ts';

/** A node of the contract and the JSON pointer to it. */
interface Placed<Node> {
  pointer: string;
  node: Node;
}

/** An operation, callback or webhook and where it stands. */
export interface PlacedOperation {
  /** A path of the API, the address of a callback, or the name of an event. */
  path: string;
  method: string;
  /** The JSON pointer to the operation. */
  pointer: string;
  operation: Operation;
}

/** What the parts of an operation are rendered with. */
export interface PlainContext {
  document: ContractDocument;
  language: Language;
  markdown: MarkdownContext;
  /** Whether the gateway sends what is described: then its lists are open, and nothing is to be refused by its rules. */
  received?: boolean;
}

const ruleNames = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'pattern',
  'enum',
  'const',
  'default',
  'format',
] as const;

/** The rules that a keyword stands for: one for each entry of a list. */
const rulesAt = ({ pointer, schema }: Part, keyword: string): string[] => {
  const value = schema[keyword];
  const entries = keyword === 'enum' || keyword === 'type' ? [value ?? []].flat() : [];
  return entries.length > 0
    ? entries.map((entry) => `${pointer}/${keyword}/${entry}`)
    : [`${pointer}/${keyword}`];
};

/** The values that a keyword allows, each with what it means where the contract says so. */
function valuesOf({ schema }: Part, keyword: string, { markdown }: PlainContext): string {
  const values = [schema[keyword]].flat();
  const meanings = (schema['x-enum-descriptions'] ?? {}) as Record<string, string>;
  if (keyword !== 'enum' || Object.keys(meanings).length === 0) {
    return values.map((value) => code(value === null ? 'null' : value)).join(' ');
  }
  const items = values.map(
    (value) => `<li>${code(value)} ${renderInline(meanings[String(value)] ?? '', markdown)}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

/** What a schema demands of a value, as short sentences, each with its ground where it is not the field's. */
function rules(parts: readonly Part[], ground: Ground, context: PlainContext): string {
  const words = texts[context.language];
  const list = parts.find(({ schema }) => schema.items);
  const items = list?.schema.items
    ? partsOf(context.document, { pointer: `${list.pointer}/items`, schema: list.schema.items })
    : [];
  const sentences = [parts, items].flatMap((each) =>
    ruleNames.flatMap((name) => {
      const part = each.find(({ schema }) => schema[name] !== undefined);
      if (!part) return [];
      const isOpen =
        context.received &&
        (name === 'enum' || (name === 'const' && part.schema.const !== true && part.schema.const !== false));

      const label = isOpen ? words.knownToday : words.rules[name];
      const grounds = otherGrounds(rulesAt(part, name), ground, context);
      return [
        `<li>${label} ${valuesOf(part, name, context)}${isOpen ? words.othersMayCome : ''}${grounds}</li>`,
      ];
    }),
  );
  if (parts.some(({ schema }) => schema['x-sensitive'])) sentences.push(`<li>${words.sensitive}</li>`);
  return sentences.length > 0 ? `<ul class="rules">${sentences.join('')}</ul>` : '';
}

/** The kind of a value, with what is assumed about it where the field itself is not. */
function typeCell(schema: Schema, parts: readonly Part[], ground: Ground, context: PlainContext): string {
  const typed = parts.find((part) => part.schema.type !== undefined && part.schema.type !== 'object');
  const doubtful = (typed ? rulesAt(typed, 'type') : []).filter((rule) => groundOf(rule) !== 'stated');
  return `${code(typeOf(context.document, schema))}${otherGrounds(doubtful, ground, context)}`;
}

const requiredMark = (required: boolean | undefined, language: Language) =>
  required ? ` <span class="badge strong">${texts[language].required}</span>` : '';

function parameterTable(parameters: Placed<Parameter>[], context: PlainContext): string {
  const words = texts[context.language];
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ pointer, node: parameter }) => {
    const schema = whole(context.document, parameter.schema);
    const description = String(parameter.description ?? schema.description ?? '');
    const ground = groundOf(pointer);
    const parts = partsOf(context.document, { pointer: `${pointer}/schema`, schema: parameter.schema });
    const demand = ['required', 'x-required-by-any-name', 'x-alias-of']
      .filter((key) => key in parameter)
      .map((key) => `${pointer}/${key}`);
    return {
      cells: [
        `${longName(parameter.name)}${requiredMark(isDemanded(parameter), context.language)}${otherGrounds([pointer], 'stated', context)}${otherGrounds(demand, ground, context)}`,
        `${words[parameter.in]} · ${typeCell(schema, parts, ground, context)}`,
        `${renderInline(description, context.markdown)}${rules(parts, ground, context)}`,
      ],
    };
  });
  return `<h3>${words.parameters}</h3>\n${table([words.name, words.type, words.meaning], rows, { label: words.parameters })}`;
}

/** The fields of a body as a table; what most of them rest on is said once above it. */
function fieldTable(schema: Schema, pointer: string, context: PlainContext): string {
  const words = texts[context.language];
  const fields = fieldsOf(context.document, schema, pointer);
  const common = commonGround(fields.map((field) => field.pointer));
  const rows = fields.map(({ path, required, schema, pointer, requiredAt, parts }) => {
    const ground = groundOf(pointer);
    return {
      cells: [
        `${longName(path)}${requiredMark(required, context.language)}${otherGrounds([pointer], common, context)}${otherGrounds(requiredAt ? [requiredAt] : [], ground, context)}`,
        typeCell(schema, parts, ground, context),
        `${renderInline(schema.description ?? '', context.markdown)}${rules(parts, ground, context)}`,
      ],
    };
  });
  if (rows.length === 0) return '';
  const lead =
    common === 'stated'
      ? ''
      : `<p class="grounds">${words.unlessMarked}: ${groundLabel(common, context)}</p>\n`;
  return lead + table([words.field, words.type, words.meaning], rows, { label: words.fields });
}

/** An example as it travels: JSON, a form, or text. */
function exampleText(value: unknown, mediaType: string): string {
  if (typeof value === 'string') return value;
  if (mediaType === 'application/x-www-form-urlencoded') {
    const pairs = Object.entries(value as Record<string, unknown>).map(([name, item]) => [
      name,
      String(item),
    ]);
    return new URLSearchParams(pairs).toString().replaceAll('&', '\n&');
  }
  return JSON.stringify(value, null, 2);
}

const disclosure = (summary: string, content: string, open = false) =>
  `<details${open ? ' open' : ''}><summary>${summary}</summary>\n${content}</details>\n`;

function examples(mediaType: string, media: MediaType, context: PlainContext, firstOpen: boolean): string {
  const words = texts[context.language];
  return Object.values(media.examples ?? {})
    .map((node, index) => {
      const { summary, value } = resolve<Example>(context.document, node);
      const kind = mediaType === 'application/json' ? 'json' : 'text';
      return disclosure(
        `${words.example}: ${escapeHtml(summary)}`,
        codeBlock(exampleText(value, mediaType), kind, summary, mediaType),
        firstOpen && index === 0,
      );
    })
    .join('');
}

function headerTable(response: Response, context: PlainContext): string {
  const words = texts[context.language];
  const rows = Object.entries(response.headers ?? {}).map(([name, node]) => {
    const header = resolve<Header>(context.document, node);
    const shared = (node as { $ref?: string }).$ref;
    return {
      cells: [
        `${longName(name)}${requiredMark(header.required, context.language)}${shared ? otherGrounds([shared], 'stated', context) : ''}`,
        code(typeOf(context.document, header.schema)),
        renderInline(header.description ?? '', context.markdown),
      ],
    };
  });
  if (rows.length === 0) return '';
  return disclosure(
    words.headers,
    table([words.header, words.type, words.meaning], rows, { label: words.headers }),
  );
}

function errorList(names: string[], { language, markdown }: PlainContext): string {
  const words = texts[language];
  const rows = names.map((name) => {
    const entry = errors[name as keyof typeof errors];
    return {
      cells: [
        `<a href="${markdown.link(`error:${name}`)}">${code(entry.code)}</a>`,
        longName(entry.type),
        renderInline(entry.meaning[language], markdown),
      ],
    };
  });
  return table([words.codeNumber, words.type, words.meaning], rows, { label: words.errors });
}

/** The calls that an answer makes possible, each with what it is good for; Redoc shows none of them. */
function nextCalls(response: Response, { document, language, markdown }: PlainContext): string {
  const items = Object.values(response.links ?? {}).map((node) => {
    const { operationId, description } = resolve<Link>(document, node);
    const name = `<a href="${markdown.operation(operationId)}">${code(operationId)}</a>`;
    return `<li>${name} <bdi>${renderInline(description, markdown)}</bdi></li>`;
  });
  if (items.length === 0) return '';
  return disclosure(texts[language].nextCalls, `<ul>${items.join('')}</ul>\n`, true);
}

function responseSection(
  status: string,
  { pointer, node }: Placed<Response | { $ref: string }>,
  context: PlainContext,
): string {
  const response = resolve<Response>(context.document, node);
  const failing = errorSchemasOf(context.document, response);
  const body = Object.entries(response.content ?? {})
    .map(
      ([type, media]) =>
        (failing.length > 0
          ? errorList(failing, context)
          : fieldTable(media.schema, `${pointer}/content/${escaped(type)}/schema`, {
              ...context,
              received: true,
            })) + examples(type, media, context, failing.length === 0),
    )
    .join('');
  return `<section class="response"><h4><span class="status s${status[0]}">${status}</span> <bdi>${renderInline(response.description, context.markdown)}</bdi>${otherGrounds([pointer], 'stated', context)}</h4>
${body}${headerTable(response, context)}${nextCalls(response, context)}</section>`;
}

/** The body of a request: its fields and examples. */
function requestBody(operation: Operation, pointer: string, context: PlainContext): string {
  const words = texts[context.language];
  const entries = Object.entries(operation.requestBody?.content ?? {});
  if (entries.length === 0) return '';
  const content = entries.map(
    ([type, media]) =>
      `${fieldTable(media.schema, `${pointer}/requestBody/content/${escaped(type)}/schema`, context)}${examples(type, media, context, true)}`,
  );
  return `<h3>${words.requestBody}</h3>\n${content.join('')}`;
}

function samples(operation: Operation, { language }: PlainContext): string {
  const words = texts[language];
  const all = operation['x-codeSamples'] ?? [];
  if (all.length === 0) return '';
  const list = all
    .map(({ label, lang, source }, index) =>
      disclosure(
        `<span lang="en" dir="ltr">${escapeHtml(label)}</span>`,
        codeBlock(source, lang.toLowerCase() === 'shell' ? 'bash' : lang.toLowerCase(), label, ' '),
        index === 0,
      ),
    )
    .join('');
  return `<h3>${words.samples}</h3>\n<div class="samples">${list}</div>`;
}

function limitList(operation: Operation, { language }: PlainContext): string {
  const words = texts[language];
  const names = operation['x-rate-limit'] ?? [];
  if (names.length === 0) return '';
  const rows = names.map((name) => ({ cells: limitCells(name as keyof typeof rateLimits, language) }));
  return `<h3>${words.limits}</h3>\n${table(limitColumns(language), rows, { label: words.limits })}`;
}

/** The columns of a table of rate limits. */
export const limitColumns = (language: Language) => {
  const words = texts[language];
  return [words.name, words.limit, words.window, words.per, words.liftedBySignature];
};

/** One rate limit as the cells of a table. */
export function limitCells(name: keyof typeof rateLimits, language: Language): string[] {
  const words = texts[language];
  const { limit, window_seconds, per, lifted_by_signature } = rateLimits[name];
  return [
    code(name),
    formatNumber(limit, language),
    `${formatNumber(window_seconds, language)} ${words.seconds}`,
    words.perNames[per] === per || per === 'api-token' ? code(words.perNames[per]) : words.perNames[per],
    lifted_by_signature ? words.yes : words.no,
  ];
}

/** What kind of operation it is, and whether all of it is assumed. */
function badges(operation: Operation, pointer: string, context: PlainContext): string {
  const words = texts[context.language];
  const facts = operationFacts[operation.operationId as keyof typeof operationFacts];
  const names = facts
    ? [
        facts.token ? words.needsToken : words.noToken,
        ...(facts.requestSigning ? [words.signed] : []),
        ...(facts.idempotencyKey === 'required' ? [words.idempotencyRequired] : []),
        ...(facts.idempotencyKey === 'optional' ? [words.idempotencyOptional] : []),
      ]
    : [];
  const all = [
    ...names.map((name) => `<span class="badge">${name}</span>`),
    ...(groundOf(pointer) === 'stated'
      ? []
      : [`<span class="badge">${groundLabel(groundOf(pointer), context)}</span>`]),
  ];
  return all.length > 0 ? `<p class="badges">${all.join(' ')}</p>` : '';
}

function callbacks(operation: Operation, context: PlainContext): string {
  return Object.values(operation.callbacks ?? {})
    .flatMap((node) =>
      Object.entries(resolve<Record<string, PathItem>>(context.document, node)).map(([url, item]) => ({
        url,
        item,
        pointer: `${(node as { $ref?: string }).$ref ?? ''}/${escaped(url)}`,
      })),
    )
    .flatMap(({ url, item, pointer }) =>
      (['post', 'get'] as const).flatMap((method) => {
        const callback = item[method];
        const placed = { path: url, method, pointer: `${pointer}/${method}` };
        return callback ? [operationSection({ ...placed, operation: callback }, context, 'callback')] : [];
      }),
    )
    .join('\n');
}

/** Redoc's own address of an operation, below which it also keeps its callbacks. */
const interactive = ({ operationId, tags: [tag = ''] }: Operation) =>
  `../reference.html#/${tag.toLowerCase().replaceAll(' ', '-')}/${operationId.toLowerCase()}`;

/**
 * The whole section of an operation; its id is the name of the operation.
 * @param kind who calls: the shop, or the gateway by callback or webhook
 */
export function operationSection(
  { path, method, pointer, operation }: PlacedOperation,
  context: PlainContext,
  kind: 'operation' | 'callback' | 'webhook' = 'operation',
): string {
  const parameters = (operation.parameters ?? []).map((node, index) => ({
    pointer: '$ref' in node ? String(node.$ref) : `${pointer}/parameters/${index}`,
    node: resolve<Parameter>(context.document, node),
  }));
  const responses = Object.entries(operation.responses).map(([status, node]) =>
    responseSection(status, { pointer: `${pointer}/responses/${status}`, node }, context),
  );
  const asked = { ...context, received: kind !== 'operation' };
  return `<section class="operation" id="${operation.operationId}">
<h2><a class="anchor" href="#${operation.operationId}">${escapeHtml(operation.summary)}</a></h2>
<p class="route" dir="ltr"><span class="method ${method.toLowerCase()}">${method.toUpperCase()}</span> <code>${escapeHtml(path).replaceAll('/', '/<wbr>')}</code> <span class="operation-id"><code>${operation.operationId}</code></span></p>
${badges(operation, pointer, context)}
<p>${renderInline(operation.description, context.markdown)}</p>
${kind === 'callback' ? '' : `<p class="elsewhere"><a href="${interactive(operation)}">${texts[context.language].openInteractive}</a></p>`}
${parameterTable(parameters, asked)}
${requestBody(operation, pointer, asked)}
${samples(operation, context)}
<h3>${texts[context.language].responses}</h3>
${responses.join('\n')}
${limitList(operation, context)}
${callbacks(operation, context)}
</section>`;
}
