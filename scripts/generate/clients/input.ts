// Prepares the contract for client generators: names that become good namespaces, and a name for every object.
import { type ContractDocument, isDemanded, type Parameter, type Schema } from '../document.ts';

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
  const { schemas } = input.components;
  for (const [name, schema] of Object.entries(schemas)) nameObjects(schemas, name, schema);
  return input;
}
