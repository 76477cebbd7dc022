// The dialects: the gateway as it might also be, each an overlay on the contract and what it sends otherwise.
import { readFileSync } from 'node:fs';
import type { ErrorName, OperationId, PaymentState, WebhookEvent } from '../../generated/facts.ts';
import type { OverlayAction } from '../reader/overlay.ts';

/** What a selected value becomes; `text` is a number in digits, `error` makes the whole answer that error. */
export type Change =
  | 'absent'
  | 'text'
  | { value: unknown }
  | { add: Record<string, unknown> }
  | { error: ErrorName };

/** Something that is sent otherwise, where a rule of the contract cannot say it. */
export interface Sending {
  to: 'answer' | 'callback' | 'event';
  /** Only the successes of these operations. */
  operations?: OperationId[];
  /** Only these errors, of whichever operation. */
  errors?: ErrorName[];
  /** Only these events. */
  events?: WebhookEvent[];
  /** Only the callbacks of payments in these states. */
  states?: PaymentState[];
  /** JSONPath into what is sent. */
  at: string;
  /** Only values that equal this one. */
  where?: unknown;
  as: Change;
}

export interface Dialect {
  overlay: '1.0.0';
  info: { title: string; version: string };
  'x-dialect': {
    /** The decisions that a gateway of this dialect takes otherwise. */
    decisions: number[];
    summary: { en: string; fa: string };
    /** Lines of the page that it contradicts: it is a later version, and no other reading. */
    contradicts?: string[];
    /** Dialects that it is made of; they come first. */
    includes?: string[];
    sends?: Sending[];
  };
  actions: OverlayAction[];
}

export type Dialects = Record<string, Dialect>;

const file = new URL('../../generated/dialects.json', import.meta.url);

let known: Dialects | undefined;

/** Every dialect by its name; read when it is first asked for, since most sandboxes speak none. */
export function allDialects(): Dialects {
  known ??= JSON.parse(readFileSync(file, 'utf8')) as Dialects;
  return known;
}

const decisionsFile = new URL('../../generated/dialect-decisions.json', import.meta.url);

/** A decision that some dialect takes otherwise, for people. */
export interface DialectDecision {
  title: { en: string; fa: string };
  summary: { en: string; fa: string };
}

let decided: Record<string, DialectDecision> | undefined;

/** The decisions that the dialects name, by their numbers. */
export function decisionsOfDialects(): Record<string, DialectDecision> {
  decided ??= JSON.parse(readFileSync(decisionsFile, 'utf8')) as Record<string, DialectDecision>;
  return decided;
}

/** Says that there is no dialect of a name, and which there are. */
export class UnknownDialect extends Error {
  constructor(name: string, dialects: Dialects) {
    super(`There is no dialect "${name}". There are ${Object.keys(dialects).join(', ')}.`);
    this.name = 'UnknownDialect';
  }
}

/**
 * The dialects that a list of names stands for, in the order in which they are spoken: those that one is made of
 * come before it, and none comes twice.
 * @throws UnknownDialect
 */
export function expanded(names: readonly string[], dialects: Dialects = allDialects()): Dialect[] {
  const found = new Map<string, Dialect>();
  const begun = new Set<string>();
  const add = (name: string) => {
    const dialect = Object.hasOwn(dialects, name) ? dialects[name] : undefined;
    if (!dialect) throw new UnknownDialect(name, dialects);
    if (begun.has(name)) return;
    begun.add(name);
    for (const part of dialect['x-dialect'].includes ?? []) add(part);
    found.set(name, dialect);
  };
  for (const name of names) add(name);
  return [...found.values()];
}

/** What is sent otherwise in these dialects, in its order. @throws UnknownDialect */
export function sendingsOf(names: readonly string[], dialects: Dialects = allDialects()): Sending[] {
  return expanded(names, dialects).flatMap((dialect) => dialect['x-dialect'].sends ?? []);
}
