// The return of a payer to the shop: reads what the browser brings, judges it, and tells the model.
import type { Finding } from '../judge/finding.ts';
import type { StagedPayment } from '../plan/scenarios/stage.ts';
import type { Session } from '../run/session.ts';
import type { SandboxCallback } from '../targets/target.ts';
import { judgeCallback } from './judge.ts';

/** A form carries nothing but texts. */
const textsOf = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** What a callback carries, without the shop's own query. */
function carried({ method, url, fields }: SandboxCallback, own: string): Record<string, string> {
  if (method !== 'GET' || !URL.canParse(url)) return textsOf(fields);
  const names = new Set(URL.canParse(own) ? new URL(own).searchParams.keys() : []);
  return Object.fromEntries(
    [...new URL(url).searchParams].filter(([name]) => !names.has(name) || name in fields),
  );
}

/**
 * Judges a callback, by itself and after all that has happened to its payment.
 * @param example what it is to be like, when it is known how the payment ended
 * @param own the shop's own address, when it has a query
 */
export function judgeReturn(
  { model, target }: Pick<Session, 'model' | 'target'>,
  { by }: Pick<StagedPayment, 'by'>,
  callback: SandboxCallback,
  example?: Record<string, unknown>,
  own = '',
): Finding[] {
  const fields = carried(callback, own);
  const now = target.now(by.token);
  return [
    ...judgeCallback(fields, example),
    ...model.happens({ kind: 'callback', ...callback, fields, at: { from: now, to: now } }),
  ];
}
