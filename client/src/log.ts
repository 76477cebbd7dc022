// What a log may know about a call: everything but secrets and what belongs to the payer.
import { sensitiveNames } from '../../generated/client-facts.ts';
import type { OperationName } from './errors.ts';

/** One attempt of a call, safe to be written down. */
export interface LogEntry {
  operation: OperationName;
  /** Counted from 1. */
  attempt: number;
  method: string;
  path: string;
  durationMs: number;
  /** The HTTP status, if an answer came. */
  status?: number;
  /** The gateway's code of the error, or the word for it, if it failed. */
  code?: number | string;
  requestId?: string;
  requestHeaders: Record<string, string>;
  request?: unknown;
  response?: unknown;
}

const sensitive: readonly string[] = sensitiveNames;

/** Deeper than any answer of the gateway; what lies below is not worth a crash of the log. */
const deepest = 64;

/** A copy of a JSON value, or of an object of headers, in which every sensitive field is `[redacted]`. */
export function redact(value: unknown): unknown {
  return redactTo(value, deepest);
}

function redactTo(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return '[too deep]';
  if (Array.isArray(value)) return value.map((inner) => redactTo(inner, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      sensitive.includes(name.toLowerCase()) ? '[redacted]' : redactTo(inner, levels - 1),
    ]),
  );
}
