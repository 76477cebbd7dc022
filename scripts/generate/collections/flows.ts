// Makes the requests of a collection of the flows and the document, still in no tool's own form.

import {
  type Arazzo,
  type ArazzoParameter,
  type ArazzoStep,
  type ArazzoWorkflow,
  UnsupportedFlow,
  type Workflows,
} from '../../../foundation/reader/arazzo.ts';
import {
  type ContractDocument,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  resolve,
} from '../../../foundation/reader/document.ts';
import { answerOperand, type Check, checkOf, type Operand } from './checks.ts';
import { outputVariable, payloadWithVariables, withVariables } from './expressions.ts';
import { baseUrl, ownToken } from './variables.ts';

export type Pair = [name: string, value: string];

/** One request, its texts with variables in double braces. */
export interface Request {
  id: string;
  description: string;
  /** The operation of the gateway that is called; none for the control API of the sandbox. */
  called: PlacedOperation | undefined;
  method: 'GET' | 'POST';
  /** Without the query. */
  url: string;
  query: Pair[];
  headers: Pair[];
  /** What stands behind `Bearer`; none where no token is needed. */
  token: string | undefined;
  body: unknown;
  /** The headers of the request carry a signature of this body already, which is over its compact JSON. */
  bodyIsSigned: boolean;
  /** The endpoint as a signature names it, where the request can be signed with the reader's own secret key. */
  endpoint: string | undefined;
  checks: Check[];
  outputs: { variable: string; value: Operand }[];
}

export interface Flow {
  id: string;
  /** The same in the form of file names. */
  slug: string;
  title: string;
  description: string;
  requests: Request[];
}

interface Signing {
  request: { signature_header: string; endpoint_prefix: string };
}

/** What a flow may have, so that nothing that it says is left out in silence. */
const known = {
  step: [
    'stepId',
    'description',
    'operationId',
    'x-operation',
    'parameters',
    'requestBody',
    'successCriteria',
    'outputs',
  ],
  workflow: ['workflowId', 'summary', 'inputs', 'parameters', 'failureActions', 'steps', 'outputs'],
};

function refuseUnknown(node: object, names: string[]): void {
  const unknown = Object.keys(node).find((name) => !names.includes(name));
  if (unknown) throw new UnsupportedFlow(`\`${unknown}\` has no meaning in a collection`);
}

/** Waiting for the rate limit is the one failure action that collections know: they keep below it. */
function refuseOtherFailureActions({ components }: Arazzo, { failureActions = [] }: ArazzoWorkflow): void {
  for (const { reference } of failureActions) {
    const action = components?.failureActions?.[reference.split('.').at(-1) ?? ''];
    const isForLimit = action?.criteria.every(({ condition }) => condition === '$statusCode == 429');
    if (action?.type !== 'retry' || !isForLimit) {
      throw new UnsupportedFlow(`the failure action ${reference} is more than waiting for the rate limit`);
    }
  }
}

function tokenOf(workflow: ArazzoWorkflow, parameters: ArazzoParameter[]): string {
  const value = parameters.findLast(({ name }) => name === 'Authorization')?.value ?? '';
  const token = /^Bearer (\S+)$/.exec(withVariables(workflow, value))?.[1];
  if (!token) throw new UnsupportedFlow('the operation needs a token, and the flow gives it none');
  return token;
}

function calledBy(
  document: ContractDocument,
  workflow: ArazzoWorkflow,
  step: ArazzoStep,
): Pick<Request, 'called' | 'method' | 'url' | 'query' | 'headers' | 'token' | 'bodyIsSigned' | 'endpoint'> {
  const called = operationsOf(document).find(({ operation }) => operation.operationId === step.operationId);
  if (!called) throw new UnsupportedFlow(`there is no operation ${step.operationId}`);
  const given = [...(workflow.parameters ?? []), ...(step.parameters ?? [])];
  const pairs = (place: ArazzoParameter['in']) =>
    given
      .filter((parameter) => parameter.in === place && parameter.name !== 'Authorization')
      .map(({ name, value }): Pair => [name, withVariables(workflow, value)]);
  const path = pairs('path').reduce((text, [name, value]) => text.replace(`{${name}}`, value), called.path);
  const token = called.operation.security?.length === 0 ? undefined : tokenOf(workflow, given);
  const { request: signing } = document['x-signing'] as Signing;
  const headers = pairs('header');
  const takesSignature = (called.operation.parameters ?? []).some(
    (node) => resolve<Parameter>(document, node).name === signing.signature_header,
  );
  const bodyIsSigned = headers.some(([name]) => name === signing.signature_header);
  const isSignable = takesSignature && !bodyIsSigned && token === `{{${ownToken}}}`;
  return {
    called,
    method: called.method,
    url: `{{${baseUrl}}}${path}`,
    query: pairs('query'),
    headers,
    token,
    bodyIsSigned,
    endpoint: isSignable ? path.slice(signing.endpoint_prefix.length) : undefined,
  };
}

function controlRequest(workflow: ArazzoWorkflow, { method, url }: { method: string; url: string }) {
  return {
    called: undefined,
    method: method.toUpperCase() as Request['method'],
    url: withVariables(workflow, url),
    query: [],
    headers: [],
    token: undefined,
    bodyIsSigned: false,
    endpoint: undefined,
  };
}

function requestOf(document: ContractDocument, workflow: ArazzoWorkflow, step: ArazzoStep): Request {
  refuseUnknown(step, known.step);
  const control = step['x-operation'];
  return {
    id: step.stepId,
    description: step.description,
    ...(control ? controlRequest(workflow, control) : calledBy(document, workflow, step)),
    body: payloadWithVariables(workflow, step.requestBody?.payload),
    checks: step.successCriteria.map((criterion) => checkOf(workflow, criterion)),
    outputs: Object.entries(step.outputs ?? {}).map(([name, expression]) => ({
      variable: outputVariable(workflow, step.stepId, name),
      value: answerOperand(expression),
    })),
  };
}

/** Says where in which file something cannot be turned into a collection. */
function within<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnsupportedFlow) throw new UnsupportedFlow(`${place}: ${error.message}`);
    throw error;
  }
}

/**
 * The flows of one language, with the operations of its document.
 * @throws UnsupportedFlow that names the file and the step, when a flow says something that no collection can.
 */
export function flowsOf(workflows: Workflows, document: ContractDocument): Flow[] {
  return Object.entries(workflows).flatMap(([file, arazzo]) =>
    arazzo.workflows.map((workflow) => {
      const { info } = arazzo;
      const place = `openapi/workflows/${file}.arazzo.yaml, ${workflow.workflowId}`;
      within(place, () => {
        refuseUnknown(workflow, known.workflow);
        refuseOtherFailureActions(arazzo, workflow);
      });
      return {
        id: workflow.workflowId,
        slug: workflow.workflowId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        title: arazzo.workflows.length === 1 ? info.title : `${info.title}: ${workflow.summary}`,
        description: `${info.description}\n\n${workflow.summary}`,
        requests: workflow.steps.map((step) =>
          within(`${place}.${step.stepId}`, () => requestOf(document, workflow, step)),
        ),
      };
    }),
  );
}
