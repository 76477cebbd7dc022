// Writes out a named schema that is only a reference to another one: generators make no type for it, and then name it.
import type { Schema } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

const prefix = '#/components/schemas/';

export const writeOutAliases = onCopy(({ components: { schemas } }) => {
  /** A schema with what its reference leads to; its own keywords win. */
  const written = ({ $ref, ...own }: Schema): Schema => {
    if (!$ref?.startsWith(prefix)) return $ref ? { $ref, ...own } : own;
    return { ...written(structuredClone(schemas[$ref.slice(prefix.length)] as Schema)), ...own };
  };
  for (const [name, schema] of Object.entries(schemas)) if (schema.$ref) schemas[name] = written(schema);
});
