// What explains an enum value by value has exactly its values.
import { isTree } from '../follow.ts';
import type { Rule } from '../redocly.ts';

export const enumsAreExplainedWhole: Rule = () => ({
  Schema: {
    enter(node, context) {
      for (const extension of ['x-enum-descriptions', 'x-callback-messages']) {
        if (!isTree(node[extension])) continue;
        const values: string[] = Array.isArray(node.enum) ? node.enum.map(String) : [];
        const explained = Object.keys(node[extension]);
        const location = context.location.child(extension);
        const missing = values.filter((value) => !explained.includes(value));
        if (missing.length > 0) {
          context.report({
            message: `${extension} does not explain ${missing.join(', ')}. Give each value of the enum its text.`,
            location: location.key(),
          });
        }
        for (const value of explained.filter((key) => !values.includes(key))) {
          context.report({
            message: `${extension} explains ${value}, which the enum does not have. Remove it, or add the value to the enum.`,
            location: location.child(value).key(),
          });
        }
      }
    },
  },
});
