// Prints the flows as a Bruno collection: a folder for each flow, a file for each request.
import { type ChaiHost, testScript } from './chai.ts';
import type { Flow, Pair, Request } from './flows.ts';
import { literal } from './javascript.ts';
import { type PreflightHost, refuseUnready } from './preflight.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';
import { environment, ownToken, secretKey, type Variable } from './variables.ts';

const host: ChaiHost = {
  status: 'res.getStatus()',
  json: 'res.getBody()',
  header: (name) => `res.getHeader(${literal(name.toLowerCase())})`,
  variable: (name) => `bru.getVar(${literal(name)})`,
  test: 'test',
  expect: 'expect',
  keep: (name, value) => `bru.setVar(${literal(name)}, ${value});`,
};

const preflight: PreflightHost = {
  value: (name) => `(bru.getVar(${name}) ?? bru.getEnvVar(${name}))`,
  wanted: 'JSON.stringify([req.getUrl(), req.getHeaders(), req.getBody()])',
  refuse: (message) => `refuse(${message});`,
};

const indented = (lines: string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** A block of a Bruno file; its content is indented, so that no line of it can end the block. */
const block = (name: string, lines: string[]) => `${name} {\n${indented(lines).join('\n')}\n}\n`;

const pairsBlock = (name: string, pairs: Pair[]) =>
  pairs.length === 0
    ? []
    : [
        block(
          name,
          pairs.map(([key, value]) => `${key}: ${value}`),
        ),
      ];

const file = (blocks: string[]) => blocks.join('\n');

/** Runs before every request. */
function beforeEach(settings: Settings, variables: Variable[], texts: Texts): string[] {
  const { endpointPrefix, separator, signatureHeader, timestampHeader } = settings.signing;
  return [
    '// Ends the run, and says why nothing was sent.',
    'const refuse = (message) => {',
    '  bru.runner.stopExecution();',
    '  throw new Error(message);',
    '};',
    ...refuseUnready(preflight, settings, variables, texts),
    '',
    `// The sandbox takes ${settings.limit} requests in a second.`,
    `await bru.sleep(${settings.pause});`,
    '',
    `// ${texts.signing}`,
    `const secret = bru.getEnvVar(${literal(secretKey)});`,
    `const [, endpoint] = req.getUrl().split('?')[0].split(${literal(endpointPrefix)});`,
    `const isOwn = endpoint && req.getHeader('Authorization') === 'Bearer {{${ownToken}}}';`,
    `if (secret && isOwn && !req.getHeader(${literal(signatureHeader)})) {`,
    "  const body = bru.interpolate(req.getBody({ raw: true }) ?? '');",
    '  if (body) req.setBody(body);',
    '  const timestamp = String(Math.floor(Date.now() / 1000));',
    '  const parts = [req.getMethod(), bru.interpolate(endpoint), body, timestamp];',
    "  const { HmacSHA256 } = require('crypto-js');",
    `  req.setHeader(${literal(signatureHeader)}, HmacSHA256(parts.join(${literal(separator)}), secret).toString());`,
    `  req.setHeader(${literal(timestampHeader)}, timestamp);`,
    '}',
  ];
}

/** Without a token there is none, with the reader's own it is that of the collection. */
function authOf(token: string | undefined): { mode: string; blocks: string[] } {
  if (token === undefined) return { mode: 'none', blocks: [] };
  if (token === `{{${ownToken}}}`) return { mode: 'inherit', blocks: [] };
  return { mode: 'bearer', blocks: [block('auth:bearer', [`token: ${token}`])] };
}

function requestFile(request: Request, place: number): string {
  const { method, url, query, headers, token, body, bodyIsSigned, description, called, outputs } = request;
  const auth = authOf(token);
  const queryText = query.map(([name, value]) => `${name}=${value}`).join('&');
  const text = JSON.stringify(body, null, bodyIsSigned ? undefined : 2);
  return file([
    block('meta', [`name: ${request.id}`, 'type: http', `seq: ${place}`]),
    block(method.toLowerCase(), [
      `url: ${queryText ? `${url}?${queryText}` : url}`,
      `body: ${body === undefined ? 'none' : 'json'}`,
      `auth: ${auth.mode}`,
    ]),
    ...pairsBlock('params:query', query),
    ...pairsBlock('headers', headers),
    ...auth.blocks,
    ...(body === undefined ? [] : [block('body:json', text.split('\n'))]),
    // What an earlier run has left must not stand in for an answer that does not come.
    ...(outputs.length === 0
      ? []
      : [
          block(
            'script:pre-request',
            outputs.map(({ variable }) => `bru.deleteVar(${literal(variable)});`),
          ),
        ]),
    block('tests', testScript(request, host)),
    block('docs', [description, ...(called ? ['', ...called.operation.description.split('\n')] : [])]),
  ]);
}

const numbered = (place: number, name: string) => `${String(place).padStart(2, '0')}-${name}`;

/** The files of the collection by their paths in it. */
export function brunoCollection(
  flows: Flow[],
  { settings, variables, texts }: { settings: Settings; variables: Variable[]; texts: Texts },
): Map<string, string> {
  const open = variables.filter(({ isSecret }) => !isSecret);
  const secret = variables.filter(({ isSecret }) => isSecret);
  const files = new Map([
    ['bruno.json', `${JSON.stringify({ version: '1', name: texts.title, type: 'collection' }, null, 2)}\n`],
    [
      'collection.bru',
      file([
        block('auth', ['mode: bearer']),
        block('auth:bearer', [`token: {{${ownToken}}}`]),
        block('script:pre-request', beforeEach(settings, variables, texts)),
        block('docs', texts.introduction.split('\n')),
      ]),
    ],
    [
      `environments/${environment}.bru`,
      [
        block(
          'vars',
          open.map(({ name, initial }) => `${name}: ${initial}`),
        ),
        `vars:secret [\n${secret.map(({ name }) => `  ${name}`).join(',\n')}\n]\n`,
      ].join(''),
    ],
  ]);
  for (const [index, { slug, title, description, requests }] of flows.entries()) {
    const folder = numbered(index + 1, slug);
    files.set(
      `${folder}/folder.bru`,
      file([block('meta', [`name: ${title}`, `seq: ${index + 1}`]), block('docs', description.split('\n'))]),
    );
    for (const [step, request] of requests.entries()) {
      files.set(`${folder}/${numbered(step + 1, request.id)}.bru`, requestFile(request, step + 1));
    }
  }
  return files;
}
