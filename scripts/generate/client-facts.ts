// Cuts the few facts that a client needs at run time out of the contract, small enough to travel inside a package.
import { basisOf } from '../../foundation/reader/basis.ts';
import {
  type ContractDocument,
  componentName,
  errorSchemasOf,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from '../../foundation/reader/document.ts';
import { isUndocumented, operationFacts, statusCodeFacts } from '../../foundation/reader/facts.ts';
import { notice } from '../../foundation/reader/paths.ts';

interface Signature {
  parts: string[];
  separator: string;
  signature_header: string;
  timestamp_header: string;
}
interface Signing {
  tolerance_seconds: number;
  request: Signature & { endpoint_prefix: string };
  response: Signature;
  webhook: Signature;
}

/** How things are signed, without the prose and without what WebCrypto needs no telling. */
function signingFacts({ tolerance_seconds, request, response, webhook }: Signing) {
  const common = ({ parts, separator, signature_header, timestamp_header }: Signature) => ({
    parts,
    separator,
    signature_header,
    timestamp_header,
  });
  return {
    tolerance_seconds,
    request: { ...common(request), endpoint_prefix: request.endpoint_prefix },
    response: common(response),
    webhook: { signature_header: webhook.signature_header, timestamp_header: webhook.timestamp_header },
  };
}

/** What a field has to be for a program not to stumble over it. */
function kindOf(document: ContractDocument, node: Schema | undefined): string {
  const { type } = resolve<Schema>(document, node as Schema);
  return type === 'object' || type === 'array' ? type : 'value';
}

/**
 * The required fields of a schema which the page promises, by statement or by example.
 * @param place JSON pointer to the node.
 */
function promisedFields(document: ContractDocument, node: Schema, place: string): string[] {
  const fields = resolve<Schema>(document, node).required ?? [];
  return fields.filter((field) => {
    return basisOf(document, `${node.$ref ?? place}/required/${field}`).kind !== 'decision';
  });
}

/** The fields that the data of a success must have; not facts about the answer, without which it is as good. */
function neededData(document: ContractDocument, node: Schema, place: string): Record<string, string> {
  const { properties } = resolve<Schema>(document, node);
  const needed = promisedFields(document, node, place).filter((field) => field !== 'meta');
  return Object.fromEntries(needed.map((field) => [field, kindOf(document, properties?.[field])]));
}

/** One operation: how to call it, and which answers the contract knows for it. What does not apply is left out. */
function clientOperation(document: ContractDocument, placed: ReturnType<typeof operationsOf>[number]) {
  const facts = operationFacts(document, placed);
  const success = facts.successSchema ? document.components.schemas[facts.successSchema] : undefined;
  const data = success?.properties?.data;
  if (facts.requestSigning !== facts.responseSigning) {
    throw new Error(
      `${placed.operation.operationId} signs only one way: clients do not know such operations.`,
    );
  }
  return {
    method: facts.method,
    path: facts.path,
    token: facts.token || undefined,
    signed: facts.requestSigning || undefined,
    idempotencyKey: facts.idempotencyKey !== 'none' || undefined,
    undocumented: facts.undocumented || undefined,
    successStatus: facts.successStatus,
    data: data && neededData(document, data, `#/components/schemas/${facts.successSchema}/properties/data`),
    errors: facts.errors,
  };
}

/** The name on the wire of a header component: a response header is named by its place, a parameter by itself. */
function headerNames(document: ContractDocument): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { operation } of operationsOf(document)) {
    for (const node of Object.values(operation.responses)) {
      for (const [name, header] of Object.entries(resolve<Response>(document, node).headers ?? {})) {
        const component = componentName(header as { $ref?: string });
        if (component) names[component] = name;
      }
    }
  }
  for (const [component, parameter] of Object.entries(document.components.parameters ?? {})) {
    names[component] = (parameter as Parameter).name;
  }
  return names;
}

/** The fields that the page promises for the data of each event; none for an event whose data nobody has documented. */
function eventFields(document: ContractDocument) {
  return Object.fromEntries(
    Object.entries(document.webhooks).map(([event, { post }]) => {
      const schema = resolve<Schema>(
        document,
        post.requestBody?.content['application/json']?.schema as Schema,
      );
      const undocumented = isUndocumented(document, `#/webhooks/${event}/post`);
      return [event, undocumented ? [] : promisedFields(document, schema.properties?.data as Schema, '')];
    }),
  );
}

/** The names of all properties whose schema is what we look for. */
function fieldsWith(document: ContractDocument, fits: (schema: Schema, component?: string) => boolean) {
  const names = Object.values(document.components.schemas).flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([field, node]) =>
      fits(resolve<Schema>(document, node), componentName(node as { $ref?: string })) ? [field] : [],
    ),
  );
  return [...new Set(names)].sort();
}

/** A fact that clients know at run time: its name, what it is, and its value. */
export type ClientFact = [name: string, comment: string, value: unknown];

/** The facts that a client of any language needs at run time, without prose that it does not print. */
export function clientFacts(document: ContractDocument): ClientFact[] {
  const { errors } = statusCodeFacts({ en: document, fa: document });
  const headers = headerNames(document);
  const callback = document.components.schemas.PaymentCallback as Schema;
  const tokens = document['x-tokens'] as { pattern: string; prefixes: Record<string, string> };
  const signing = document['x-signing'] as Signing;
  const money = document['x-money'] as { rials_per_toman: number };
  const calendar = document['x-calendar'] as { zone: string };
  const sensitive = fieldsWith(document, (schema) => schema['x-sensitive'] === true);
  const signatures = [signing.request, signing.response, signing.webhook];
  const secretHeaders = [
    'Authorization',
    headers.ApiToken as string,
    ...signatures.map(({ signature_header }) => signature_header),
  ];
  return [
    [
      'servers',
      'Base addresses by environment.',
      Object.fromEntries(document.servers.map((server) => [server['x-environment'], server.url])),
    ],
    ['tokenPattern', 'The form of a token.', tokens.pattern],
    ['tokenPrefixes', 'How a token begins, by environment.', tokens.prefixes],
    ['signing', 'How requests, responses and webhooks are signed; times in seconds.', signingFacts(signing)],
    [
      'headers',
      'Names of headers on the wire, by their purpose.',
      {
        idempotencyKey: headers.IdempotencyKeyRequired,
        idempotencyKeyAlias: headers.IdempotencyKeyAlias,
        apiToken: headers.ApiToken,
        tokenDeprecated: headers.TokenDeprecated,
        tokenDeprecatedExpiresAt: headers.TokenDeprecatedExpiresAt,
        retryAfter: headers.RetryAfter,
        rateLimitReset: headers.RateLimitReset,
        webhookEvent: headers.WebhookEvent,
        webhookId: headers.WebhookId,
      },
    ],
    [
      'operations',
      'Every operation that answers in JSON, by its id.',
      Object.fromEntries(
        operationsOf(document)
          .filter(({ operation }) => operationAnswersJson(document, operation.responses))
          .map((placed) => [placed.operation.operationId, clientOperation(document, placed)]),
      ),
    ],
    [
      'errors',
      'The catalogue of errors by the name of their schema, with what to do; those that the gateway itself met may pass.',
      Object.fromEntries(
        Object.entries(errors).map(([name, { code, type, http, action }]) => {
          const mayHaveActed = http.every((status) => status >= 500) || undefined;
          return [name, { code, type, mayHaveActed, advice: action.en }];
        }),
      ),
    ],
    ['callbackFields', 'The fields of the callback.', Object.keys(callback.properties ?? {})],
    ['eventFields', 'The fields that the data of each event must have.', eventFields(document)],
    [
      'amountFields',
      'Fields that hold an amount of money.',
      fieldsWith(document, (schema) => schema['x-unit'] === 'rial'),
    ],
    [
      'referenceFields',
      'Fields that hold a reference of the bank.',
      fieldsWith(document, (_, component) => component?.startsWith('BankReference') === true),
    ],
    [
      'sensitiveNames',
      'Fields and headers, in lower case, that must be redacted in every log.',
      [...new Set([...sensitive, ...secretHeaders])].map((name) => name.toLowerCase()).sort(),
    ],
    ['rialsPerToman', 'How many rials one toman is.', money.rials_per_toman],
    ['zone', 'The zone of all Jalali times.', calendar.zone],
  ];
}

/** @returns the text of generated/client-facts.ts: like facts.ts, with nothing but the facts for clients. */
export function clientFactsModule(document: ContractDocument): string {
  const parts = clientFacts(document).map(
    ([name, comment, value]) =>
      `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`,
  );
  return `// ${notice}

/** How to call an operation, and what it may answer. */
export interface ClientOperation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: true;
  /** Whether the request and its answer are signed when the terminal has a secret key. */
  readonly signed?: true;
  /** Whether the operation takes an idempotency key. */
  readonly idempotencyKey?: true;
  readonly undocumented?: true;
  readonly successStatus: number;
  /** The fields that \`data\` of a success must have, and what they are. */
  readonly data?: Readonly<Record<string, 'object' | 'array' | 'value'>>;
  readonly errors: readonly (keyof typeof errors)[];
}

${parts.join('\n')}`;
}

function operationAnswersJson(
  document: ContractDocument,
  responses: Record<string, Response | { $ref: string }>,
): boolean {
  return Object.values(responses).some((node) => {
    const response = resolve<Response>(document, node);
    return errorSchemasOf(document, response).length > 0;
  });
}
