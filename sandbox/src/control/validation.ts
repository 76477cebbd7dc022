// Holds requests to the control API's own document, and says in a sentence what is wrong with one.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { controlDocument, type PlacedOperation } from './document.ts';
import { Mistake } from './mistake.ts';

// The first finding is enough for a sentence, and the document was checked when it was generated.
const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false });
addFormats.default(ajv);
ajv.addSchema(controlDocument, 'control');

/** @returns the validator of a schema of the document. */
export function compile(schema: object): ValidateFunction {
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"control#/')) as object);
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function expectation({ keyword, params }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  if (keyword === 'minimum') return `must be at least ${params.limit}`;
  if (keyword === 'maximum') return `must be at most ${params.limit}`;
  if (keyword === 'minLength') return 'must not be empty';
  if (keyword === 'maxLength') return `must have at most ${params.limit} characters`;
  if (keyword === 'format') return `must be a ${params.format} such as 2026-11-24T08:30:00Z`;
  const types = [params.type].flat() as string[];
  return keyword === 'type' ? `must be ${types.map((type) => kinds[type]).join(' or ')}` : 'is not right';
}

function sentence(error: ErrorObject, whole: string): string {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  if (missingProperty !== undefined) return `"${missingProperty}" is missing.`;
  if (additionalProperty !== undefined) return `"${additionalProperty}" is not known here.`;
  return `"${error.instancePath.slice(1).replaceAll('/', '.') || whole}" ${expectation(error)}.`;
}

function check(validate: ValidateFunction, value: unknown, whole: string): void {
  if (validate(value)) return;
  const [error] = validate.errors ?? [];
  throw new Mistake(error ? sentence(error, whole) : `"${whole}" is not right.`);
}

export interface CheckedRequest {
  path: Record<string, string>;
  query: Record<string, string | number>;
  body: Record<string, unknown>;
}

/** @returns a function that reads a request to an operation. @throws Mistake when it is not as documented. */
export function reader({
  parameters,
  body,
}: PlacedOperation): (request: { params: unknown; query: unknown; body: unknown }) => CheckedRequest {
  const compiled = () => ({
    validateBody: body && compile(body),
    known: parameters.map((parameter) => ({ ...parameter, validate: compile(parameter.schema) })),
  });
  // At the first request: most runs use few of the operations, and the start should not wait for all of them.
  let validators: ReturnType<typeof compiled> | undefined;
  return (request) => {
    validators ??= compiled();
    const { validateBody, known } = validators;
    const read: CheckedRequest = { path: {}, query: {}, body: {} };
    const sent = {
      path: request.params as Record<string, unknown>,
      query: request.query as Record<string, unknown>,
    };
    for (const name of Object.keys(sent.query)) {
      if (!known.some((parameter) => parameter.in === 'query' && parameter.name === name)) {
        throw new Mistake(`"${name}" is not known here.`);
      }
    }
    for (const { name, in: place, schema, required, validate } of known) {
      const text = sent[place][name];
      if (text === undefined && !required) continue;
      // Numbers arrive as text here, and nowhere else.
      const value = schema.type === 'integer' && /^[0-9]{1,15}$/.test(String(text)) ? Number(text) : text;
      check(validate, value, name);
      (read[place] as Record<string, unknown>)[name] = value;
    }
    if (validateBody) {
      const sentBody = request.body === undefined ? {} : request.body;
      check(validateBody, sentBody, 'body');
      read.body = sentBody as Record<string, unknown>;
    }
    return read;
  };
}
