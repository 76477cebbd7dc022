// Visits the operations of the gateway and tells of each what the rules ask about.
import { follow, followChild, followEach, followItems, type Tree } from './follow.ts';
import type { Context, Placed, Visitor } from './redocly.ts';

/** An operation under `paths`: what a shop calls, not what the gateway sends to it. */
export interface GatewayOperation extends Placed<Tree> {
  path: string;
  /** Whether a caller needs a token, by the operation itself or by the default of the contract. */
  needsToken: boolean;
  /** The root of the contract. */
  root: Placed<Tree>;
}

/** A visitor that calls `look` once for each operation under `paths`; callbacks and webhooks are left out. */
export function eachOperation(look: (operation: GatewayOperation, context: Context) => void): Visitor {
  let root: Placed<Tree>;
  let path: string;
  return {
    Root: {
      enter(node, { location }) {
        root = { node, location };
      },
    },
    Paths: {
      PathItem: {
        enter(_, { key }) {
          path = String(key);
        },
        Operation: {
          leave(node, context) {
            const security: unknown[] = node.security ?? root.node.security ?? [];
            const { location } = context;
            look({ node, location, path, root, needsToken: security.length > 0 }, context);
          },
        },
      },
    },
  };
}

/** The answers of an operation by status. */
export function answersOf(context: Context, operation: GatewayOperation): [string, Placed<Tree>][] {
  return followEach(context, followChild(context, operation, 'responses'));
}

/** The JSON of a request or an answer, or undefined when it has none. */
export function jsonOf(context: Context, body: Placed<Tree>): Placed<Tree> | undefined {
  const content = followChild(context, body, 'content');
  return content && followChild(context, content, 'application/json');
}

/** What a JSON body may be: each member of a `oneOf`, or the one schema. */
export function bodySchemas(context: Context, json: Placed<Tree>): Placed<Tree>[] {
  const schema = followChild(context, json, 'schema');
  if (!schema) return [];
  return Array.isArray(schema.node.oneOf) ? followItems(context, schema, 'oneOf') : [schema];
}

/** The parameters of an operation. */
export function parametersOf(context: Context, operation: GatewayOperation): Placed<Tree>[] {
  return followItems(context, operation, 'parameters');
}

/** A fact of the root, such as `x-signing`; empty when it is missing or misshapen, which has a rule of its own. */
export function factOf(context: Context, root: Placed<Tree>, name: string): Tree {
  return follow(context, root.node[name], root.location.child(name))?.node ?? {};
}
