// Writes out a component that is a reference with words of its own: openapi-generator makes no type of it, so that
// its Rust does not compile and elsewhere the type is lost.
import type { Schema } from '../document.ts';
import { onCopy } from './step.ts';

const components = '#/components/schemas/';

export const writeOutAliases = onCopy(({ components: { schemas } }) => {
  /** What a schema says, with the words of those that refer to it before its own. */
  const written = ({ $ref, ...own }: Schema): Schema => {
    const named = $ref && schemas[$ref.slice(components.length)];
    return named ? { ...structuredClone(written(named)), ...own } : own;
  };
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.$ref) schemas[name] = written(schema);
  }
});
