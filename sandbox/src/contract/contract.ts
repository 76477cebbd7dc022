// The contract as a terminal speaks it: what dialects may change, for the standard one and for each set of dialects.

import type { Sendings } from '../../../foundation/dialects/sendings.ts';
import {
  callbackMessages,
  type ErrorName,
  errors,
  idempotency,
  type OperationId,
  operations,
  paymentLifecycle,
} from '../../../generated/facts.ts';
import type { PaymentState } from '../storage/schema.ts';
import { type Document, document } from './document.ts';
import { lazyValidators, type Validators } from './validators.ts';

interface ErrorRule {
  code: number;
  type: string;
  message: string;
  http: readonly number[];
}

export interface OperationRule {
  idempotencyKey: string;
  successStatus: number;
  successMessage: unknown;
  successCode: unknown;
}

interface StateRule {
  /** The public status. */
  status: string;
  /** The code of the callback, where there is one. */
  callback?: number;
}

/** The parts of the facts that a contract is made of. */
export interface Rules {
  document: Document;
  errors: Record<ErrorName, ErrorRule>;
  operations: Record<OperationId, OperationRule>;
  states: Record<PaymentState, StateRule>;
  callbackMessages: Record<string, string>;
  /** The errors that decide nothing and are therefore never stored or replayed (docs/decisions/0072). */
  notReplayed: readonly ErrorName[];
}

export interface Contract extends Rules {
  /** The names of the dialects; none for the standard contract. */
  dialects: readonly string[];
  /** The validators of every operation, each compiled when it is first asked for. */
  validators: Validators;
  /** The success of each operation: its status, and what stands between data and time. */
  envelopes: Record<OperationId, { status: number; constants: string }>;
  /** Whether an answer of this status is signed, where answers are signed at all. */
  isSigned: (operation: OperationId, status: number) => boolean;
  /** What is sent otherwise than the sandbox made it; undefined when nothing is. */
  sendings: Sendings | undefined;
}

/** Message and status_code stand only where the operation documents them. */
function constantsOf({ successMessage: message, successCode: status_code }: OperationRule): string {
  const present = Object.entries({ message, status_code }).filter(([, value]) => value !== null);
  return present.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`).join('');
}

/** Makes a contract of its rules; what every answer needs is written once. */
export function contractFrom(
  rules: Rules,
  { dialects, isSigned, sendings }: Pick<Contract, 'dialects' | 'isSigned' | 'sendings'>,
): Contract {
  const envelopes = Object.fromEntries(
    Object.entries(rules.operations).map(([id, rule]) => [
      id,
      // Writing the same Persian message as JSON for each answer would cost more than its data.
      { status: rule.successStatus, constants: constantsOf(rule) },
    ]),
  ) as Contract['envelopes'];
  return { ...rules, dialects, isSigned, sendings, envelopes, validators: lazyValidators(rules.document) };
}

/** The contract without any dialect, from the facts that were generated of it. */
export const standardContract = contractFrom(
  {
    document,
    errors,
    operations,
    states: paymentLifecycle.states,
    callbackMessages,
    notReplayed: idempotency.not_replayed,
  },
  { dialects: [], isSigned: () => true, sendings: undefined },
);

/** The states that show a public status. */
export function statesShowing({ states }: Pick<Contract, 'states'>, status: string): PaymentState[] {
  return (Object.keys(states) as PaymentState[]).filter((state) => states[state].status === status);
}
