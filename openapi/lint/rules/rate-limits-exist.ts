// The rate limits which operations name are those of the catalogue, all of them.
import { follow, isTree, type Tree } from '../follow.ts';
import { eachOperation } from '../operations.ts';
import type { Context, Placed, Rule } from '../redocly.ts';

export const rateLimitsExist: Rule = () => {
  const used: { name: string; operation: Placed<Tree>; index: number }[] = [];
  const visitor = eachOperation((operation) => {
    const names: unknown = operation.node['x-rate-limit'];
    if (!Array.isArray(names)) return;
    names.forEach((name, index) => {
      used.push({ name, operation, index });
    });
  });
  return {
    ...visitor,
    Root: {
      ...visitor.Root,
      leave(root, context: Context) {
        const catalogue = follow(context, root['x-rate-limits'], context.location.child('x-rate-limits'));
        if (!isTree(catalogue?.node)) return;
        const names = Object.keys(catalogue.node);
        for (const { name, operation, index } of used) {
          if (names.includes(name)) continue;
          context.report({
            message: `${operation.node.operationId} is limited by ${name}, which x-rate-limits does not have. Use one of ${names.join(', ')}.`,
            location: operation.location.child(['x-rate-limit', index]),
          });
        }
        for (const name of names) {
          if (used.some((use) => use.name === name)) continue;
          context.report({
            message: `The rate limit ${name} limits no operation. Name it in the x-rate-limit of one, or remove it.`,
            location: catalogue.location.child(name).key(),
          });
        }
      },
    },
  };
};
