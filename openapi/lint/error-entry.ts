// Reads an entry of the error catalogue: a schema which narrows the common envelope to one code.
import { followChild, followItems, type Tree } from './follow.ts';
import type { Context, Placed } from './redocly.ts';

/** The literals of an entry; undefined where the schema leaves a value open. */
export interface ErrorLiterals {
  code?: unknown;
  type?: unknown;
  message?: unknown;
  statusCode?: unknown;
}

/** The name of a schema is the last segment of its place, in whichever file that is. */
export function schemaName({ location }: Placed<Tree>): string {
  return location.pointer.split('/').at(-1) ?? '';
}

/** Whether a schema claims to be an entry of the error catalogue. */
export function isErrorEntry(schema: Placed<Tree>): boolean {
  return 'x-status-code' in schema.node && schemaName(schema).startsWith('Error');
}

/** Collects the literals from the members of `allOf`. */
export function errorLiterals(context: Context, schema: Placed<Tree>): ErrorLiterals {
  const literals: ErrorLiterals = {};
  for (const member of followItems(context, schema, 'allOf')) {
    const properties = followChild(context, member, 'properties');
    const error = properties && followChild(context, properties, 'error');
    const { code, type, message } = error?.node.properties ?? {};
    literals.code ??= code?.const;
    literals.type ??= type?.const;
    literals.message ??= message?.const;
    literals.statusCode ??= properties?.node.status_code?.const;
  }
  return literals;
}
