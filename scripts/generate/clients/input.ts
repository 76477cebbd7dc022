// Prepares the contract for client generators: names that become good namespaces, and a name for every object.
import { isDeepStrictEqual } from 'node:util';
import { type ContractDocument, isDemanded, type Parameter, resolve, type Schema } from '../document.ts';
import { schemasOf } from '../publish/places.ts';

/** `order_id` in Pascal case. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Gives the objects inside a schema names of their own; without one they would have no type in most languages. */
function nameObjects(schemas: Record<string, Schema>, owner: string, schema: Schema): void {
  const place = (name: string, node: Schema): Schema => {
    if (node.$ref) return node;
    if (node.properties) {
      if (schemas[name]) throw new Error(`Two schemas would be called ${name}.`);
      schemas[name] = node;
      nameObjects(schemas, name, node);
      return { $ref: `#/components/schemas/${name}` };
    }
    if (node.items) node.items = place(`${name}Item`, node.items);
    return node;
  };
  for (const [field, node] of Object.entries(schema.properties ?? {})) {
    (schema.properties as Record<string, Schema>)[field] = place(`${owner}${pascal(field)}`, node);
  }
}

/**
 * An object whose known fields have the same type as its unknown ones is a map: as a class it would lose the unknown.
 */
function asMap(document: ContractDocument, schema: Schema): void {
  const { additionalProperties: others, properties = {} } = schema;
  if (typeof others !== 'object') return;
  const typesOf = (node: Schema) =>
    [resolve<Schema>(document, node).type].flat().filter((type) => type !== 'null');
  const fields = Object.values(properties);
  if (fields.some((field) => !isDeepStrictEqual(typesOf(field), typesOf(others as Schema)))) return;
  delete schema.properties;
  delete schema.required;
}

/** A copy of the bundle for generators; the generators take their namespaces from its title. */
export function generatorInput(document: ContractDocument): ContractDocument {
  const input = structuredClone(document);
  input.info.title = 'IranDargah';
  for (const item of Object.values(input.paths)) {
    for (const operation of Object.values(item)) delete operation['x-codeSamples'];
  }
  // A client sends a header by its own name, so that it can demand what a server takes by an alias as well.
  for (const parameter of Object.values((input.components.parameters ?? {}) as Record<string, Parameter>)) {
    parameter.required = isDemanded(parameter);
  }
  for (const { node } of schemasOf(input, 'received')) asMap(input, node);
  const { schemas } = input.components;
  for (const [name, schema] of Object.entries(schemas)) nameObjects(schemas, name, schema);
  return input;
}

/**
 * The input with every field of an answer optional: for languages whose constructors refuse a missing value, so that
 * no field has to be there.
 */
export function withoutPromises(input: ContractDocument): ContractDocument {
  const copy = structuredClone(input);
  for (const { node } of schemasOf(copy, 'received')) delete node.required;
  return copy;
}
