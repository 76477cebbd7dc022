// Prints the flows as a Postman collection (format 2.1), with the document's examples beside their operations.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { testScript } from './chai.ts';
import { type SavedAnswer, savedAnswers } from './examples.ts';
import type { Flow, Pair, Request } from './flows.ts';
import { type Host, literal } from './javascript.ts';
import { type PreflightHost, refuseUnready } from './preflight.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';
import { ownToken, secretKey, type Variable } from './variables.ts';

interface Entry {
  key: string;
  value: string;
  description?: string;
  type?: string;
}

interface PostmanRequest {
  method: string;
  header: Entry[];
  url: { raw: string; host: string[]; path: string[]; query?: Entry[] };
  body?: { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } };
  auth?: { type: 'noauth' } | { type: 'bearer'; bearer: Entry[] };
  description: string;
}

interface Event {
  listen: 'prerequest' | 'test';
  script: { type: 'text/javascript'; exec: string[] };
}

export interface PostmanItem {
  name: string;
  event: Event[];
  request: PostmanRequest;
  response: {
    name: string;
    originalRequest: PostmanRequest;
    code: number;
    status: string;
    header: Entry[];
    _postman_previewlanguage: 'json' | 'html';
    body: string;
  }[];
}

export interface PostmanCollection {
  info: { name: string; description: string; version: string; schema: string };
  auth: PostmanRequest['auth'];
  event: Event[];
  variable: Entry[];
  item: { name: string; description: string; item: PostmanItem[] }[];
}

const host: Host & Parameters<typeof testScript>[1] = {
  status: 'pm.response.code',
  json: 'pm.response.json()',
  header: (name) => `pm.response.headers.get(${literal(name)})`,
  variable: (name) => `pm.variables.get(${literal(name)})`,
  test: 'pm.test',
  expect: 'pm.expect',
  keep: (name, value) => `pm.collectionVariables.set(${literal(name)}, ${value});`,
};

const preflight: PreflightHost = {
  value: (name) => `pm.variables.get(${name})`,
  wanted: '[pm.request.url, pm.request.headers, pm.request.body].join()',
  refuse: (message) => `refuse(${message});`,
};

const event = (listen: Event['listen'], exec: string[]): Event => ({
  listen,
  script: { type: 'text/javascript', exec },
});

const bearer = (token: string): PostmanRequest['auth'] => ({
  type: 'bearer',
  bearer: [{ key: 'token', value: token, type: 'string' }],
});

/** Runs before every request. */
function beforeEach(settings: Settings, variables: Variable[], texts: Texts): string[] {
  const { endpointPrefix, separator, signatureHeader, timestampHeader } = settings.signing;
  return [
    '// A test that fails in its place, so that a run says why nothing was sent.',
    'const refuse = (message) => {',
    "  pm.test('preflight', () => pm.expect.fail(message));",
    '  pm.execution.setNextRequest(null);',
    '  pm.execution.skipRequest();',
    '};',
    ...refuseUnready(preflight, settings, variables, texts),
    '',
    `// The sandbox takes ${settings.limit} requests in a second.`,
    `setTimeout(() => {}, ${settings.pause});`,
    '',
    `// ${texts.signing}`,
    `const secret = pm.variables.get(${literal(secretKey)});`,
    'const path = pm.variables.replaceIn(pm.request.url.getPath());',
    `const isOwn = !pm.request.auth && path.startsWith(${literal(endpointPrefix)});`,
    `if (secret && isOwn && !pm.request.headers.has(${literal(signatureHeader)})) {`,
    "  const body = pm.variables.replaceIn(pm.request.body?.raw ?? '');",
    '  if (body) pm.request.body.update({ ...pm.request.body.toJSON(), raw: body });',
    '  const timestamp = String(Math.floor(Date.now() / 1000));',
    `  const parts = [pm.request.method, path.slice(${endpointPrefix.length}), body, timestamp];`,
    "  const { HmacSHA256 } = require('crypto-js');",
    `  const signature = HmacSHA256(parts.join(${literal(separator)}), secret).toString();`,
    `  pm.request.headers.upsert({ key: ${literal(signatureHeader)}, value: signature });`,
    `  pm.request.headers.upsert({ key: ${literal(timestampHeader)}, value: timestamp });`,
    '}',
  ];
}

const entries = (pairs: Pair[]): Entry[] => pairs.map(([key, value]) => ({ key, value }));

const authOf = (token: string | undefined): Pick<PostmanRequest, 'auth'> => {
  if (token === `{{${ownToken}}}`) return {};
  return { auth: token === undefined ? { type: 'noauth' } : bearer(token) };
};

function requestOf(request: Request): PostmanRequest {
  const { method, url, query, headers, token, body, bodyIsSigned, description, called } = request;
  const [start = '', ...path] = url.split('/');
  const queryText = query.map(([name, value]) => `${name}=${value}`).join('&');
  const raw = JSON.stringify(body, null, bodyIsSigned ? undefined : 2);
  return {
    method,
    header: [
      ...entries(headers),
      ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
    ],
    url: {
      raw: queryText ? `${url}?${queryText}` : url,
      host: [start],
      path,
      ...(query.length > 0 ? { query: entries(query) } : {}),
    },
    ...(body === undefined ? {} : { body: { mode: 'raw', raw, options: { raw: { language: 'json' } } } }),
    ...authOf(token),
    description: called ? `${description}\n\n${called.operation.description}` : description,
  };
}

function itemOf(request: Request, answers: SavedAnswer[]): PostmanItem {
  const sent = requestOf(request);
  const { outputs } = request;
  // What an earlier run has left must not stand in for an answer that does not come.
  const forget = outputs.map(({ variable }) => `pm.collectionVariables.unset(${literal(variable)});`);
  return {
    name: request.id,
    event: [
      ...(forget.length > 0 ? [event('prerequest', forget)] : []),
      event('test', testScript(request, host)),
    ],
    request: sent,
    response: answers.map(({ name, status, description, type, body }) => ({
      name,
      originalRequest: sent,
      code: status,
      status: description,
      header: [{ key: 'Content-Type', value: type }],
      _postman_previewlanguage: type === 'application/json' ? 'json' : 'html',
      body,
    })),
  };
}

/** The collection: a folder for each flow, run from top to bottom. */
export function postmanCollection(
  flows: Flow[],
  document: ContractDocument,
  { settings, variables, texts }: { settings: Settings; variables: Variable[]; texts: Texts },
): PostmanCollection {
  const answers = savedAnswers(flows, document);
  return {
    info: {
      name: texts.title,
      description: texts.introduction,
      version: document.info.version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: bearer(`{{${ownToken}}}`),
    event: [event('prerequest', beforeEach(settings, variables, texts))],
    variable: variables.map(({ name, initial, description }) => ({ key: name, value: initial, description })),
    item: flows.map(({ title, description, requests }) => ({
      name: title,
      description,
      item: requests.map((request) => itemOf(request, answers.get(request) ?? [])),
    })),
  };
}
