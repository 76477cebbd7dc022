// Prepares the contract for client generators: names that become good namespaces, and headers that a client must send.
import { type ContractDocument, isDemanded, type Parameter } from '../../../foundation/reader/document.ts';

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
  return input;
}
