// Prints the flows as .http files for JetBrains' HTTP Client and httpyac: one for each flow, and one that signs.
import type { Check } from './checks.ts';
import type { Flow, Request } from './flows.ts';
import {
  comparable,
  everywhere,
  expression,
  type Host,
  literal,
  needsEverywhere,
  readsJson,
  regex,
  selection,
  strict,
} from './javascript.ts';
import { refuseEmpty, refuseProduction } from './preflight.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';
import { environment, secretKey, type Variable } from './variables.ts';

interface Context {
  settings: Settings;
  variables: Variable[];
  texts: Texts;
}

const host: Host = {
  status: 'response.status',
  json: 'response.body',
  header: (name) => `response.headers.valueOf(${literal(name)})`,
  variable: (name) => `client.global.get(${literal(name)})`,
};

const preflight = {
  value: (name: string) => `request.environment.get(${name})`,
  refuse: (message: string) => `throw new Error(${message});`,
};

const comment = (text: string) => text.split('\n').map((line) => `# ${line}`.trimEnd());

const script = (mark: '<' | '>', lines: string[]) =>
  lines.length === 0 ? [] : [`${mark} {%`, ...lines.map((line) => (line ? `  ${line}` : '')), '%}'];

/** The condition of a check, and what was really there. */
function conditionOf(check: Check): { holds: string; actual: string } {
  if (check.kind === 'selects') {
    const found = selection(check.path);
    return { holds: `${found}.length > 0`, actual: 'body' };
  }
  if (check.kind === 'matches') {
    const value = expression(check.value, host);
    return { holds: `${regex(check.pattern)}.test(String(${value}))`, actual: value };
  }
  const { left, right } = comparable(check, host);
  return { holds: `${left} ${strict[check.operator]} ${right}`, actual: left };
}

function testLine(check: Check): string {
  const { holds, actual } = conditionOf(check);
  return `client.test(${literal(check.name)}, () => client.assert(${holds}, 'got ' + JSON.stringify(${actual})));`;
}

function afterwards(request: Request): string[] {
  return [
    ...(readsJson(request) ? [`const body = ${host.json};`] : []),
    ...(needsEverywhere(request) ? everywhere : []),
    ...request.checks.map(testLine),
    ...request.outputs.map(
      ({ variable, value }) => `client.global.set(${literal(variable)}, ${expression(value, host)});`,
    ),
  ];
}

/** A text with variables as an expression of JavaScript: `'payments/' + client.global.get('x')`. */
function joined(text: string): string {
  const pieces = text.split(/(\{\{\w+\}\})/).filter((piece) => piece !== '');
  const parts = pieces.map((piece) => {
    const name = /^\{\{(\w+)\}\}$/.exec(piece)?.[1];
    return name === undefined ? literal(piece) : host.variable(name);
  });
  return parts.join(' + ');
}

function signatureScript({ method, endpoint = '', body }: Request, { settings, texts }: Context): string[] {
  const bytes = body === undefined ? literal('') : 'request.body.tryGetSubstituted()';
  return [
    `// ${texts.signing}`,
    'const timestamp = String(Math.floor(Date.now() / 1000));',
    `const parts = [${literal(method)}, ${joined(endpoint)}, ${bytes}, timestamp];`,
    `const secret = ${preflight.value(literal(secretKey))};`,
    `const hmac = crypto.hmac.sha256().withTextSecret(secret).updateWithText(parts.join(${literal(settings.signing.separator)}));`,
    "request.variables.set('signature', hmac.digest().toHex());",
    "request.variables.set('timestamp', timestamp);",
  ];
}

function requestText(request: Request, isSigned: boolean, context: Context): string[] {
  const { id, description, method, url, query, headers, token, body, bodyIsSigned, endpoint } = request;
  const { settings, variables, texts } = context;
  const signs = isSigned && endpoint !== undefined;
  const needed = variables.map((variable) =>
    isSigned && variable.name === secretKey ? { ...variable, isNeeded: true } : variable,
  );
  const queryText = query.map(([name, value]) => `${name}=${value}`).join('&');
  return [
    `### ${id}`,
    ...comment(description),
    // The sandbox limits the requests of a second; only httpyac heeds this, others send when one clicks.
    `# @sleep ${settings.pause}`,
    ...script('<', [
      // In each request: a run goes on after one that was refused.
      ...refuseEmpty(preflight, needed, texts),
      ...refuseProduction(preflight, settings, texts),
      ...(signs ? signatureScript(request, context) : []),
    ]),
    `${method} ${queryText ? `${url}?${queryText}` : url}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(signs
      ? [
          `${settings.signing.signatureHeader}: {{signature}}`,
          `${settings.signing.timestampHeader}: {{timestamp}}`,
        ]
      : []),
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', '', JSON.stringify(body, null, bodyIsSigned ? undefined : 2)]),
    '',
    ...script('>', afterwards(request)),
    '',
  ];
}

function fileOf({ title, description, requests }: Flow, isSigned: boolean, context: Context): string {
  const { texts } = context;
  const heading = isSigned ? `${title} (${texts.signedTitle})` : title;
  return [
    ...comment(`${heading}\n\n${description}\n\n${texts.fileIntroduction}`),
    '',
    ...requests.flatMap((request) => requestText(request, isSigned, context)),
  ].join('\n');
}

/** The files by their names; a flow of which nothing can be signed has no second one. */
export function httpFiles(flows: Flow[], context: Context): Map<string, string> {
  const values = Object.fromEntries(context.variables.map(({ name, initial }) => [name, initial]));
  return new Map([
    ['http-client.env.json', `${JSON.stringify({ [environment]: values }, null, 2)}\n`],
    ...flows.flatMap((flow): [string, string][] => [
      [`${flow.slug}.http`, fileOf(flow, false, context)],
      ...(flow.requests.some(({ endpoint }) => endpoint !== undefined)
        ? [[`${flow.slug}.signed.http`, fileOf(flow, true, context)] as [string, string]]
        : []),
    ]),
  ]);
}
