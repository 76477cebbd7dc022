// A flow that says more than a collection can is refused with its place, so that nothing is left out in silence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Arazzo, ArazzoStep, Workflows } from '../../foundation/reader/arazzo.ts';
import { UnsupportedFlow } from '../../foundation/reader/arazzo.ts';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { readWorkflows } from '../../foundation/reader/workflows.ts';
import { flowsOf } from '../../scripts/generate/collections/flows.ts';

const document = JSON.parse(
  readFileSync(join(generatedFolder, 'openapi.en.json'), 'utf8'),
) as ContractDocument;

/** The ordinary payment with a change: in its file as a whole, or in the step that verifies. */
function changed(change: (parts: { arazzo: Arazzo; step: ArazzoStep }) => void): Workflows {
  const arazzo = structuredClone(readWorkflows()['pay-and-verify'] as Arazzo);
  const step = arazzo.workflows[0]?.steps.find(({ stepId }) => stepId === 'verify') as ArazzoStep;
  change({ arazzo, step });
  return { 'pay-and-verify': arazzo };
}

const criterion = (condition: string, more: object = {}) =>
  changed(({ step }) => step.successCriteria.push({ condition, ...more }));

const cases: [what: string, workflows: Workflows, message: RegExp][] = [
  [
    'an operation that there is not',
    changed(({ step }) => {
      step.operationId = 'payTwice';
    }),
    /payAndVerify\.verify: there is no operation payTwice/,
  ],
  [
    'an input that there is not',
    changed(({ step }) => {
      step.parameters = [{ name: 'Idempotency-Key', in: 'header', value: '$inputs.keys' }];
    }),
    /has no input keys/,
  ],
  [
    'the output of a step that there is not',
    changed(({ step }) => {
      step.parameters = [{ name: 'Idempotency-Key', in: 'header', value: '$steps.nobody.outputs.key' }];
    }),
    /the step nobody has no output key/,
  ],
  [
    'an operation without its token',
    changed(({ arazzo }) => {
      for (const workflow of arazzo.workflows) workflow.parameters = [];
    }),
    /needs a token, and the flow gives it none/,
  ],
  ['an expression of another kind', criterion('$response.body#/amount == $url'), /the expression \$url/],
  ['a criterion that is no comparison', criterion('$statusCode'), /is no comparison, regex or jsonpath/],
  [
    'a JSONPath with a filter',
    criterion('$..events[?@.id]', { context: '$response.body', type: 'jsonpath' }),
    /does more than name fields/,
  ],
  [
    'a pattern over the whole body',
    criterion('html', { context: '$response.body', type: 'regex' }),
    /names no part of the answer/,
  ],
  [
    'a step that jumps',
    changed(({ step }) => Object.assign(step, { onSuccess: [{ name: 'end', type: 'end' }] })),
    /`onSuccess` has no meaning in a collection/,
  ],
  [
    'another answer to failure than waiting',
    changed(({ arazzo }) =>
      Object.assign(arazzo.components?.failureActions?.waitForRateLimit ?? {}, { type: 'end' }),
    ),
    /is more than waiting for the rate limit/,
  ],
];

describe('a flow is refused', () => {
  it.each(cases)('for %s', (_, workflows, message) => {
    expect(() => flowsOf(workflows, document)).toThrow(UnsupportedFlow);
    expect(() => flowsOf(workflows, document)).toThrow(message);
    expect(() => flowsOf(workflows, document)).toThrow('openapi/workflows/pay-and-verify.arazzo.yaml');
  });
});
