// The log: JSON lines by pino, in which secrets, mobile and card numbers never stand.
import { type Logger, type LoggerOptions, pino } from 'pino';
import { idempotency, sensitiveFields, signing } from '../../generated/facts.ts';
import { withoutTokens } from './terminals/tokens-in-text.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

const secretHeaders = [
  'authorization',
  'cookie',
  'x-api-key',
  'x-api-token',
  idempotency.header,
  idempotency.alias,
  signing.request.signature_header,
].map((name) => name.toLowerCase());

/** The names that are redacted wherever they stand, at the top or one or two levels below. */
const secretNames = [...sensitiveFields, 'token', 'secret_key', 'secretKey', 'signature', ...secretHeaders];

const redact = secretNames.flatMap((name) => {
  const key = /^\w+$/.test(name) ? `.${name}` : `["${name}"]`;
  return [key.startsWith('.') ? name : key, `*${key}`, `*.*${key}`];
});

/** Runs of digits that may be card or mobile numbers, in whatever text they come. */
const numbers = /(?<![0-9A-Za-z])(?:\+|00)?[0-9]{11,19}(?![0-9A-Za-z])/g;

/** @returns the text with such numbers, and with tokens, blotted out. */
function withoutNumbers(text: string): string {
  return withoutTokens(text, '[token]').replaceAll(numbers, '[number]');
}

/** @param destination where the lines go; the standard error output when it is not given. */
export function createLogger(
  level: LogLevel,
  destination: { write: (line: string) => void } = process.stderr,
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: redact, censor: '[redacted]' },
    serializers: {
      err: (error: Error) => {
        const { type, message, stack, ...rest } = pino.stdSerializers.err(error);
        const { code } = rest as { code?: unknown };
        return { type, message: withoutNumbers(message), stack: withoutNumbers(stack), code };
      },
    },
  };
  return pino(options, destination);
}
