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
  /** The code of the error, if it failed. */
  code?: number | string;
  requestId?: string;
  requestHeaders: Record<string, string>;
  request?: unknown;
  response?: unknown;
}

const sensitive: readonly string[] = sensitiveNames;

/** A copy of a JSON value, or of an object of headers, in which every sensitive field is `[redacted]`. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      sensitive.includes(name.toLowerCase()) ? '[redacted]' : redact(inner),
    ]),
  );
}
