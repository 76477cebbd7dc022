// The one class of errors of this client, with a literal code for each way in which a call can fail.

import { type ClientOperation, errors, type operations } from '../../generated/client-facts.ts';
import type { operations as ContractOperations, components } from '../../generated/types.ts';
import type { SignatureFault } from './signature.ts';

/** Every operation that answers in JSON; the payer's page is for browsers and not among them. */
export type OperationName = keyof typeof operations;

export type ErrorName = keyof typeof errors;
type ErrorDetails = components['schemas']['ErrorDetails'];

/** Why the state of a payment forbids what was asked. */
export type StateReason = NonNullable<ErrorDetails['reason']>;

/** Why an answer cannot be used although it came. */
export type AnswerFault =
  | SignatureFault
  | 'not_json'
  | 'undocumented'
  | 'other_payment'
  | 'test_mode_with_live_token';

/** The literals by which errors are told apart. */
export interface ErrorFacts {
  code: number | string;
  type: string;
  status: number | undefined;
  details: unknown;
}

/** Failures of the way to the gateway and back: they say nothing about the payment. */
export type TransportFacts =
  | {
      code: 'network' | 'timeout' | 'aborted';
      type: 'transport_error';
      status: undefined;
      details: undefined;
    }
  | {
      /** `unreadable`: not JSON of the API. `untrusted`: its signature fails. `unexpected`: breaks the contract. */
      code: 'unreadable' | 'untrusted' | 'unexpected';
      type: 'transport_error';
      status: undefined;
      details: { fault: AnswerFault; httpStatus: number; body?: unknown };
    };

type Responses<Op extends OperationName> = ContractOperations[Op]['responses'];
type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never;

/** `details` as far as the contract promises them: the fields of a validation, the reason of a state. */
type DetailsOf<Body> = Body extends { error: { details: { validation: unknown } } }
  ? { validation: Readonly<Record<string, readonly string[]>> }
  : Body extends { error: { details: { reason: unknown } } }
    ? { reason: StateReason }
    : ErrorDetails | undefined;

type FactsOf<Status, Body> = Body extends components['schemas']['ErrorResponse']
  ? {
      code: Body['error']['code'];
      type: NonNullable<Body['error']['type']>;
      status: Status;
      details: DetailsOf<Body>;
    }
  : never;

type Distribute<Facts> = Facts extends ErrorFacts ? IranDargahError<Facts> : never;

/** The statuses of errors that the contract documents for an operation. */
export type ErrorStatus<Op extends OperationName> = Exclude<keyof Responses<Op> & number, 200 | 201>;

/** The errors of the gateway that an operation may answer with one status. */
export type ApiErrorAt<Op extends OperationName, Status extends ErrorStatus<Op>> = Distribute<
  FactsOf<Status, JsonOf<Responses<Op>[Status]>>
>;

/** The errors of the gateway that an operation may answer. */
export type ApiErrorOf<Op extends OperationName> = {
  [Status in ErrorStatus<Op>]: ApiErrorAt<Op, Status>;
}[ErrorStatus<Op>];

export type TransportError = Distribute<TransportFacts>;

/** Everything that can go wrong with an operation: switch over `code`, and the compiler sees to it that none is missing. */
export type ErrorOf<Op extends OperationName> = ApiErrorOf<Op> | TransportError;

/** The call that failed. */
export interface FailedCall {
  name: OperationName;
  operation: ClientOperation;
  idempotencyKey?: string;
}

/** What is known about a failure beside its literals. */
interface Trace {
  requestId?: string;
  persian?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

/** One failed call: `code` is a number of the gateway's catalogue, or a word for a failure on the way. */
export class IranDargahError<Facts extends ErrorFacts = ErrorFacts> extends Error {
  declare readonly code: Facts['code'];
  declare readonly type: Facts['type'];
  /** The HTTP status of a documented error; undefined for failures on the way. */
  declare readonly status: Facts['status'];
  declare readonly details: Facts['details'];
  declare readonly operation: OperationName;
  /** The gateway's own message in Persian, fit to be shown to a person. */
  declare readonly persian?: string;
  /** Quote it when you ask the support. */
  declare readonly requestId?: string;
  /** Repeat the call with this key and the same body: it cannot act twice. */
  declare readonly idempotencyKey?: string;
  /** How long the gateway asks to wait, in milliseconds. */
  declare readonly retryAfterMs?: number;
  /** Whether the gateway may have done what was asked although the call failed. */
  declare readonly mayHaveActed: boolean;

  constructor(call: FailedCall, label: string, advice: string, acted: boolean, facts: Facts & Trace) {
    super(`${call.name}: ${label}. ${advice}`);
    const { name: operation, idempotencyKey } = call;
    const mayHaveActed = acted && call.operation.method !== 'GET';
    Object.assign(this, facts, { name: 'IranDargahError', operation, idempotencyKey, mayHaveActed });
  }
}

/** Something from outside that does not prove what it claims; `reason` says why, and nothing more is known of it. */
export class Refusal<Reason extends string> extends Error {
  readonly reason: Reason;
  constructor(name: string, reason: Reason, advice: string) {
    super(`${name}: ${reason}. ${advice}`);
    this.name = name;
    this.reason = reason;
  }
}

/** Says that the client was set up or used wrongly; thrown before anything is sent. */
export class ConfigurationError extends Error {}

const lost = 'No answer came: repeat it with the same idempotency key, or look up what became of it.';

const transportAdvice: Record<TransportFacts['code'], string> = {
  network: lost,
  timeout: lost,
  aborted: 'You aborted it.',
  unreadable: 'The answer is not JSON of the gateway: look for a proxy or an error page in between.',
  untrusted: 'The signature of the answer fails: check secretKey and the clock of this server.',
  unexpected: 'The answer breaks the contract: ask the support.',
};

/**
 * Makes the error of a failure on the way, with what to do about it.
 * @param sent false when nothing has left this machine.
 */
export function transportError(
  call: FailedCall,
  code: TransportFacts['code'],
  trace: Trace & { details?: { fault: AnswerFault; httpStatus: number; body?: unknown } },
  sent = true,
): TransportError {
  const { details } = trace;
  const label = details ? `${code} (${details.fault}, HTTP ${details.httpStatus})` : code;
  const facts = { details, ...trace, code, type: 'transport_error', status: undefined } as const;
  return new IranDargahError(call, label, transportAdvice[code], sent, facts) as TransportError;
}

/** Makes the error of a documented answer, with what the catalogue advises. */
export function apiError(
  call: FailedCall,
  name: ErrorName,
  trace: Trace & { status: number; details: unknown },
): IranDargahError {
  const { code, type, advice } = errors[name];
  const label = `${name} (${code}, HTTP ${trace.status})`;
  return new IranDargahError(call, label, advice, trace.status >= 500, { ...trace, code, type });
}
