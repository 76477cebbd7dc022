// What an operation takes and gives, derived from the generated types of the contract.
import type { operations as ContractOperations, components } from '../../generated/types.ts';
import type { ErrorOf, OperationName } from './errors.ts';
import type { Rials } from './money.ts';

/** The schemas of the contract by name, `Schemas['Payment']` for example. */
export type Schemas = components['schemas'];

type Contract<Op extends OperationName> = ContractOperations[Op];
type Responses<Op extends OperationName> = Contract<Op>['responses'];

/** The same fields, but amounts carry their unit. */
export type WithRials<Fields> = { [Field in keyof Fields]: Field extends 'amount' ? Rials : Fields[Field] };

/** The first argument of an operation: its body, its authority or its query. */
export type Input<Op extends OperationName> =
  Contract<Op> extends {
    requestBody: { content: { 'application/json': infer Body } };
  }
    ? WithRials<Body>
    : Contract<Op> extends { parameters: { path: { authority: infer Authority } } }
      ? Authority
      : Contract<Op> extends { parameters: { query?: infer Query } }
        ? Query | undefined
        : undefined;

/** What may be set for one call. */
export interface CallOptions {
  /** Ends the call, its pauses included. */
  signal?: AbortSignal | undefined;
  /** How long one attempt may take, in milliseconds. */
  timeoutMs?: number | undefined;
  /** How often an attempt that failed on the way is repeated, where that is safe. */
  retries?: number | undefined;
}

export interface KeyedCallOptions extends CallOptions {
  /** Your own name for this logical request; without it each call makes a fresh random one. */
  idempotencyKey?: string | undefined;
}

export type OptionsOf<Op extends OperationName> = Contract<Op>['parameters'] extends {
  header?: { 'Idempotency-Key'?: string };
}
  ? 'Idempotency-Key' extends keyof NonNullable<Contract<Op>['parameters']['header']>
    ? KeyedCallOptions
    : CallOptions
  : CallOptions;

type SuccessStatus<Op extends OperationName> = keyof Responses<Op> & (200 | 201);
type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never;

/** The whole body of a success. */
export type Body<Op extends OperationName> = JsonOf<Responses<Op>[SuccessStatus<Op>]>;

/** The same fields without some; what else may come stays open. */
type Without<Fields, Names> = {
  [Field in keyof Fields as Field extends Names ? never : Field]: Fields[Field];
};

/**
 * Verified or not: `success` says only that the payment was found. Test `verified_at` for having a value at all: null
 * before a verification is an assumption, it may as well be absent or empty (docs/decisions/0082).
 */
export type VerificationState = Without<Schemas['VerificationState'], 'ref_id' | 'verified_at'> &
  (
    | { ref_id: string; verified_at: string }
    | { ref_id?: null; verified_at?: null }
    | { ref_id: ''; verified_at: '' }
  );

type Refined<Data> = Data extends { verification: Schemas['VerificationState'] }
  ? Data extends { verification: Schemas['Verification'] }
    ? Data
    : Without<Data, 'verification'> & { verification: VerificationState }
  : Data;

/** Facts about an answer are shown by examples only, so an answer without them is as good. */
type WithoutPromises<Data> = Data extends { meta?: infer Meta }
  ? Without<Data, 'meta'> & { meta?: Partial<Meta> }
  : Data;

/** The useful part of a success: `data` of the body, or the body itself where it has none. */
export type Data<Op extends OperationName> =
  Body<Op> extends { data: infer Inner } ? WithoutPromises<Refined<Inner>> : Body<Op>;

interface Common {
  /** The key of this logical request, for operations that take one. */
  idempotencyKey?: string;
  /** How many attempts it took. */
  attempts: number;
  /** Headers of the answer, if one came. */
  headers?: Headers;
}

export interface Success<Op extends OperationName> extends Common {
  ok: true;
  status: SuccessStatus<Op>;
  data: Data<Op>;
  body: Body<Op>;
  error?: undefined;
}

/** A refusal by the gateway, or a failure on the way, which has no status: narrow by `error.code`. */
export interface Failure<Op extends OperationName> extends Common {
  ok: false;
  /** The HTTP status as it came. */
  status: number | undefined;
  data?: undefined;
  error: ErrorOf<Op>;
}

/** How a call ended. Look at `ok` first: only then the compiler lets you at `data`. */
export type Result<Op extends OperationName> = Success<Op> | Failure<Op>;
