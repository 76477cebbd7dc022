// Compares an answer with what the contract documents for its operation: status, schema, headers.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin, { type FormatsPlugin } from 'ajv-formats';
import { type OperationId, operations } from '../../../generated/facts.ts';

const addFormats = ((formatsPlugin as { default?: unknown }).default ?? formatsPlugin) as FormatsPlugin;
const document = JSON.parse(
  readFileSync(new URL('../../../generated/strict.en.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(document, 'contract');

function resolve(node: unknown): Record<string, unknown> {
  const { $ref } = node as { $ref?: string };
  if (!$ref) return node as Record<string, unknown>;
  const found = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  return resolve(found);
}

const compiled = new Map<string, ValidateFunction>();

function validatorOf(schema: unknown): ValidateFunction {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) {
    validate = ajv.compile(JSON.parse(key.replaceAll('"#/', '"contract#/')) as object);
    compiled.set(key, validate);
  }
  return validate;
}

interface Answered {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  json: unknown;
}

/** @returns one line for each way in which the answer breaks the contract; none when it keeps it. */
export function answerFaults(operation: OperationId, answer: Answered): string[] {
  const { method, path } = operations[operation];
  const { responses = {} } = document.paths[path]?.[method.toLowerCase()] ?? {};
  const documented = responses[String(answer.status)];
  if (!documented) return [`status ${answer.status} is not documented`];
  const response = resolve(documented) as {
    content?: Record<string, { schema: unknown }>;
    headers?: Record<string, unknown>;
  };
  const schema = response.content?.['application/json']?.schema;
  const faults: string[] = [];
  if (schema) {
    const validate = validatorOf(schema);
    if (!validate(answer.json))
      faults.push(...(validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`));
  }
  for (const [name, node] of Object.entries(response.headers ?? {})) {
    const header = resolve(node) as { required?: boolean; schema: Record<string, unknown> };
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) {
      if (header.required) faults.push(`the header ${name} is missing`);
      continue;
    }
    const numeric = (resolve(header.schema) as { type?: string }).type === 'integer';
    if (!validatorOf(header.schema)(numeric ? Number(value) : value))
      faults.push(`the header ${name} is ${value}`);
  }
  return faults;
}

const documentedEvents = document as unknown as {
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: unknown }> } } }>;
};

/** @returns one line for each way in which the body of a webhook breaks the contract. */
export function eventFaults(event: string, body: unknown): string[] {
  const schema = documentedEvents.webhooks[event]?.post.requestBody.content['application/json']?.schema;
  if (!schema) return [`there is no event ${event}`];
  const validate = validatorOf(schema);
  return validate(body) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
