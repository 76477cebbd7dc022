// Reads the success criteria of a step: what is looked at, how it is compared, and with what.

import {
  type ArazzoCriterion,
  type ArazzoWorkflow,
  UnsupportedFlow,
} from '../../../foundation/reader/arazzo.ts';
import { namesOf } from '../../../foundation/reader/pointers.ts';
import { variableOf } from './expressions.ts';

/** A value that a check looks at, or compares with. */
export type Operand =
  | { kind: 'status' }
  | { kind: 'field'; path: string[] }
  | { kind: 'header'; name: string }
  | { kind: 'variable'; name: string }
  | { kind: 'literal'; value: string | number | boolean | null };

export const operators = ['==', '!=', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof operators)[number];

/** A step into JSON: to a child by its name, or to everything of that name below. */
export interface Selector {
  deep: boolean;
  name: string;
}

/** `name` is the criterion as the flow has it, the same in every language and every tool. */
export type Check = { name: string } & (
  | { kind: 'compare'; left: Operand; operator: Operator; right: Operand }
  | { kind: 'matches'; value: Operand; pattern: string }
  | { kind: 'selects'; path: Selector[] }
);

/** The part of an answer that an expression names. */
export function answerOperand(expression: string): Operand {
  if (expression === '$statusCode') return { kind: 'status' };
  const header = /^\$response\.header\.([\w-]+)$/.exec(expression)?.[1];
  if (header) return { kind: 'header', name: header };
  const pointer = /^\$response\.body#((?:\/[^/\s]+)+)$/.exec(expression)?.[1];
  if (!pointer) throw new UnsupportedFlow(`the expression ${expression} names no part of the answer`);
  return { kind: 'field', path: namesOf(pointer) };
}

const literals: Record<string, boolean | null> = { true: true, false: false, null: null };

function rightOperand(workflow: ArazzoWorkflow, text: string): Operand {
  if (text in literals) return { kind: 'literal', value: literals[text] ?? null };
  const quoted = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (quoted !== undefined) return { kind: 'literal', value: quoted.replaceAll("''", "'") };
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return { kind: 'literal', value: Number(text) };
  if (/^\$(response|statusCode)/.test(text)) return answerOperand(text);
  return { kind: 'variable', name: variableOf(workflow, text) };
}

/** The selectors of a JSONPath that only names fields: `$..a.b`, `$.a['b.c']`. */
function selectorsOf(path: string): Selector[] {
  if (!/^\$((\.\.?\w+)|(\['[^']+'\]))+$/.test(path)) {
    throw new UnsupportedFlow(`the JSONPath ${path} does more than name fields`);
  }
  return [...path.matchAll(/(\.\.?)(\w+)|\['([^']+)'\]/g)].map(([, dots, name, quoted]) => ({
    deep: dots === '..',
    name: name ?? quoted ?? '',
  }));
}

/** Reads one criterion. @throws UnsupportedFlow for what no collection can say. */
export function checkOf(workflow: ArazzoWorkflow, { condition, context, type }: ArazzoCriterion): Check {
  if (context !== undefined && type === 'regex') {
    const pattern = new RegExp(condition).source;
    return { name: `${context} =~ ${condition}`, kind: 'matches', value: answerOperand(context), pattern };
  }
  if (context === '$response.body' && type === 'jsonpath') {
    return { name: `${context} ${condition}`, kind: 'selects', path: selectorsOf(condition) };
  }
  const [, left, operator, right] = /^(\S+) (==|!=|>=|<=|>|<) (.+)$/.exec(condition) ?? [];
  if (context !== undefined || type !== undefined || !left || !operator || !right) {
    throw new UnsupportedFlow(`the criterion ${condition} is no comparison, regex or jsonpath`);
  }
  return {
    name: condition,
    kind: 'compare',
    left: answerOperand(left),
    operator: operator as Operator,
    right: rightOperand(workflow, right),
  };
}
