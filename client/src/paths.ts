// The paths of the API as openapi-fetch takes them: with what this client fills in left to it, and units in amounts.
import type { headers, operations, signing } from '../../generated/client-facts.ts';
import type { paths } from '../../generated/types.ts';
import type { OperationName } from './errors.ts';
import type { WithRials } from './results.ts';

/** The payer's page is for browsers and not among them. */
type JsonPath = (typeof operations)[OperationName]['path'] & keyof paths;

/** The headers that nobody has to pass, whether the document demands them or not. */
type FilledIn =
  | 'Authorization'
  | 'User-Agent'
  | (typeof headers)['apiToken' | 'idempotencyKey' | 'idempotencyKeyAlias']
  | (typeof signing)['request']['signature_header' | 'timestamp_header'];

type Relaxed<Header> = { [Name in keyof Header as Name extends FilledIn ? never : Name]: Header[Name] } & {
  [Name in keyof Header as Name extends FilledIn ? Name : never]?: Header[Name];
};

type RelaxedParameters<Parameters> = Parameters extends { header?: infer Header }
  ? Omit<Parameters, 'header'> &
      (Record<never, never> extends Relaxed<NonNullable<Header>>
        ? { header?: Relaxed<NonNullable<Header>> }
        : { header: Relaxed<NonNullable<Header>> })
  : Parameters;

type RelaxedOperation<Operation> = {
  [Part in keyof Operation]: Part extends 'parameters'
    ? RelaxedParameters<Operation[Part]>
    : Part extends 'requestBody'
      ? Operation[Part] extends { content: { 'application/json': infer Body } }
        ? { content: { 'application/json': WithRials<Body> } }
        : Operation[Part]
      : Operation[Part];
};

/**
 * The paths of the API for openapi-fetch and its relatives: as `paths` of openapi-typescript, but token, signature and
 * idempotency key need not be passed, and an amount that is sent carries its unit (`rials()` or `toman()`).
 */
export type GatewayPaths = {
  [Path in JsonPath]: { [Method in keyof paths[Path]]: RelaxedOperation<paths[Path][Method]> };
};
