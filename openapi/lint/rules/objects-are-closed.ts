// Objects refuse properties that are not documented, unless they say why they stay open.
import type { Rule } from '../redocly.ts';

/** Keywords whose schemas only refine an object that is described elsewhere. */
const refining = /\/(allOf|if|then|else|not|dependentSchemas)(\/|$)/;

/** Leaves out the names of properties, which may look like keywords. */
function keywordsOf(pointer: string): string {
  return pointer.replaceAll(/\/properties\/[^/]+/g, '/properties');
}

export const objectsAreClosed: Rule = () => ({
  Schema: {
    enter(node, context) {
      const isObject = node.properties !== undefined || node.type === 'object';
      if (!isObject || refining.test(keywordsOf(context.location.pointer))) return;
      const open = node.additionalProperties ?? node.unevaluatedProperties;
      if (open === false) return;
      if (open === undefined) {
        context.report({
          message:
            'The object lets any property through. Add `additionalProperties: false`, or open it with `additionalProperties: true` and tell the reason in its description.',
          location: context.location.key(),
        });
      } else if (!node.description) {
        context.report({
          message: 'The object is open, but nobody learns why. Tell the reason in its `description`.',
          location: context.location.child('additionalProperties').key(),
        });
      }
    },
  },
});
