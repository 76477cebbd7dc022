// One way in which an answer is not as the contract has it, in words for a person, with the rule that says so.
import type { Basis } from '../../../foundation/reader/basis.ts';
import { sensitiveFields } from '../contract/facts.ts';
import type { Evidence } from './exchange.ts';

export interface Finding {
  /** JSON pointer into the answer: `/status`, `/headers/Retry-After`, `/body/data/transaction/amount`. */
  at: string;
  expected: string;
  got: string;
  /** JSON pointer into the bundle, to the broken rule. */
  rule: string;
  /** File and line of the rule, when it stands outside the bundle. */
  place?: string;
  /** What the rule rests on, where no mark in the contract can say it; otherwise the mark at the rule counts. */
  basis?: Basis;
  /** What was added, when that is all: `field trace_id`. The contract lets anybody add it. */
  addition?: string;
  /** What findings of one kind have in common, when they are one whatever rule each of them breaks. */
  kind?: string;
  /** The exchange in which it was found. */
  evidence?: Evidence;
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
