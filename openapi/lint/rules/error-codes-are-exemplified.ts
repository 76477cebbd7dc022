// Every error code that an answer can carry has a named example there.
import { errorLiterals, isErrorEntry, schemaName } from '../error-entry.ts';
import { followChild, followEach } from '../follow.ts';
import { answersOf, bodySchemas, eachOperation, jsonOf } from '../operations.ts';
import type { Rule } from '../redocly.ts';
import { reportOnce } from '../report-once.ts';

export const errorCodesAreExemplified: Rule = () => {
  const report = reportOnce();
  return eachOperation((operation, context) => {
    for (const [, answer] of answersOf(context, operation)) {
      const json = jsonOf(context, answer);
      if (!json) continue;
      const examples = followChild(context, json, 'examples');
      const shown = followEach(context, examples).map(([, { node }]) => node.value?.error ?? {});
      for (const schema of bodySchemas(context, json).filter(isErrorEntry)) {
        const { code, type } = errorLiterals(context, schema);
        if (shown.some((error) => error.code === code && error.type === type)) continue;
        report(
          context,
          `This answer can be ${schemaName(schema)}, but shows no example with the code ${code} and the type ${type}. Add one under \`examples\`.`,
          (examples ?? json).location.key(),
        );
      }
    }
  });
};
