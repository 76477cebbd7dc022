// Compares an answer with what the contract, in any dialects, documents for its operation: status, schema, headers.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { speaking } from '../../../foundation/dialects/speaking.ts';
import { type OperationId, operations } from '../../../generated/facts.ts';

interface Bundle {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: unknown }> } } }>;
  components: { schemas: Record<string, unknown> };
}
const standard = JSON.parse(
  readFileSync(new URL('../../../generated/strict.en.json', import.meta.url), 'utf8'),
) as Bundle;

/** A document with the validators of its schemas. */
function readerOf(document: Bundle) {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  const compiled = new Map<string, ValidateFunction>();
  const resolve = (node: unknown): Record<string, unknown> => {
    const { $ref } = node as { $ref?: string };
    if (!$ref) return node as Record<string, unknown>;
    const found = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
    return resolve(found);
  };
  const validatorOf = (schema: unknown): ValidateFunction => {
    const key = JSON.stringify(schema);
    let validate = compiled.get(key);
    if (!validate) {
      validate = ajv.compile(JSON.parse(key.replaceAll('"#/', '"contract#/')) as object);
      compiled.set(key, validate);
    }
    return validate;
  };
  const faultsOf = (schema: unknown, value: unknown): string[] => {
    const validate = validatorOf(schema);
    return validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
  return { document, resolve, faultsOf };
}

const readers = new Map<string, ReturnType<typeof readerOf>>();

/** The contract in these dialects, read once. */
function reading(dialects: readonly string[]): ReturnType<typeof readerOf> {
  const key = dialects.join(' ');
  let reader = readers.get(key);
  if (!reader) {
    reader = readerOf(dialects.length === 0 ? standard : speaking(standard, dialects).document);
    readers.set(key, reader);
  }
  return reader;
}

interface Answered {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  json: unknown;
}

/** @returns one line for each way in which the answer breaks the contract; none when it keeps it. */
export function answerFaults(
  operation: OperationId,
  answer: Answered,
  dialects: readonly string[] = [],
): string[] {
  const { document, resolve, faultsOf } = reading(dialects);
  const { method, path } = operations[operation];
  const { responses = {} } = document.paths[path]?.[method.toLowerCase()] ?? {};
  const documented = responses[String(answer.status)];
  if (!documented) return [`status ${answer.status} is not documented`];
  const response = resolve(documented) as {
    content?: Record<string, { schema: unknown }>;
    headers?: Record<string, unknown>;
  };
  const schema = response.content?.['application/json']?.schema;
  const faults: string[] = schema ? faultsOf(schema, answer.json) : [];
  for (const [name, node] of Object.entries(response.headers ?? {})) {
    const header = resolve(node) as { required?: boolean; schema: Record<string, unknown> };
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) {
      if (header.required) faults.push(`the header ${name} is missing`);
      continue;
    }
    const numeric = (resolve(header.schema) as { type?: string }).type === 'integer';
    if (faultsOf(header.schema, numeric ? Number(value) : value).length > 0)
      faults.push(`the header ${name} is ${value}`);
  }
  return faults;
}

/** @returns one line for each way in which the body of a webhook breaks the contract. */
export function eventFaults(event: string, body: unknown, dialects: readonly string[] = []): string[] {
  const { document, faultsOf } = reading(dialects);
  const schema = document.webhooks[event]?.post.requestBody.content['application/json']?.schema;
  return schema ? faultsOf(schema, body) : [`there is no event ${event}`];
}

/** @returns one line for each way in which the fields of a callback break the contract. */
export function callbackFaults(fields: Record<string, string>, dialects: readonly string[] = []): string[] {
  const { document, faultsOf } = reading(dialects);
  // In a form everything is text; these two are numbers in it.
  const read = { ...fields, status_code: Number(fields.status_code), amount: Number(fields.amount) };
  return faultsOf(document.components.schemas.PaymentCallback, read);
}
