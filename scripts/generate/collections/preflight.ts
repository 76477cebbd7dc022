// Prints the checks before a request is sent: is everything filled in, and is it really a sandbox?
import { literal } from './javascript.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';
import { baseUrl, ownToken, type Variable } from './variables.ts';

/** How the scripts of a tool read variables and give up. */
export interface PreflightHost {
  /** A variable by an expression that holds its name. */
  value: (name: string) => string;
  /** Everything that is about to be sent, as one text in which variables still stand in double braces. */
  wanted: string;
  /** The statement that sends nothing and says why. */
  refuse: (message: string) => string;
}

const named = (text: string) => `${literal(text)}.replace('{name}', name)`;

/** The statements for a production address or token, which these flows must never reach. */
export function refuseProduction(
  { value, refuse }: Pick<PreflightHost, 'value' | 'refuse'>,
  { productionUrl, productionPrefix }: Settings,
  texts: Texts,
): string[] {
  const condition = [
    `String(${value(literal(baseUrl))}).startsWith(${literal(productionUrl)})`,
    `String(${value(literal(ownToken))}).startsWith(${literal(productionPrefix)})`,
  ].join(' || ');
  return [`if (${condition}) ${refuse(literal(texts.production))}`];
}

/** The statements for a variable that the reader has to fill in, and has not. */
export function refuseEmpty(
  { value, refuse }: Pick<PreflightHost, 'value' | 'refuse'>,
  variables: Variable[],
  texts: Texts,
): string[] {
  const names = variables.filter(({ isNeeded }) => isNeeded).map(({ name }) => literal(name));
  return [`for (const name of [${names.join(', ')}]) if (!${value('name')}) ${refuse(named(texts.empty))}`];
}

/** The statements for a value that an earlier answer should have brought. */
function refuseMissing({ value, wanted, refuse }: PreflightHost, texts: Texts): string[] {
  return [
    `for (const [, name] of ${wanted}.matchAll(/\\{\\{(\\w+)\\}\\}/g)) {`,
    `  if (!${value('name')}) ${refuse(named(texts.notYet))}`,
    '}',
  ];
}

/** All of these statements, for a tool whose scripts can see the whole request before it is sent. */
export const refuseUnready = (
  host: PreflightHost,
  settings: Settings,
  variables: Variable[],
  texts: Texts,
): string[] => [
  ...refuseEmpty(host, variables, texts),
  ...refuseProduction(host, settings, texts),
  ...refuseMissing(host, texts),
];
