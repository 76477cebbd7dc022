// The workflows speak of the contract as it is: its operations, their parameters, bodies and answers.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { operationsOf, type Parameter, resolve, type Schema } from '../foundation/reader/document.ts';
import { root } from '../foundation/reader/paths.ts';

interface Step {
  stepId: string;
  description?: string;
  operationId?: string;
  'x-operation'?: { method: string; url: string };
  parameters?: { name: string; in: string; value: string }[];
  requestBody?: { payload: Record<string, unknown> };
  successCriteria: { context?: string; condition: string }[];
}

interface Workflow {
  workflowId: string;
  parameters?: Step['parameters'];
  steps: Step[];
}

const folder = join(root, 'openapi/workflows');
const contract = JSON.parse(readFileSync(join(root, 'generated/strict.en.json'), 'utf8'));
const operations = new Map(
  operationsOf(contract).map(({ operation }) => [operation.operationId, operation] as const),
);

const workflows = globSync('*.arazzo.yaml', { cwd: folder }).flatMap((file) =>
  (parse(readFileSync(join(folder, file), 'utf8')).workflows as Workflow[]).map((workflow) => ({
    file,
    ...workflow,
  })),
);

/** What a step says that the contract does not; none when it is right. */
function faultsOf(step: Step): string[] {
  const fault = (text: string) => `${step.stepId}: ${text}`;
  const status = step.successCriteria
    .map(({ condition }) => /^\$statusCode == (\d+)$/.exec(condition)?.[1])
    .find(Boolean);
  const looksInside = step.successCriteria.some(({ context, condition }) =>
    /^\$response\.(body|header)/.test(context ?? condition),
  );
  const faults = [
    ...(status ? [] : [fault('checks no status')]),
    ...(step.description ? [] : [fault('has no description')]),
  ];
  if (step['x-operation']) {
    return step['x-operation'].url.includes('}/_sandbox/')
      ? faults
      : [...faults, fault('calls something other than the control API of the sandbox')];
  }
  const operation = operations.get(step.operationId ?? '');
  if (!operation) return [...faults, fault(`there is no operation ${step.operationId}`)];
  const documented = (operation.parameters ?? []).map((node) => resolve<Parameter>(contract, node));
  const given = step.parameters ?? [];
  const body = operation.requestBody?.content['application/json']?.schema;
  const schema = body && resolve<Schema>(contract, body);
  const fields = Object.keys(step.requestBody?.payload ?? {});
  return [
    ...faults,
    ...(looksInside ? [] : [fault('looks at no part of the answer')]),
    ...(status && status in operation.responses
      ? []
      : [fault(`${step.operationId} never answers ${status}`)]),
    ...given
      .filter(({ name }) => name !== 'Authorization')
      .filter((one) => !documented.some(({ name, in: place }) => name === one.name && place === one.in))
      .map(({ name }) => fault(`${step.operationId} takes no ${name}`)),
    ...documented
      .filter(({ name, required }) => required && !given.some((one) => one.name === name))
      .map(({ name }) => fault(`${step.operationId} needs ${name}`)),
    ...fields
      .filter((field) => !(field in (schema?.properties ?? {})))
      .map((field) => fault(`the body of ${step.operationId} has no ${field}`)),
    ...(schema?.required ?? [])
      .filter((field) => !fields.includes(field))
      .map((field) => fault(`the body of ${step.operationId} needs ${field}`)),
  ];
}

describe('the workflows', () => {
  it.each(workflows)('$workflowId says nothing that the contract does not', ({ steps }) => {
    expect(steps.flatMap(faultsOf)).toEqual([]);
  });

  it('together use every operation of the contract', () => {
    const used = new Set(workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId)));
    expect([...operations.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('give every step that needs a token its token', () => {
    const without = workflows.flatMap(({ workflowId, parameters = [], steps }) =>
      steps
        .filter(({ operationId }) => operationId && operations.get(operationId)?.security?.length !== 0)
        .filter(
          (step) => ![...parameters, ...(step.parameters ?? [])].some(({ name }) => name === 'Authorization'),
        )
        .map(({ stepId }) => `${workflowId}.${stepId}`),
    );
    expect(without).toEqual([]);
  });

  it('never reach the real gateway by default', () => {
    const sources = globSync('*.arazzo.yaml', { cwd: folder }).flatMap(
      (file) => parse(readFileSync(join(folder, file), 'utf8')).sourceDescriptions,
    );
    expect(new Set(sources.map((source) => new URL(source['x-serverUrl']).hostname))).toEqual(
      new Set(['127.0.0.1']),
    );
  });

  it('are all listed in their README.md', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, name]) => `${name}.arazzo.yaml`);
    expect(listed.sort()).toEqual(
      globSync('*.arazzo.yaml', { cwd: folder })
        .map((file) => basename(file))
        .sort(),
    );
  });
});
