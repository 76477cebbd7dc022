// The flows of openapi/workflows/ as they are written: Arazzo 1.0.1, as far as our flows use it.

export interface ArazzoCriterion {
  condition: string;
  context?: string;
  type?: 'regex' | 'jsonpath';
  [extension: `x-${string}`]: unknown;
}

export interface ArazzoParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  value: string;
}

export interface ArazzoStep {
  stepId: string;
  description: string;
  operationId?: string;
  'x-operation'?: { method: string; url: string };
  parameters?: ArazzoParameter[];
  requestBody?: { contentType: string; payload: unknown };
  successCriteria: ArazzoCriterion[];
  outputs?: Record<string, string>;
}

export interface ArazzoInput {
  type: string;
  description: string;
  default?: string;
  /** `password` for what nobody else should see. */
  format?: string;
}

export interface ArazzoWorkflow {
  workflowId: string;
  summary: string;
  inputs: { properties: Record<string, ArazzoInput> };
  parameters?: ArazzoParameter[];
  failureActions?: { reference: string }[];
  steps: ArazzoStep[];
}

export interface Arazzo {
  info: { title: string; summary: string; description: string; version: string };
  sourceDescriptions: { 'x-serverUrl': string }[];
  workflows: ArazzoWorkflow[];
  components?: { failureActions?: Record<string, { type: string; criteria: { condition: string }[] }> };
}

/** All flows by the names of their files, without the ending. */
export type Workflows = Record<string, Arazzo>;

/** Says what in a flow cannot be turned into a request of a collection. */
export class UnsupportedFlow extends Error {}
