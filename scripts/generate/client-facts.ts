// Cuts the few facts that a client needs at run time out of the contract, small enough to travel inside a package.
import {
  type ContractDocument,
  componentName,
  errorSchemasOf,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from './document.ts';
import { isUndocumented, operationFacts, statusCodeFacts } from './facts.ts';
import { notice } from './paths.ts';

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
    data: data && resolve<Schema>(document, data).required,
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

/** The fields that the data of each event must have; none for an event whose data nobody has documented. */
function eventFields(document: ContractDocument) {
  return Object.fromEntries(
    Object.entries(document.webhooks).map(([event, { post }]) => {
      const schema = resolve<Schema>(
        document,
        post.requestBody?.content['application/json']?.schema as Schema,
      );
      const data = resolve<Schema>(document, schema.properties?.data as Schema);
      return [event, isUndocumented(document, `#/webhooks/${event}/post`) ? [] : (data.required ?? [])];
    }),
  );
}

/**
 * Writes the module of facts for clients.
 * @returns the text of generated/client-facts.ts: like facts.ts, without prose that a client does not print.
 */
export function clientFactsModule(document: ContractDocument): string {
  const { errors } = statusCodeFacts({ en: document, fa: document });
  const headers = headerNames(document);
  const callback = document.components.schemas.PaymentCallback as Schema;
  const pattern = (field: string) =>
    resolve<Schema>(document, callback.properties?.[field] as Schema).pattern as string;
  const tokens = document['x-tokens'] as { pattern: string; prefixes: Record<string, string> };
  const signing = document['x-signing'] as Signing;
  const money = document['x-money'] as { rials_per_toman: number };
  const calendar = document['x-calendar'] as { zone: string };
  const sensitive = Object.values(document.components.schemas).flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([field, node]) =>
      resolve<Schema>(document, node)['x-sensitive'] ? [field] : [],
    ),
  );
  const signatures = [signing.request, signing.response, signing.webhook];
  const secretHeaders = [
    'Authorization',
    headers.ApiToken as string,
    ...signatures.map(({ signature_header }) => signature_header),
  ];
  const facts: [name: string, comment: string, value: unknown][] = [
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
      'The catalogue of errors by the name of their schema, with what to do.',
      Object.fromEntries(
        Object.entries(errors).map(([name, { code, type, http, action }]) => {
          if (http.length !== 1)
            throw new Error(`${name} needs one HTTP status: a client tells errors apart by it.`);
          return [name, { code, type, http: http[0], advice: action.en }];
        }),
      ),
    ],
    ['callbackFields', 'The fields of the callback.', Object.keys(callback.properties ?? {})],
    ['authorityPattern', 'The form of an authority.', pattern('authority')],
    ['orderIdPattern', 'The form of an order_id.', pattern('order_id')],
    ['eventFields', 'The fields that the data of each event must have.', eventFields(document)],
    [
      'sensitiveNames',
      'Fields and headers, in lower case, that must be redacted in every log.',
      [...new Set([...sensitive, ...secretHeaders])].map((name) => name.toLowerCase()).sort(),
    ],
    ['rialsPerToman', 'How many rials one toman is.', money.rials_per_toman],
    ['zone', 'The zone of all Jalali times.', calendar.zone],
  ];
  const parts = facts.map(
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
  /** The fields that \`data\` of a success must have. */
  readonly data?: readonly string[];
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
