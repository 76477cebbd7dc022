// Tells the merchant what happened: logs without secrets, and warnings once each.
import { headers, tokenPrefixes } from '../../generated/client-facts.ts';
import type { Question } from './answer.ts';
import { parseJson } from './json.ts';
import { redact } from './log.ts';
import type { Settings } from './options.ts';
import type { Attempt, Outgoing } from './transport.ts';

/** Called after every attempt. */
export type Report = (
  attempt: Attempt & { number: number; durationMs: number },
  question: Question,
  request: Outgoing,
) => void;

/** A hook must never turn a payment that was made into a failure, so whatever it throws is dropped. */
function call(hook: () => void): void {
  try {
    hook();
  } catch {}
}

export function createReport({ token, onLog, onWarning, onTokenDeprecated }: Settings): Report {
  const told = new Set<string>();
  const once = (what: string, hook: () => void) => {
    if (told.has(what)) return;
    told.add(what);
    call(hook);
  };

  return ({ reading, answer, number, durationMs }, { operation, name, fields }, request) => {
    if (answer?.headers.get(headers.tokenDeprecated) === 'true') {
      const expiresAt = answer.headers.get(headers.tokenDeprecatedExpiresAt) ?? undefined;
      once('token', () => {
        if (onTokenDeprecated) onTokenDeprecated({ expiresAt });
        else onWarning(`The token was rotated away and ends at ${expiresAt}: use the new one.`);
      });
    }
    if ('body' in reading && answer && answer.status !== operation.successStatus) {
      const message = `${name} succeeded with HTTP ${answer.status}, which is not documented.`;
      once(message, () => onWarning(message));
    }
    const live = token.startsWith(tokenPrefixes.production);
    if (live && /^http:/.test(String(fields?.callback_url))) {
      once('callback', () => onWarning('callback_url begins with http://: the payer returns unprotected.'));
    }
    if (!onLog) return;
    const error = 'error' in reading ? reading.error : undefined;
    call(() =>
      onLog({
        operation: name,
        attempt: number,
        method: request.method,
        path: request.path,
        durationMs,
        status: answer?.status,
        code: error?.gatewayCode ?? error?.code,
        requestId: error?.requestId,
        requestHeaders: redact(request.headers) as Record<string, string>,
        request: redact(fields),
        response: redact(answer && parseJson(answer.text)),
      }),
    );
  };
}
