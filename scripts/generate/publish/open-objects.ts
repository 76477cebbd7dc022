// Opens the objects of answers: unknown fields are allowed, and no rule ties one field to another.
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** Rules on which other fields there may be; what they say stands in the descriptions as well. */
const ties = [
  'unevaluatedProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'if',
  'then',
  'else',
  'not',
] as const;

/** Objects with a type for their unknown fields, such as the lists of faulty fields, keep it. */
export const openObjects = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    if (node.additionalProperties === false || node.additionalProperties === true) {
      delete node.additionalProperties;
    }
    for (const keyword of ties) delete node[keyword];
  }
});
