// Reads the facts of a bundled contract: whatever programs need to know of it, by name.
import { basisExtension, basisOf, sourceExtension } from './basis.ts';
import {
  type ContractDocument,
  componentName,
  errorSchemasOf,
  isDemanded,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
  type Schema,
} from './document.ts';
import { escaped } from './pointers.ts';

/** The same document in both languages: prose is taken from each, facts from the English one. */
export interface BothLanguages {
  en: ContractDocument;
  fa: ContractDocument;
}

interface StatusCodeExtension {
  http: number[];
  message?: string;
  action: string;
}

/** One operation as programs need it. */
export function operationFacts(document: ContractDocument, { path, method, operation }: PlacedOperation) {
  const parameters = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(document, parameter));
  const header = (name: string) =>
    parameters.find((parameter) => parameter.in === 'header' && parameter.name === name);
  const signing = document['x-signing'] as {
    request: { signature_header: string };
    response: { signature_header: string };
  };
  const idempotency = document['x-idempotency'] as { header: string };
  const idempotencyKey = header(idempotency.header);
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  const statuses = Object.entries(operation.responses).map(([status, node]) => ({
    status: Number(status),
    response: resolve<Response>(document, node),
  }));
  const success = statuses.find(({ status }) => status < 300);
  if (!success) throw new Error(`${operation.operationId} documents no success.`);
  const errors = statuses.flatMap(({ response }) => errorSchemasOf(document, response));
  return {
    method,
    path,
    // A regular expression for a whole path without its query; a parameter is any one segment.
    pathPattern: `^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`,
    tag: operation.tags[0],
    token: operation.security?.length !== 0,
    requestSigning: header(signing.request.signature_header) !== undefined,
    responseSigning: signing.response.signature_header in (success.response.headers ?? {}),
    idempotencyKey: idempotencyKey ? (isDemanded(idempotencyKey) ? 'required' : 'optional') : 'none',
    rateLimits: operation['x-rate-limit'] ?? [],
    requestSchema: bodySchema ? (componentName(bodySchema) ?? null) : null,
    successStatus: success.status,
    successSchema: componentName(success.response.content?.['application/json']?.schema ?? {}) ?? null,
    successMessage: constOf(document, success.response, 'message'),
    successCode: constOf(document, success.response, 'status_code'),
    errors,
    undocumented: isUndocumented(document, `#/paths/${escaped(path)}/${method.toLowerCase()}`),
  };
}

/** Whether an operation or webhook as a whole is an assumption of ours, since the page only names it. */
export function isUndocumented(document: ContractDocument, pointer: string): boolean {
  return basisOf(document, pointer).kind === 'decision';
}

/** The literal value of a top-level field of an answer, or null when it has none. */
function constOf(document: ContractDocument, response: Response, field: string): unknown {
  const schema = response.content?.['application/json']?.schema;
  const property = schema && resolve<Schema>(document, schema).properties?.[field];
  return (property && resolve<Schema>(document, property).const) ?? null;
}

/** The literals of one error schema: what it adds to the common envelope. */
function errorLiterals(schema: Schema): { code: number; type: string; message: string } {
  const { code, type, message } = schema.allOf?.[1]?.properties?.error?.properties ?? {};
  return { code: code?.const as number, type: type?.const as string, message: message?.const as string };
}

/** One error of the catalogue: its literals, and its prose in both languages. */
export interface ErrorFacts {
  code: number;
  type: string;
  message: string;
  http: number[];
  meaning: { en?: string; fa?: string };
  action: { en: string; fa: string };
}

/** The catalogue of errors by schema name, and the codes of success by code. */
export function statusCodeFacts({ en, fa }: BothLanguages) {
  const errors: Record<string, ErrorFacts> = {};
  const successes: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(en.components.schemas)) {
    const extension = schema['x-status-code'] as StatusCodeExtension | undefined;
    if (!extension) continue;
    const persian = fa.components.schemas[name] as Schema;
    const prose = {
      meaning: { en: schema.description, fa: persian.description },
      action: { en: extension.action, fa: (persian['x-status-code'] as StatusCodeExtension).action },
    };
    if (schema.const !== undefined) {
      successes[String(schema.const)] = {
        code: schema.const,
        http: extension.http,
        message: extension.message,
        ...prose,
      };
    } else {
      errors[name] = { ...errorLiterals(schema), http: extension.http, ...prose };
    }
  }
  return { errors, successes };
}

/** The events with their schemas and their words in both languages. */
function webhookFacts({ en, fa }: BothLanguages) {
  const testable = en.components.schemas.TestableEventType?.enum ?? [];
  return Object.fromEntries(
    Object.entries(en.webhooks).map(([event, { post }]) => {
      const schema = componentName(post.requestBody?.content['application/json']?.schema ?? {}) as string;
      const data = componentName(en.components.schemas[schema]?.properties?.data ?? {}) as string;
      const summary = { en: post.summary, fa: fa.webhooks[event]?.post.summary };
      return [event, { schema, data, testable: testable.includes(event), summary }];
    }),
  );
}

/** The keywords of each field of each request body that limit its value, references followed. */
function requestRules(document: ContractDocument) {
  const keywords = [
    'type',
    'format',
    'const',
    'enum',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'minItems',
    'pattern',
    'default',
  ];
  const bodies = operationsOf(document).flatMap(({ operation }) => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const name = schema && componentName(schema);
    return name ? [[name, resolve<Schema>(document, schema)] as const] : [];
  });
  return Object.fromEntries(
    bodies.map(([name, schema]) => [
      name,
      Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, node]) => {
          const rules = resolve<Schema>(document, node);
          const kept = keywords.flatMap((keyword) =>
            rules[keyword] === undefined ? [] : [[keyword, rules[keyword]]],
          );
          return [
            field,
            { required: schema.required?.includes(field) ?? false, ...Object.fromEntries(kept) },
          ];
        }),
      ),
    ]),
  );
}

/** JSON pointers of everything that must never appear in a log, as `Schema.property` or `parameter:Name`. */
function sensitiveFields(document: ContractDocument): string[] {
  const names = new Set<string>();
  for (const schema of Object.values(document.components.schemas)) {
    for (const [field, node] of Object.entries(schema.properties ?? {})) {
      if (resolve<Schema>(document, node)['x-sensitive']) names.add(field);
    }
  }
  return [...names].sort();
}

/** An extension in both languages: facts from the English, `description` as a pair, without what they rest on. */
function bilingual(en: unknown, fa: unknown): unknown {
  if (Array.isArray(en)) return en.map((item, index) => bilingual(item, (fa as unknown[])[index]));
  if (typeof en !== 'object' || en === null) return en;
  return Object.fromEntries(
    Object.entries(en).flatMap(([key, value]) => {
      if (key === basisExtension || key === sourceExtension) return [];
      const other = (fa as Record<string, unknown>)[key];
      return [[key, key === 'description' ? { en: value, fa: other } : bilingual(value, other)]];
    }),
  );
}

/** One kind of fact: the name that programs know it by, what it is, and its value. */
type Fact = [name: string, comment: string, value: unknown];

/** Every fact of the contract, in the order of the module. */
export function factsOf(documents: BothLanguages): Fact[] {
  const { en, fa } = documents;
  const extension = (name: `x-${string}`) => bilingual(en[name], fa[name]);
  const callbackStatus = en.components.schemas.CallbackStatus as Schema;
  return [
    ['contractVersion', 'Version of the contract.', en.info.version],
    [
      'servers',
      'Base addresses by environment.',
      Object.fromEntries(en.servers.map((s) => [s['x-environment'], s.url])),
    ],
    [
      'operations',
      'Every operation by its id.',
      Object.fromEntries(
        operationsOf(en).map((placed) => [placed.operation.operationId, operationFacts(en, placed)]),
      ),
    ],
    ['errors', 'The catalogue of errors by the name of their schema.', statusCodeFacts(documents).errors],
    ['successCodes', 'The codes of success.', statusCodeFacts(documents).successes],
    ['webhookEvents', 'Every event by its name.', webhookFacts(documents)],
    [
      'callbackMessages',
      'The messages of the callback by its status code.',
      callbackStatus['x-callback-messages'],
    ],
    ['requestRules', 'The rules of every field of every request body.', requestRules(en)],
    ['sensitiveFields', 'Fields that must be redacted in every log.', sensitiveFields(en)],
    ['calendar', 'The calendar and zone of all times.', extension('x-calendar')],
    ['money', 'The unit of all amounts.', extension('x-money')],
    ['tokens', 'The form of tokens, and their rotation.', extension('x-tokens')],
    ['signing', 'How requests, responses and webhooks are signed.', extension('x-signing')],
    ['idempotency', 'How long and for whom an idempotency key lives.', extension('x-idempotency')],
    ['rateLimits', 'The windows of requests by name.', extension('x-rate-limits')],
    [
      'paymentLifecycle',
      'How long a payment lives and through which states it goes.',
      extension('x-payment-lifecycle'),
    ],
    ['webhookDelivery', 'How webhooks are delivered and retried.', extension('x-webhook-delivery')],
    ['sandbox', 'How the sandbox differs from production.', extension('x-sandbox')],
    ['testCards', 'The cards of the sandbox by outcome.', extension('x-test-cards')],
    [
      'validationMessages',
      'The Persian messages of faulty fields, with {field} and {limit} to fill in.',
      extension('x-validation-messages'),
    ],
  ];
}
