// Error answers carry entries of the catalogue only, under the HTTP statuses which those entries name.
import { schemaName } from '../error-entry.ts';
import { followChild, type Tree } from '../follow.ts';
import { answersOf, bodySchemas, eachOperation, jsonOf } from '../operations.ts';
import type { Context, Placed, Rule } from '../redocly.ts';
import { reportOnce } from '../report-once.ts';

export const errorAnswersAreCatalogued: Rule = () => {
  const report = reportOnce();
  const entries = new Map<string, { entry: Placed<Tree>; used: Set<number> }>();

  /** The statuses that the catalogue names for a schema; none when it is no entry. */
  function statusesOf({ node }: Placed<Tree>): number[] {
    const statuses: unknown = node['x-status-code']?.http;
    return Array.isArray(statuses) ? statuses : [];
  }

  /** Remembers an entry and, when an answer uses it, under which status. */
  function remember(entry: Placed<Tree>, status?: number): void {
    const place = `${entry.location.source.absoluteRef}${entry.location.pointer}`;
    const known = entries.get(place) ?? { entry, used: new Set<number>() };
    if (status !== undefined) known.used.add(status);
    entries.set(place, known);
  }

  /** A success carries its entry in the field `status_code`. */
  function successEntry(context: Context, schema: Placed<Tree>): Placed<Tree> | undefined {
    const properties = followChild(context, schema, 'properties');
    return properties && followChild(context, properties, 'status_code');
  }

  const visitor = eachOperation((operation, context) => {
    for (const [key, answer] of answersOf(context, operation)) {
      const status = Number(key);
      const json = jsonOf(context, answer);
      for (const schema of json ? bodySchemas(context, json) : []) {
        const entry = status < 400 ? successEntry(context, schema) : schema;
        if (entry && 'x-status-code' in entry.node) {
          const catalogued = statusesOf(entry);
          remember(entry, status);
          if (catalogued.includes(status)) continue;
          context.report({
            message: `${operation.node.operationId} answers ${schemaName(entry)} with ${status}, but the catalogue knows it with ${catalogued.join(', ')} only. Move it, or add ${status} to its \`x-status-code.http\`.`,
            location: entry.location.child(['x-status-code', 'http']),
          });
        } else if (status >= 400) {
          report(
            context,
            `An error answer carries ${schemaName(schema)}, which is not in the error catalogue. Use an entry of common/errors.yaml.`,
            answer.location.key(),
          );
        }
      }
    }
  });
  return {
    ...visitor,
    Schema: {
      leave(node, { location }) {
        if ('x-status-code' in node) remember({ node, location });
      },
    },
    Root: {
      ...visitor.Root,
      leave(_, context: Context) {
        for (const { entry, used } of entries.values()) {
          for (const status of statusesOf(entry)) {
            if (used.has(status)) continue;
            context.report({
              message: `No operation answers ${schemaName(entry)} with ${status}. Take ${status} out of its \`x-status-code.http\`, or document the answer.`,
              location: entry.location.child(['x-status-code', 'http']),
            });
          }
        }
      },
    },
  };
};
