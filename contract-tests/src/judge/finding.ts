// One way in which an answer breaks the contract, in words for a person, with the rule that is broken.
import { sensitiveFields } from '../../../generated/facts.ts';

export interface Finding {
  /** JSON pointer into the answer: `/status`, `/headers/Retry-After`, `/body/data/transaction/amount`. */
  at: string;
  expected: string;
  got: string;
  /** JSON pointer into the bundle, to the broken rule. */
  rule: string;
  /** File and line of the rule, when it stands outside the bundle. */
  place?: string;
}

/** A finding with the exchange that it was made in; what reports show. */
export interface Violation {
  operation: string;
  /** The example that was replayed, or the rule that the request broke on purpose. */
  example: string;
  at: string;
  expected: string;
  got: string;
  /** File and line in openapi/. */
  place: string;
  /** What to type to repeat this one alone. */
  repeat?: string;
}

const longest = 160;
const sensitive = new Set<string>([...sensitiveFields, 'signature']);

/** A value as a report shows it: JSON, cut to a readable length, with sensitive fields blacked out. */
export function shown(value: unknown, pointer = ''): string {
  if (value === undefined) return 'nothing';
  if (sensitive.has(pointer.split('/').at(-1) ?? '') && typeof value === 'string') {
    return `(${value.length} characters, not shown)`;
  }
  const text = JSON.stringify(value, (key, inner) => (sensitive.has(key) ? '(not shown)' : inner));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The value at a JSON pointer, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let found = document;
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return found;
}
