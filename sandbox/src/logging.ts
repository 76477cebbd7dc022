// The log: JSON lines by pino, in which secrets, mobile and card numbers never stand.
import { type Logger, type LoggerOptions, pino } from 'pino';
import { withoutConfidential } from './core/confidential.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

const withoutNumbers = (text: string) => withoutConfidential(text) as string;

/** @param destination where the lines go; the standard error output when it is not given. */
export function createLogger(
  level: LogLevel,
  destination: { write: (line: string) => void } = process.stderr,
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    formatters: {
      // An error has a serializer of its own, below.
      log: ({ err, ...rest }) => ({
        ...(withoutConfidential(rest) as object),
        ...(err === undefined ? {} : { err }),
      }),
    },
    hooks: {
      logMethod(parts, method) {
        const safe = parts.map((part) => (typeof part === 'string' ? withoutNumbers(part) : part));
        method.apply(this, safe as typeof parts);
      },
    },
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
