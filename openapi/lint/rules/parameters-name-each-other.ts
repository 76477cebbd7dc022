// A parameter that speaks of another one (an alias, the other end of a range) stands beside it.
import { eachOperation, parametersOf } from '../operations.ts';
import type { Rule } from '../redocly.ts';

export const parametersNameEachOther: Rule = () =>
  eachOperation((operation, context) => {
    const parameters = parametersOf(context, operation);
    for (const { node, location } of parameters) {
      const others: [string, unknown][] = [
        ['x-alias-of', node['x-alias-of']],
        ['x-date-rule', node['x-date-rule']?.not_before],
      ];
      for (const [extension, other] of others) {
        if (other === undefined) continue;
        if (parameters.some((parameter) => parameter.node.name === other && parameter.node.in === node.in))
          continue;
        context.report({
          message: `${node.name} speaks of ${other}, which is no ${node.in} parameter of ${operation.node.operationId}. Add ${other} to its \`parameters\`, or mend \`${extension}\`.`,
          location: location.child(extension),
        });
      }
    }
  });
