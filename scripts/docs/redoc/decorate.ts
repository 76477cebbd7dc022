// Makes of the published contract what only Redoc shows: the name of its list of schemas, values and limits in its words.
import type { Schema } from '../../../foundation/reader/document.ts';
import { limitsExtension } from '../../generate/publish/loosen-values.ts';
import { knownValues } from '../../generate/publish/open-lists.ts';
import type { SiteDocument } from '../contracts.ts';
import { type Language, siteTexts } from '../languages.ts';
import { schemasTag } from './options.ts';

/** Redoc's own extension: what each value means, by the value. */
const redocValues = 'x-enumDescriptions';

/** Shows what each value means, and what holds of a value today; nobody validates by this copy. */
function tellRedoc(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  const values = (schema.enum ?? schema[knownValues]) as unknown[] | undefined;
  const meanings = schema['x-enum-descriptions'];
  if (values && Array.isArray(meanings)) {
    schema[redocValues] = Object.fromEntries(values.map((value, index) => [value, meanings[index]]));
  }
  if (Array.isArray(schema.examples)) schema.example = schema.examples[0];
  Object.assign(schema, schema[limitsExtension]);
  for (const child of Object.values(schema)) tellRedoc(child);
}

/** The contract for Redoc; the one that readers download stays as it is. */
export function decorate(document: SiteDocument, language: Language): SiteDocument {
  const copy = structuredClone(document);
  tellRedoc(copy);
  const schemas = { name: schemasTag, 'x-displayName': siteTexts[language].schemas };
  return { ...copy, tags: [...(copy.tags ?? []), schemas] };
}
