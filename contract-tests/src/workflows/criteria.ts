// Says on what it rests that a step of a workflow ends as its criteria demand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Basis, BasisText } from '../../../foundation/reader/basis.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { ContractOperation } from '../contract/document.ts';
import { fieldPointer } from '../contract/schemas.ts';
import { basis, basisOfRule, weaker } from '../judge/word.ts';

interface Criterion {
  condition: string;
  context?: string;
  'x-basis'?: BasisText;
}

interface Arazzo {
  workflows: { workflowId: string; steps: { stepId: string; successCriteria?: Criterion[] }[] }[];
}

/** A criterion that a step did not meet, with the answer that the step got. */
export interface Missed {
  workflow: string;
  step: string;
  condition: string;
  operation: ContractOperation | undefined;
  answer: { status: number; body: unknown };
}

const kindOf = (status: number) => Math.floor(status / 400);

/** The status that a condition demands, if it is about one. */
export function demandedStatus(condition: string): number | undefined {
  const status = /^\$statusCode == ([0-9]+)$/.exec(condition)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** A success that came as another success, or an error as another error, differs in its status alone. */
function basisOfStatus(wanted: number, { operation, answer }: Missed): Basis | undefined {
  if (!operation || kindOf(wanted) !== kindOf(answer.status)) return undefined;
  return basisOfRule(`${operation.pointer}/responses/${wanted}`);
}

/** What a field is like: whether it comes at all, and whether its digits are a number or a text. */
function basisOfField(at: string, condition: string, { operation, answer }: Missed): Basis | undefined {
  const value = nodeAt(answer.body, at);
  const digits = / == ([0-9]+)$/.exec(condition)?.[1];
  const isMissing = value === undefined || value === '';
  if (!operation || !(isMissing || (typeof value === 'string' && value === digits))) return undefined;
  const schema =
    answer.status < 400
      ? operation.responses.get(operation.facts.successStatus)?.schemaPointer
      : '#/components/schemas/ErrorResponse';
  return schema ? basisOfRule(fieldPointer(schema, at)) : undefined;
}

const files = new Map<string, Arazzo>();

/** The workflows of a file as they are written. @param file its path from the root of the project */
export function workflowsOf(file: string): Arazzo['workflows'] {
  const arazzo = files.get(file) ?? (parse(readFileSync(join(root, file), 'utf8')) as Arazzo);
  files.set(file, arazzo);
  return arazzo.workflows;
}

function criterionOf(file: string, { workflow, step, condition }: Missed): Criterion | undefined {
  return workflowsOf(file)
    .find(({ workflowId }) => workflowId === workflow)
    ?.steps.find(({ stepId }) => stepId === step)
    ?.successCriteria?.find((criterion) => criterion.condition === condition);
}

/** The place of an answer that a criterion looks at, as a JSON pointer into its body; none when it looks at none. */
export function placeOfCriterion(file: string, missed: Missed): string | undefined {
  const { condition } = missed;
  return /^\$response\.body#(\/\S+)/.exec(criterionOf(file, missed)?.context ?? condition)?.[1];
}

/**
 * The basis of a criterion that was missed: the mark `x-basis` at the criterion, and what the contract says of the
 * status or the field that it is about.
 */
export function basisOfCriterion(file: string, missed: Missed): Basis {
  const criterion = criterionOf(file, missed);
  const own = basis(criterion?.['x-basis']);
  const { condition } = missed;
  const status = demandedStatus(condition);
  const at = placeOfCriterion(file, missed);
  const other =
    status !== undefined
      ? basisOfStatus(status, missed)
      : at !== undefined
        ? basisOfField(at, condition, missed)
        : undefined;
  return other ? weaker(own, other) : own;
}
