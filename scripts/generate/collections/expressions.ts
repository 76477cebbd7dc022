// Turns the runtime expressions of a flow into variables in double braces, which Postman, Bruno and .http files share.
import { type ArazzoWorkflow, UnsupportedFlow } from '../../../foundation/reader/arazzo.ts';

/** The name of the variable that keeps an output of a step; no two flows share one. */
export function outputVariable(
  { workflowId, steps }: ArazzoWorkflow,
  stepId: string,
  output: string,
): string {
  const step = steps.find((candidate) => candidate.stepId === stepId);
  if (!step?.outputs || !(output in step.outputs)) {
    throw new UnsupportedFlow(`the step ${stepId} has no output ${output}`);
  }
  const isAmbiguous = steps.some((other) => other !== step && other.outputs && output in other.outputs);
  return isAmbiguous ? `${workflowId}_${stepId}_${output}` : `${workflowId}_${output}`;
}

/** @returns the variable that an expression stands for. @throws UnsupportedFlow when it stands for none. */
export function variableOf(workflow: ArazzoWorkflow, expression: string): string {
  const input = /^\$(?:workflows\.(\w+)\.)?inputs\.(\w+)$/.exec(expression);
  if (input?.[2] && (input[1] ?? workflow.workflowId) === workflow.workflowId) {
    if (!(input[2] in workflow.inputs.properties)) {
      throw new UnsupportedFlow(`the workflow ${workflow.workflowId} has no input ${input[2]}`);
    }
    return input[2];
  }
  const output = /^\$steps\.(\w+)\.outputs\.(\w+)$/.exec(expression);
  if (output?.[1] && output[2]) return outputVariable(workflow, output[1], output[2]);
  throw new UnsupportedFlow(`the expression ${expression} is neither an input nor the output of a step`);
}

const braced = (name: string) => `{{${name}}}`;

/** A text of a flow with variables in the place of its expressions: alone, or each in braces within the text. */
export function withVariables(workflow: ArazzoWorkflow, text: string): string {
  if (text.startsWith('$')) return braced(variableOf(workflow, text));
  return text.replaceAll(/\{(\$[^}]+)\}/g, (_, expression: string) =>
    braced(variableOf(workflow, expression)),
  );
}

/** The same for every text of a payload. What a variable carries there is text. */
export function payloadWithVariables(workflow: ArazzoWorkflow, payload: unknown): unknown {
  if (typeof payload === 'string') return withVariables(workflow, payload);
  if (Array.isArray(payload)) return payload.map((item) => payloadWithVariables(workflow, item));
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, payloadWithVariables(workflow, value)]),
  );
}
