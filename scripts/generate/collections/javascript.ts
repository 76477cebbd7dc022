// Prints checks and outputs as JavaScript; what differs between tools is how an answer and a variable are reached.
import type { Check, Operand, Operator, Selector } from './checks.ts';
import type { Request } from './flows.ts';

/** How the scripts of a tool reach the answer and the variables, as JavaScript expressions. */
export interface Host {
  status: string;
  /** The body of the answer as JSON. */
  json: string;
  header: (name: string) => string;
  variable: (name: string) => string;
}

/** A value as a JavaScript literal, in single quotes. */
export function literal(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

function member(name: string): string {
  if (/^[0-9]+$/.test(name)) return `?.[${name}]`;
  return /^[A-Za-z_]\w*$/.test(name) ? `?.${name}` : `?.[${literal(name)}]`;
}

/** An operand as an expression; the fields of an answer are reached through the constant `body`. */
export function expression(operand: Operand, host: Host): string {
  switch (operand.kind) {
    case 'status':
      return host.status;
    case 'field':
      return `body${operand.path.map(member).join('')}`;
    case 'header':
      return host.header(operand.name);
    case 'variable':
      return host.variable(operand.name);
    case 'literal':
      return literal(operand.value);
  }
}

const isField = (operand: Operand) => operand.kind === 'field';

/** Whether a request looks into the JSON of its answer. */
export function readsJson({ checks, outputs }: Request): boolean {
  return (
    outputs.some(({ value }) => isField(value)) ||
    checks.some(
      (check) =>
        check.kind === 'selects' ||
        (check.kind === 'matches' && isField(check.value)) ||
        (check.kind === 'compare' && (isField(check.left) || isField(check.right))),
    )
  );
}

/** A helper for selectors that reach any depth; only scripts that need it have it. */
export const everywhere = [
  'const everywhere = (node, name) =>',
  "  node === null || typeof node !== 'object'",
  '    ? []',
  '    : [',
  '        ...(Object.hasOwn(node, name) ? [node[name]] : []),',
  '        ...Object.values(node).flatMap((child) => everywhere(child, name)),',
  '      ];',
];

/** Whether a request needs that helper. */
export const needsEverywhere = ({ checks }: Request) =>
  checks.some((check) => check.kind === 'selects' && check.path.some(({ deep }) => deep));

/** What selectors find, as an expression that gives a list. */
export function selection(path: Selector[]): string {
  return path.reduce(
    (found, { deep, name }) =>
      deep
        ? `${found}.flatMap((node) => everywhere(node, ${literal(name)}))`
        : `${found}.map((node) => node${member(name)}).filter((node) => node !== undefined)`,
    '[body]',
  );
}

/** A comparison in the form that both sides have: what is kept in a variable is text in some tools. */
export function comparable(check: Extract<Check, { kind: 'compare' }>, host: Host) {
  const [left, right] = [expression(check.left, host), expression(check.right, host)];
  if (check.right.kind === 'variable') return { left: `String(${left})`, right: `String(${right})` };
  // What is missing and what is null mean the same to a flow.
  if (check.right.kind === 'literal' && check.right.value === null)
    return { left: `(${left} ?? null)`, right };
  return { left, right };
}

/** A pattern as a regular expression of JavaScript. */
export const regex = (pattern: string) => `/${pattern}/`;

/** The operators of JavaScript that stand for those of a flow. */
export const strict: Record<Operator, string> = {
  '==': '===',
  '!=': '!==',
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
};
