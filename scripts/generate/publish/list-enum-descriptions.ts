// Writes what each value of a list means in the shape that other tools know: a list in the order of the values.
import type { Schema } from '../../../foundation/reader/document.ts';
import { knownValues } from './open-lists.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const extension = 'x-enum-descriptions';

const valuesOf = (schema: Schema) => (schema.enum ?? schema[knownValues] ?? []) as unknown[];

export const listEnumDescriptions = onCopy((document) => {
  const schemas = [...schemasOf(document, 'sent'), ...schemasOf(document, 'received')];
  for (const { node, pointer } of schemas) {
    const descriptions = node[extension] as Record<string, string> | undefined;
    if (!descriptions || Array.isArray(descriptions)) continue;
    node[extension] = valuesOf(node).map((value) => {
      const description = descriptions[String(value)];
      if (description === undefined) throw new Error(`${pointer}: nothing says what ${value} means.`);
      return description;
    });
  }
});
