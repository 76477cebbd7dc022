// One way to break the sound contract for each thing that a lint rule demands.
import type { Document } from 'yaml';

export type Path = (string | number)[];

/** A change of one file of the sound contract. */
export interface Break {
  file: 'openapi.yaml' | 'parts.yaml';
  change: (document: Document) => void;
}

export interface BrokenContract extends Break {
  /** What the author of the contract did wrong. */
  mistake: string;
  rule: string;
  /** The place whose line the finding has to name. */
  at: Path;
  /** The file of that place, when it is not the broken one. */
  foundIn?: Break['file'];
  /** What the finding has to tell. */
  says: RegExp;
}

const remove =
  (...path: Path) =>
  (document: Document) => {
    if (!document.deleteIn(path)) throw new Error(`There is no ${path.join(' > ')} to remove.`);
  };
const put =
  (value: unknown, ...path: Path) =>
  (document: Document) => {
    document.setIn(path, document.createNode(value, { flow: true }));
  };

const root = 'openapi.yaml';
const parts = 'parts.yaml';
const split = ['paths', '/v2/payments/{authority}/split', 'post'];
const health = ['paths', '/health', 'get'];
const callback = [...split, 'callbacks', 'splitDone', '{$request.body#/callback_url}', 'post'];
const jsonOfHealth = [...health, 'responses', '200', 'content', 'application/json'];
const jsonOfSplit = [...split, 'requestBody', 'content', 'application/json'];
const refinedError = ['ErrorRefused', 'allOf', 1, 'properties', 'error', 'properties'];

const operations: BrokenContract[] = [
  {
    mistake: 'an operation without its place in the documentation',
    file: root,
    change: remove(...split, 'x-source'),
    rule: 'rule/operations-are-complete',
    at: split,
    says: /x-source is required/,
  },
  {
    mistake: 'an operation with an empty description',
    file: root,
    change: put('', ...split, 'description'),
    rule: 'operation-description',
    at: [...split, 'description'],
    says: /description/,
  },
  {
    mistake: 'a callback without a summary',
    file: root,
    change: remove(...callback, 'summary'),
    rule: 'rule/operations-are-complete',
    at: callback,
    says: /summary is required/,
  },
  {
    mistake: 'an operationId in kebab-case',
    file: root,
    change: put('split-payment', ...split, 'operationId'),
    rule: 'rule/operation-ids-are-camel-case',
    at: [...split, 'operationId'],
    says: /camelCase/,
  },
  {
    mistake: 'an operation with a security of its own',
    file: root,
    change: put([{ bearerToken: [] }], ...split, 'security'),
    rule: 'rule/only-open-operations-override-security',
    at: [...split, 'security'],
    says: /Leave `security` out/,
  },
  {
    mistake: 'a request that cannot be signed',
    file: root,
    change: remove(...split, 'parameters', 6),
    rule: 'contract/requests-can-be-signed',
    at: split,
    says: /does not take X-Timestamp.*common\/parameters.yaml/,
  },
  {
    mistake: 'an alias of a parameter that is not there',
    file: root,
    change: remove(...split, 'parameters', 1),
    rule: 'contract/parameters-name-each-other',
    at: ['IdempotencyKeyAlias', 'x-alias-of'],
    foundIn: parts,
    says: /speaks of Idempotency-Key.*Add Idempotency-Key/,
  },
  {
    mistake: 'the end of a range without its beginning',
    file: root,
    change: remove(...split, 'parameters', 3),
    rule: 'contract/parameters-name-each-other',
    at: ['LastDay', 'x-date-rule'],
    foundIn: parts,
    says: /to_date speaks of from_date/,
  },
];

const link = [...split, 'responses', '200', 'links', 'splitAgain'];
const links: BrokenContract[] = [
  {
    mistake: 'a link to an operation that is not there',
    change: put('joinPayment', ...link, 'operationId'),
    at: [...link, 'operationId'],
    says: /There is no operation joinPayment/,
  },
  {
    mistake: 'a link with a parameter that its target does not take',
    change: put('$response.body#/status', ...link, 'parameters', 'half'),
    at: [...link, 'parameters', 'half'],
    says: /splitPayment takes no parameter half/,
  },
  {
    mistake: 'a link without the parameter in the path of its target',
    change: remove(...link, 'parameters', 'authority'),
    at: [...link, 'operationId'],
    says: /cannot be called without authority/,
  },
  {
    mistake: 'a link with a field that the body of its target does not have',
    change: put('$request.body#/amount', ...link, 'requestBody', 'share'),
    at: [...link, 'requestBody', 'share'],
    says: /body of splitPayment has no share/,
  },
  {
    mistake: 'a link to a place that no example of the answer has',
    change: put('$response.body#/data/authority', ...link, 'parameters', 'authority'),
    at: [...link, 'parameters', 'authority'],
    says: /leads to nothing in any example of splitPayment/,
  },
].map((broken) => ({ ...broken, file: root, rule: 'contract/links-lead-on' }));

const answers: BrokenContract[] = [
  ...['401', '403', '429', '500'].map((status) => ({
    mistake: `an operation with a token that does not answer ${status}`,
    file: 'openapi.yaml' as const,
    change: remove(...split, 'responses', status),
    rule: 'rule/token-can-be-refused',
    at: [...split, 'responses'],
    says: new RegExp(status),
  })),
  {
    mistake: 'an operation with a body that does not answer 400',
    file: root,
    change: remove(...split, 'responses', '400'),
    rule: 'rule/body-can-be-refused',
    at: [...split, 'responses'],
    says: /400/,
  },
  {
    mistake: 'an operation on an authority that does not answer 404',
    file: root,
    change: remove(...split, 'responses', '404'),
    rule: 'rule/authority-can-be-refused',
    at: [...split, 'responses'],
    says: /404/,
  },
  {
    mistake: 'an operation on an authority that does not answer 422',
    file: root,
    change: (document) => {
      remove(...split, 'requestBody')(document);
      remove(...split, 'responses', '422')(document);
    },
    rule: 'rule/authority-can-be-refused',
    at: [...split, 'responses'],
    says: /422/,
  },
  {
    mistake: 'a shared answer without the signature',
    file: parts,
    change: remove('AnswerHeaders', 'X-Response-Signature'),
    rule: 'contract/answers-carry-their-headers',
    at: ['AnswerHeaders'],
    says: /does not document X-Response-Signature.*common\/headers.yaml/,
  },
  {
    mistake: 'a shared answer without the rotation of the token',
    file: parts,
    change: remove('AnswerHeaders', 'X-Token-Deprecated'),
    rule: 'contract/answers-carry-their-headers',
    at: ['AnswerHeaders'],
    says: /X-Token-Deprecated/,
  },
  {
    mistake: 'an answer outside the signed paths without the rotation of the token',
    file: parts,
    change: (document) => {
      document.setIn(['signing', 'response', 'path_prefix'], '/v3/');
      remove('AnswerHeaders', 'X-Token-Deprecated')(document);
    },
    rule: 'contract/answers-carry-their-headers',
    at: ['AnswerHeaders'],
    says: /X-Token-Deprecated/,
  },
  {
    mistake: 'an answer without a token and without its rate limit',
    file: parts,
    change: remove('OpenAnswerHeaders', 'X-RateLimit-Reset'),
    rule: 'contract/answers-carry-their-headers',
    at: ['OpenAnswerHeaders'],
    says: /X-RateLimit-Reset/,
  },
  {
    mistake: 'an answer without any headers',
    file: root,
    change: remove(...health, 'responses', '200', 'headers'),
    rule: 'contract/answers-carry-their-headers',
    at: [...health, 'responses', '200'],
    says: /X-RateLimit-Limit/,
  },
  {
    mistake: 'an answer 429 that may forget Retry-After',
    file: parts,
    change: put({ $ref: '#/TextHeader' }, 'RateLimited', 'headers', 'Retry-After'),
    rule: 'contract/answers-carry-their-headers',
    at: ['RateLimited', 'headers'],
    says: /always carries Retry-After.*required: true/,
  },
  {
    mistake: 'an answer 429 without Retry-After',
    file: parts,
    change: remove('RateLimited', 'headers', 'Retry-After'),
    rule: 'contract/answers-carry-their-headers',
    at: ['RateLimited', 'headers'],
    says: /does not document Retry-After/,
  },
];

const examples: BrokenContract[] = [
  {
    mistake: 'an answer without an example',
    file: root,
    change: remove(...jsonOfHealth, 'examples'),
    rule: 'rule/content-has-named-examples',
    at: jsonOfHealth,
    says: /Add `examples`/,
  },
  {
    mistake: 'a request with an empty list of examples',
    file: root,
    change: put({}, ...jsonOfSplit, 'examples'),
    rule: 'rule/named-examples-are-there',
    at: [...jsonOfSplit, 'examples'],
    says: /at least one/,
  },
  {
    mistake: 'an error code that no example shows',
    file: parts,
    change: remove('Unauthorized', 'content', 'application/json', 'examples', 'badToken'),
    rule: 'contract/error-codes-are-exemplified',
    at: ['Unauthorized', 'content', 'application/json', 'examples'],
    says: /can be ErrorBadToken.*code -51/,
  },
];

const catalogue: BrokenContract[] = [
  ...['code', 'type', 'message'].map((field) => ({
    mistake: `an error whose ${field} is open`,
    file: 'parts.yaml' as const,
    change: remove(...refinedError, field),
    rule: 'contract/error-entries-are-literal',
    at: ['ErrorRefused'],
    says: new RegExp(`leaves error\\.${field} open.*const`),
  })),
  {
    mistake: 'an error with two different codes',
    file: parts,
    change: put(-3, 'ErrorRefused', 'allOf', 1, 'properties', 'status_code', 'const'),
    rule: 'contract/error-entries-are-literal',
    at: ['ErrorRefused'],
    says: /-2 in `error`, but -3 in `status_code`/,
  },
  {
    mistake: 'an error answer outside the catalogue',
    file: parts,
    change: put({ $ref: '#/ErrorEnvelope' }, 'Refused', 'content', 'application/json', 'schema'),
    rule: 'contract/error-answers-are-catalogued',
    at: ['Refused'],
    says: /carries ErrorEnvelope, which is not in the error catalogue/,
  },
  {
    mistake: 'an error under a status that the catalogue does not name',
    file: parts,
    change: put([400, 404, 422], 'ErrorRefused', 'x-status-code', 'http'),
    rule: 'contract/error-answers-are-catalogued',
    at: ['ErrorRefused', 'x-status-code'],
    says: /answers ErrorRefused with 500/,
  },
  {
    mistake: 'a status in the catalogue that no operation answers',
    file: parts,
    change: put([429, 503], 'ErrorRateLimited', 'x-status-code', 'http'),
    rule: 'contract/error-answers-are-catalogued',
    at: ['ErrorRateLimited', 'x-status-code'],
    says: /No operation answers ErrorRateLimited with 503/,
  },
  {
    mistake: 'a success under a status that the catalogue does not name',
    file: parts,
    change: put([201], 'SplitResponse', 'properties', 'status_code', 'x-status-code', 'http'),
    rule: 'contract/error-answers-are-catalogued',
    at: ['SplitResponse', 'properties', 'status_code', 'x-status-code'],
    says: /answers status_code with 200/,
  },
];

const schemas: BrokenContract[] = [
  {
    mistake: 'an object that lets any property through',
    file: parts,
    change: remove('SplitResponse', 'additionalProperties'),
    rule: 'contract/objects-are-closed',
    at: ['SplitResponse'],
    says: /Add `additionalProperties: false`/,
  },
  {
    mistake: 'an object inside another that lets any property through',
    file: parts,
    change: remove('ErrorEnvelope', 'properties', 'error', 'additionalProperties'),
    rule: 'contract/objects-are-closed',
    at: ['ErrorEnvelope', 'properties', 'error'],
    says: /Add `additionalProperties: false`/,
  },
  {
    mistake: 'an object below a property with the name of a keyword',
    file: parts,
    change: put({ type: 'object', properties: {} }, 'SplitResponse', 'properties', 'if'),
    rule: 'contract/objects-are-closed',
    at: ['SplitResponse', 'properties', 'if'],
    says: /Add `additionalProperties: false`/,
  },
  {
    mistake: 'an open object that does not say why',
    file: parts,
    change: remove('SplitRequest', 'properties', 'notes', 'description'),
    rule: 'contract/objects-are-closed',
    at: ['SplitRequest', 'properties', 'notes', 'additionalProperties'],
    says: /Tell the reason/,
  },
  {
    mistake: 'a value of an enum without its text',
    file: parts,
    change: remove('PaymentStatus', 'x-enum-descriptions', 'completed'),
    rule: 'contract/enums-are-explained-whole',
    at: ['PaymentStatus', 'x-enum-descriptions'],
    says: /does not explain completed/,
  },
  {
    mistake: 'a text for a value that the enum does not have',
    file: parts,
    change: put('Over.', 'PaymentStatus', 'x-enum-descriptions', 'over'),
    rule: 'contract/enums-are-explained-whole',
    at: ['PaymentStatus', 'x-enum-descriptions', 'over'],
    says: /explains over, which the enum does not have/,
  },
  {
    mistake: 'a value of a list under a condition without its text',
    file: parts,
    change: put(
      {
        type: 'integer',
        if: { minimum: 0 },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: { enum: [1, 2] },
        'x-callback-messages': { 1: 'x', '-1': 'y' },
      },
      'SplitRequest',
      'properties',
      'outcome',
    ),
    rule: 'contract/enums-are-explained-whole',
    at: ['SplitRequest', 'properties', 'outcome', 'x-callback-messages'],
    says: /does not explain 2\./,
  },
  {
    mistake: 'a schema that nothing references',
    file: parts,
    change: put({ type: 'string', description: 'Lost.' }, 'Lost'),
    rule: 'contract/nothing-is-unused',
    at: ['Lost'],
    says: /Nothing references Lost. Reference it or remove it/,
  },
  {
    mistake: 'two components of one name, one of which the bundler would rename',
    file: root,
    change: (document) => {
      put({ type: 'string' }, 'components', 'schemas', 'Amount')(document);
      put({ $ref: '#/components/schemas/Amount' }, ...jsonOfHealth, 'schema')(document);
    },
    rule: 'component-name-unique',
    at: ['components', 'schemas', 'Amount'],
    says: /Amount.*not unique/,
  },
];

const facts: BrokenContract[] = [
  {
    mistake: 'a rate limit that does not exist',
    file: root,
    change: put(['payments', 'splits'], ...split, 'x-rate-limit'),
    rule: 'contract/rate-limits-exist',
    at: [...split, 'x-rate-limit'],
    says: /limited by splits.*Use one of payments/,
  },
  {
    mistake: 'a rate limit that limits nothing',
    file: parts,
    change: put(
      { limit: 1, window_seconds: 1, per: 'ip', lifted_by_signature: false },
      'rateLimits',
      'splits',
    ),
    rule: 'contract/rate-limits-exist',
    at: ['rateLimits', 'splits'],
    says: /splits limits no operation/,
  },
  {
    mistake: 'a state that leads nowhere',
    file: parts,
    change: put(['PAYED'], 'lifecycle', 'states', 'OPEN', 'next'),
    rule: 'contract/lifecycle-is-consistent',
    at: ['lifecycle', 'states', 'OPEN'],
    says: /leads to PAYED, which is no state. Use one of OPEN, PAID/,
  },
  {
    mistake: 'a state with a status that the API does not know',
    file: parts,
    change: put('paid', 'lifecycle', 'states', 'PAID', 'status'),
    rule: 'contract/lifecycle-is-consistent',
    at: ['lifecycle', 'states', 'PAID'],
    says: /status paid.*Use one of pending, completed/,
  },
  {
    mistake: 'a state that calls back with a code that nobody knows',
    file: parts,
    change: put(201, 'lifecycle', 'states', 'PAID', 'callback'),
    rule: 'contract/lifecycle-is-consistent',
    at: ['lifecycle', 'states', 'PAID'],
    says: /calls back with 201, which CallbackStatus does not have/,
  },
  {
    mistake: 'a retry without its delay',
    file: parts,
    change: put(3, 'delivery', 'retries'),
    rule: 'contract/webhook-delivery-is-consistent',
    at: ['delivery', 'retry_delays_seconds'],
    says: /3 retries, but 2 delays/,
  },
  {
    mistake: 'a delay above the cap',
    file: parts,
    change: put(200, 'delivery', 'delay_cap_seconds'),
    rule: 'contract/webhook-delivery-is-consistent',
    at: ['delivery', 'retry_delays_seconds'],
    says: /240 s is above the cap of 200 s/,
  },
  ...[
    ['required', ['SplitRequest']],
    ['minimum_rial', ['Amount']],
    ['not_before', ['LastDay']],
  ].map(([message, at]) => ({
    mistake: `a rule of a request without its message ${message}`,
    file: 'parts.yaml' as const,
    change: remove('messages', message as string),
    rule: 'contract/validation-messages-are-complete',
    at: at as Path,
    says: new RegExp(`\`${message}\` here`),
  })),
];

const extensions: BrokenContract[] = [
  {
    mistake: 'an extension that nobody knows',
    file: parts,
    change: put(true, 'Amount', 'x-sensitiv'),
    rule: 'contract/extensions-are-known',
    at: ['Amount', 'x-sensitiv'],
    says: /Nobody knows the extension x-sensitiv.*extensions.schema.yaml/,
  },
  {
    mistake: 'an extension on the wrong kind of node',
    file: root,
    change: put('rial', ...split, 'x-unit'),
    rule: 'contract/extensions-are-known',
    at: [...split, 'x-unit'],
    says: /x-unit stands on Schema only, not on Operation/,
  },
  {
    mistake: 'a misspelled fact',
    file: parts,
    change: put(300, 'signing', 'tolerance'),
    rule: 'contract/extensions-are-known',
    at: ['signing', 'tolerance'],
    says: /x-signing does not know `tolerance`/,
  },
  {
    mistake: 'a fact with a basis that is none',
    file: parts,
    change: put('a guess', 'rateLimits', 'payments', 'x-basis'),
    rule: 'contract/extensions-are-known',
    at: ['rateLimits', 'payments', 'x-basis'],
    says: /x-basis must match.*extensions.schema.yaml/,
  },
  {
    mistake: 'a fact with lines that are none',
    file: parts,
    change: put('line 7', 'rateLimits', 'payments', 'x-source'),
    rule: 'contract/extensions-are-known',
    at: ['rateLimits', 'payments', 'x-source'],
    says: /x-source must match.*extensions.schema.yaml/,
  },
  {
    mistake: 'a fact that is missing',
    file: parts,
    change: remove('rateLimits', 'payments', 'per'),
    rule: 'contract/extensions-are-known',
    at: ['rateLimits', 'payments'],
    says: /x-rate-limits\/payments must have required property 'per'/,
  },
];

/** A value that each extension must refuse, on a node on which it may stand. */
const misshapen: [extension: string, place: Path | undefined, value: unknown][] = [
  ['x-alias-of', ['LastDay'], ''],
  ['x-basis', ['Amount'], 'a guess'],
  ['x-basis', ['PaymentStatus'], 'stated 471'],
  ['x-basis', ['FirstDay'], { '/required': 'decision 22' }],
  ['x-calendar', ['Amount'], 'gregorian'],
  ['x-calendar', undefined, { zone: '+03:30', calendar: 'jalali', exceptions: {} }],
  ['x-callback-messages', ['PaymentStatus'], { pending: 1, completed: '' }],
  ['x-date-rule', ['FirstDay'], { not_future: 'yes' }],
  ['x-deprecated', undefined, false],
  ['x-displayName', undefined, ''],
  ['x-enum-descriptions', ['PaymentStatus'], {}],
  ['x-environment', undefined, 'staging'],
  ['x-idempotency', undefined, { header: 'idempotency key' }],
  ['x-money', undefined, { currency: 'IRT', unit: 'toman', rials_per_toman: 10 }],
  ['x-payment-lifecycle', undefined, { lifetime_seconds: { production: 1200 }, states: {} }],
  ['x-present-when', ['TextHeader'], 'sometimes'],
  ['x-rate-limit', undefined, 'payments'],
  ['x-rate-limits', undefined, { payments: { limit: 0 } }],
  ['x-required-by-any-name', ['LastDay'], 'yes'],
  ['x-sandbox', undefined, { amount_maximum: '10000000' }],
  ['x-sensitive', ['Amount'], false],
  ['x-signing', undefined, { algorithm: 'HMAC-MD5' }],
  ['x-source', undefined, 'lines 3 to 5'],
  ['x-status-code', ['Amount'], { http: 200, action: 'Go on.' }],
  ['x-test-cards', undefined, { success: { card_number: 6037997123456789 } }],
  ['x-tokens', undefined, { pattern: 'idg_' }],
  ['x-unit', ['Amount'], 'toman'],
  ['x-validation-messages', undefined, { required: 'فیلد {name} الزامی است' }],
  ['x-webhook-delivery', undefined, { retries: -1 }],
];

/** Where in openapi.yaml an extension stands that has no place in parts.yaml. */
const places: Record<string, Path> = {
  'x-deprecated': ['components', 'securitySchemes', 'bearerToken'],
  'x-displayName': ['tags', 0],
  'x-environment': ['servers', 0],
  'x-rate-limit': split,
  'x-source': split,
};

/** All of them break one copy together, since no one hides another. */
export const misshapenExtensions = misshapen.map(([extension, place, value]) => {
  const at = [...(place ?? places[extension] ?? []), extension];
  const broken: BrokenContract = {
    mistake: `${extension}: ${JSON.stringify(value)}`,
    file: place ? 'parts.yaml' : 'openapi.yaml',
    change: put(value, ...at),
    rule: 'contract/extensions-are-known',
    at,
    says: new RegExp(`^${extension}.* (must|does not know) .*extensions\\.schema\\.yaml`),
  };
  return { ...broken, extension };
});

export const brokenContracts: BrokenContract[] = [
  ...operations,
  ...links,
  ...answers,
  ...examples,
  ...catalogue,
  ...schemas,
  ...facts,
  ...extensions,
];
