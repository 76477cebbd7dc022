// What every judge is given, and what it finds.
import { type OperationId, operations } from '../../../generated/facts.ts';
import type { Target } from './stage.ts';

export type { Target } from './stage.ts';

/** Something that a judge holds against a gateway. */
export interface JudgeFailure {
  operation: OperationId | undefined;
  /** What was tried: the check of Schemathesis, the scenario of Specmatic. */
  check: string;
  /** The status that was answered; undefined when none came, or when it is not about one. */
  status: number | undefined;
  /** In the judge's own words. */
  message: string;
}

export interface Judgement {
  /** Each kind of failure once. */
  failures: JudgeFailure[];
  /** How many requests or scenarios were tried. */
  tried: number;
  /** What the judge printed, for people. */
  output: string;
}

export interface JudgeOptions {
  /** Of our exceptions none is made, to see that each is still needed. */
  withoutExceptions?: boolean;
  /** The largest amount that the target takes, in rials; that of the sandbox when not given. */
  maximum?: number;
  /** Milliseconds after which the judge is stopped; that is an error. */
  timeout?: number;
}

/** A judge: it tries a gateway, and says what is wrong. @throws Error with its words when it could not judge. */
export type Judge<Options extends JudgeOptions> = (target: Target, options?: Options) => Promise<Judgement>;

/** @param label method and path, as in `POST /v2/payments`; names of path parameters do not matter. */
export function operationOf(label: string): OperationId | undefined {
  const plain = (text: string) => text.replace(/[{(][^})]*[})]/g, '{}');
  const found = Object.entries(operations).find(
    ([, { method, path }]) => plain(`${method} ${path}`) === plain(label),
  );
  return found?.[0] as OperationId | undefined;
}

/** Leaves each failure once. */
export function distinct(failures: JudgeFailure[]): JudgeFailure[] {
  const key = ({ operation, check, status }: JudgeFailure) => `${operation} ${check} ${status}`;
  return [...new Map(failures.map((failure) => [key(failure), failure])).values()];
}
