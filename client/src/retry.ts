// Decides whether a failed attempt may be repeated, and after which pause.
import { type ClientOperation, errors } from '../../generated/client-facts.ts';
import type { ErrorFacts, IranDargahError } from './errors.ts';

const firstPauseMs = 250;

/** Whether sending the same bytes again can never act twice: it only reads, or its idempotency key is documented. */
function isRepeatable(operation: ClientOperation): boolean {
  return operation.method === 'GET' || (operation.idempotencyKey === true && !operation.undocumented);
}

const passingWords: readonly unknown[] = ['network', 'timeout', 'unreadable', 'untrusted'];
const passingCodes: readonly unknown[] = Object.values(errors).flatMap((error) =>
  'mayHaveActed' in error ? error.code : [],
);

/**
 * Whether the failure may pass by itself (docs/decisions/0064): the way, the gateway or its bank broke down. The HTTP
 * status is asked only where there is no code that would tell.
 */
function isTransient({ code, status, details }: IranDargahError<ErrorFacts>): boolean {
  if (passingWords.includes(code) || passingCodes.includes(code)) return true;
  const came = status ?? (details as { httpStatus?: number } | undefined)?.httpStatus ?? 0;
  return (code === 'unknown_code' || code === 'unexpected') && came >= 500;
}

/**
 * The pause before the next attempt.
 * @param attempt the attempt that failed, counted from 1.
 * @param random a number from 0 to 1, so that many clients do not come back at the same moment.
 * @returns milliseconds, or undefined when the failure is final for this call.
 */
export function retryDelayMs(
  error: IranDargahError<ErrorFacts>,
  operation: ClientOperation,
  attempt: number,
  limits: { retries: number; maxRetryDelayMs: number },
  random: number,
): number | undefined {
  if (attempt > limits.retries) return undefined;
  const limited = error.code === errors.ErrorRateLimited.code;
  // A refusal by the rate limit has had no effect, so any operation may be repeated after it.
  if (!limited && !(isRepeatable(operation) && isTransient(error))) return undefined;
  if (error.retryAfterMs !== undefined) {
    if (error.retryAfterMs > limits.maxRetryDelayMs) return undefined;
    return error.retryAfterMs + firstPauseMs * random;
  }
  return Math.min(limits.maxRetryDelayMs, firstPauseMs * 2 ** (attempt - 1) * (0.5 + random));
}
