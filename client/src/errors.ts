// The one class of errors of this client, with a literal code for each way in which a call can fail.

import { type ClientOperation, errors, type operations } from '../../generated/client-facts.ts';
import type { components } from '../../generated/types.ts';
import { OwnError } from './own-error.ts';
import type { SignatureFault } from './signature-fault.ts';

/** Every operation that answers in JSON; the payer's page is for browsers and not among them. */
export type OperationName = keyof typeof operations;

export type ErrorName = keyof typeof errors;

type ContractDetails = components['schemas']['ErrorDetails'];

/** Why the state of a payment forbids what was asked; there may be other words tomorrow. */
export type StateReason = NonNullable<ContractDetails['reason']> | (string & {});

/** More about an error, as far as the gateway gave it: nothing of it is promised. */
export type ErrorDetails = { validation?: ContractDetails['validation']; reason?: StateReason } | undefined;

/** Why an answer cannot be used although it came. */
export type AnswerFault =
  | SignatureFault
  | 'not_json'
  | 'too_large'
  | 'undocumented'
  | 'unproven'
  | 'other_payment'
  | 'other_request'
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
      /** `unreadable`: no JSON object, or too large. `untrusted`: its signature fails. `unexpected`: cannot be what it claims. */
      code: 'unreadable' | 'untrusted' | 'unexpected';
      type: 'transport_error';
      status: undefined;
      details: { fault: AnswerFault; httpStatus: number; body?: unknown };
    };

/** An error of the gateway by its name in the catalogue. */
type FactsOf<Name extends ErrorName> = {
  code: (typeof errors)[Name]['code'];
  type: (typeof errors)[Name]['type'];
  /** As it came: what it is for a code is an assumption, so decide by the code (docs/decisions/0081). */
  status: number;
  details: ErrorDetails;
};

/** A code that the operation does not document; `gatewayCode` has the number. */
interface UnknownCodeFacts {
  code: 'unknown_code';
  type: 'unknown_error';
  status: number;
  details: ErrorDetails;
}

type Distribute<Facts> = Facts extends ErrorFacts ? IranDargahError<Facts> : never;
type DistributeNames<Name> = Name extends ErrorName ? IranDargahError<FactsOf<Name>> : never;

export type UnknownCodeError = IranDargahError<UnknownCodeFacts>;

/** The errors of the gateway that an operation may answer, and one for every code that nobody knows yet. */
export type ApiErrorOf<Op extends OperationName> =
  | DistributeNames<(typeof operations)[Op]['errors'][number]>
  | UnknownCodeError;

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
  gatewayCode?: number;
  requestId?: string;
  persian?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

/** One failed call: `code` is a number of the gateway's catalogue, or a word for everything that is in no catalogue. */
export class IranDargahError<Facts extends ErrorFacts = ErrorFacts> extends OwnError {
  protected static override readonly kind = 'IranDargahError';
  declare readonly code: Facts['code'];
  declare readonly type: Facts['type'];
  /** The HTTP status of an error of the gateway, as it came; undefined for failures on the way. */
  declare readonly status: Facts['status'];
  declare readonly details: Facts['details'];
  declare readonly operation: OperationName;
  /** The number that the gateway gave, also one that this version does not know. */
  declare readonly gatewayCode?: number;
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
    Object.assign(this, facts, { operation, idempotencyKey, mayHaveActed });
  }
}

/** Something from outside that does not prove what it claims; `reason` says why, and nothing more is known of it. */
export abstract class Refusal<Reason extends string> extends OwnError {
  declare readonly reason: Reason;
  constructor(reason: Reason, advice: string) {
    super(`${new.target.kind}: ${reason}. ${advice}`);
    this.reason = reason;
  }
}

/** Says that the client was set up or used wrongly; thrown before anything is sent. */
export class ConfigurationError extends OwnError {
  protected static override readonly kind = 'ConfigurationError';
}

const lost = 'No answer came: repeat it with the same idempotency key, or look up what became of it.';

const transportAdvice: Record<TransportFacts['code'], string> = {
  network: lost,
  timeout: lost,
  aborted: 'You aborted it.',
  unreadable: 'The answer is not JSON of the gateway: look for a proxy or an error page in between.',
  untrusted: 'The signature of the answer fails: check that secretKey is that of this terminal.',
  unexpected: 'The answer cannot be what it claims to be: look the payment up, and ask the support.',
};

/** What to do about faults for which their code does not tell it. */
const faultAdvice: { [Fault in AnswerFault]?: string } = {
  too_large:
    'Reading ended at maxAnswerBytes, counted after unpacking: no answer of the gateway is as large.',
  timestamp_outside_tolerance: 'It is too old, or the clock of this server is off: set it by NTP.',
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
  const advice = (details && faultAdvice[details.fault]) ?? transportAdvice[code];
  return new IranDargahError(call, label, advice, sent, facts) as TransportError;
}

interface ApiTrace extends Trace {
  status: number;
  gatewayCode: number;
  details: ErrorDetails;
}

/** Makes the error of an answer with a code of the catalogue, with what the catalogue advises. */
export function apiError(call: FailedCall, name: ErrorName, trace: ApiTrace): IranDargahError {
  const { code, type, advice } = errors[name];
  const label = `${name} (${code}, HTTP ${trace.status})`;
  return new IranDargahError(call, label, advice, 'mayHaveActed' in errors[name], { ...trace, code, type });
}

/**
 * Makes the error of an answer with a code that the operation does not document: nothing is known of what it did.
 * @param type as the gateway gave it.
 */
export function unknownCodeError(
  call: FailedCall,
  type: string | undefined,
  trace: ApiTrace,
): UnknownCodeError {
  const label = `unknown_code (${trace.gatewayCode}${type ? `, ${type}` : ''}, HTTP ${trace.status})`;
  const advice = 'This client does not know the code: look up what became of the call, and read `persian`.';
  const facts = { ...trace, code: 'unknown_code', type: 'unknown_error' } as const;
  return new IranDargahError(call, label, advice, true, facts);
}
