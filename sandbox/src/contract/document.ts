// The bundled contract as the sandbox reads it: generated/strict.en.json, and nothing else of the document.
import { readFileSync } from 'node:fs';
import { nodeAt } from '../../../foundation/reader/pointers.ts';

interface Reference {
  $ref: string;
}

export interface ContractParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Record<string, unknown>;
  /** Rules for Jalali dates that JSON Schema cannot say. */
  'x-date-rule'?: { not_future?: boolean; not_before?: string };
}

interface ContractOperation {
  parameters?: (ContractParameter | Reference)[];
}

interface ContractExample {
  value: unknown;
}

export interface Document {
  paths: Record<string, Partial<Record<'get' | 'post', ContractOperation>>>;
  webhooks: Record<
    string,
    {
      post: {
        requestBody: { content: Record<string, { examples: Record<string, ContractExample | Reference> }> };
      };
    }
  >;
  components: {
    schemas: Record<string, unknown>;
    examples: Record<string, ContractExample>;
  };
}

const file = new URL('../../../generated/strict.en.json', import.meta.url);

/** The whole document without any dialect, as Ajv takes it. */
export const document = JSON.parse(readFileSync(file, 'utf8')) as Document;

function resolve<T extends object>(within: Document, node: T | Reference): T {
  if (!('$ref' in node)) return node;
  return resolve(within, nodeAt(within, node.$ref) as T | Reference);
}

/** The parameters of an operation, references followed. */
export function parametersOf(within: Document, path: string, method: string): ContractParameter[] {
  const operation = within.paths[path]?.[method.toLowerCase() as 'get' | 'post'];
  return (operation?.parameters ?? []).map((parameter) => resolve<ContractParameter>(within, parameter));
}

/**
 * The value of a named example of the contract.
 * @throws Error when the contract has no such example: a fault of this program.
 */
export function exampleValue<T>(name: string): T {
  const example = document.components.examples[name];
  if (!example) throw new Error(`The contract has no example called ${name}.`);
  return example.value as T;
}

/** The documented example of an event, as a whole body. */
export function exampleOfEvent(event: string): { data: Record<string, unknown> } {
  const examples = document.webhooks[event]?.post.requestBody.content['application/json']?.examples ?? {};
  const [example] = Object.values(examples);
  if (!example) throw new Error(`The contract has no example of the event ${event}.`);
  return resolve<ContractExample>(document, example).value as { data: Record<string, unknown> };
}
