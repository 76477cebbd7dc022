// Every entry of the error catalogue fixes its code, type and message, so that programs can rely on them.
import { errorLiterals, isErrorEntry, schemaName } from '../error-entry.ts';
import type { Rule } from '../redocly.ts';

export const errorEntriesAreLiteral: Rule = () => ({
  Schema: {
    leave(node, context) {
      const schema = { node, location: context.location };
      if (!isErrorEntry(schema)) return;
      const name = schemaName(schema);
      const literals = errorLiterals(context, schema);
      for (const field of ['code', 'type', 'message'] as const) {
        if (literals[field] !== undefined) continue;
        context.report({
          message: `${name} leaves error.${field} open. Give it a literal with \`const\` in the second member of \`allOf\`.`,
          location: schema.location.key(),
        });
      }
      if (literals.code !== undefined && literals.statusCode !== literals.code) {
        context.report({
          message: `${name} has the code ${literals.code} in \`error\`, but ${literals.statusCode ?? 'no literal'} in \`status_code\`. Make them equal.`,
          location: schema.location.key(),
        });
      }
    },
  },
});
