// The properties of an object, wherever a schema states them.
import { type ContractDocument, resolve, type Schema } from '../../../foundation/reader/document.ts';

/** Its own, and those that allOf adds. */
export function propertiesOf(document: ContractDocument, schema: Schema): Record<string, Schema> {
  const added = (schema.allOf ?? []).map((part) => propertiesOf(document, resolve<Schema>(document, part)));
  return Object.assign({ ...schema.properties }, ...added);
}
