// What explains an enum value by value has exactly its values; where a condition lists some and others are possible, at least those.
import { isTree } from '../follow.ts';
import type { Rule } from '../redocly.ts';

export const enumsAreExplainedWhole: Rule = () => ({
  Schema: {
    enter(node, context) {
      for (const extension of ['x-enum-descriptions', 'x-callback-messages']) {
        if (!isTree(node[extension])) continue;
        const isOpen = node.enum === undefined && Array.isArray(node.then?.enum);
        const listed: unknown = isOpen ? node.then.enum : node.enum;
        const values = Array.isArray(listed) ? listed.map(String) : [];
        const explained = Object.keys(node[extension]);
        const location = context.location.child(extension);
        const missing = values.filter((value) => !explained.includes(value));
        if (missing.length > 0) {
          context.report({
            message: `${extension} does not explain ${missing.join(', ')}. Give each value of the enum its text.`,
            location: location.key(),
          });
        }
        for (const value of isOpen ? [] : explained.filter((key) => !values.includes(key))) {
          context.report({
            message: `${extension} explains ${value}, which the enum does not have. Remove it, or add the value to the enum.`,
            location: location.child(value).key(),
          });
        }
      }
    },
  },
});
