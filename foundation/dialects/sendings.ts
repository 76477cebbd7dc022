// Changes what is sent as the dialects say, before it is signed and stored: answers, callbacks and events.
import { isDeepStrictEqual } from 'node:util';
import type { ErrorName, OperationId, PaymentState, WebhookEvent } from '../../generated/facts.ts';
import { isObject, type Path, pathsOf, removeAt, valueAt } from '../reader/overlay.ts';
import type { Sending } from './catalogue.ts';

export interface Sendings {
  /** The body of a success as it is sent, or the error that is answered in its place. */
  success: (operation: OperationId, body: unknown) => { body: unknown } | { error: ErrorName };
  failure: (name: ErrorName, body: unknown) => unknown;
  callback: (state: PaymentState, fields: Record<string, string>) => Record<string, string>;
  /** The body of an event without its signature, which covers the data as they then are. */
  event: <Body extends object>(event: WebhookEvent, body: Body) => Body;
}

/** The places at which a sending finds what it changes, the last first, so that taking one out moves no other. */
function placesOf(body: unknown, sending: Sending): Path[] {
  return pathsOf(body, sending.at)
    .filter((path) => !('where' in sending) || isDeepStrictEqual(valueAt(body, path), sending.where))
    .reverse();
}

function put(body: unknown, path: Path, value: unknown): void {
  const parent = valueAt(body, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1) as string | number] = value;
}

function change(body: unknown, path: Path, as: Sending['as']): void {
  const value = valueAt(body, path);
  if (as === 'absent') removeAt(body, path);
  else if (as === 'text') {
    if (typeof value === 'number') put(body, path, String(value));
  } else if ('value' in as) put(body, path, as.value);
  else if ('add' in as && isObject(value)) Object.assign(value, structuredClone(as.add));
}

/** @returns a changed copy. */
function changed<Body>(body: Body, sendings: readonly Sending[]): Body {
  if (sendings.length === 0) return body;
  const copy = structuredClone(body);
  for (const sending of sendings) {
    for (const path of placesOf(copy, sending)) change(copy, path, sending.as);
  }
  return copy;
}

const becomesError = ({ as }: Sending): boolean => typeof as === 'object' && 'error' in as;

/** @returns undefined when the dialects send nothing otherwise. */
export function sendingsFrom(all: readonly Sending[]): Sendings | undefined {
  if (all.length === 0) return undefined;
  const [answers, callbacks, events] = (['answer', 'callback', 'event'] as const).map((to) =>
    all.filter((sending) => sending.to === to),
  ) as [Sending[], Sending[], Sending[]];
  return {
    success: (operation, body) => {
      const own = answers.filter(
        ({ operations, errors }) => !errors && (operations?.includes(operation) ?? true),
      );
      // Whether it is an error at all is asked of what the gateway knows, not of how it would say it.
      for (const sending of own.filter(becomesError)) {
        if (placesOf(body, sending).length > 0) return sending.as as { error: ErrorName };
      }
      return { body: changed(body, own) };
    },
    failure: (name, body) =>
      changed(
        body,
        answers.filter(({ operations, errors }) => !operations && (errors?.includes(name) ?? true)),
      ),
    callback: (state, fields) =>
      changed(
        fields,
        callbacks.filter(({ states }) => states?.includes(state) ?? true),
      ),
    event: (event, body) =>
      changed(
        body,
        events.filter(({ events: only }) => only?.includes(event) ?? true),
      ),
  };
}
