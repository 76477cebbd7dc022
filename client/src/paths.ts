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
  ? [NonNullable<Header>] extends [never]
    ? Parameters
    : Omit<Parameters, 'header'> &
        (Record<never, never> extends Relaxed<NonNullable<Header>>
          ? { header?: Relaxed<NonNullable<Header>> }
          : { header: Relaxed<NonNullable<Header>> })
  : Parameters;

/**
 * The same with every open list of texts as text: openapi-fetch 0.17 takes `string & {}` for an object, and would give
 * a status the type of an object with the methods of text.
 */
type Plain<Value> = Value extends string | number | boolean
  ? Value extends object
    ? Value extends string
      ? string
      : number
    : Value
  : Value extends (infer Item)[]
    ? Plain<Item>[]
    : Value extends object
      ? { [Field in keyof Value]: Plain<Value[Field]> }
      : Value;

type PlainResponses<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends { headers: infer Headers; content: infer Content }
    ? { headers: Headers; content: Plain<Content> }
    : Responses[Status];
};

interface Relaxations<Part> {
  parameters: RelaxedParameters<Part>;
  requestBody: Part extends { content: { 'application/json': infer Body } }
    ? { content: { 'application/json': WithRials<Body> } }
    : Part;
  responses: PlainResponses<Part>;
}

type RelaxedOperation<Operation> = {
  [Name in keyof Operation]: Name extends keyof Relaxations<unknown>
    ? Relaxations<Operation[Name]>[Name]
    : Operation[Name];
};

/**
 * The paths of the API for openapi-fetch and its relatives: as `paths` of openapi-typescript, but token, signature and
 * idempotency key need not be passed, and an amount that is sent carries its unit (`rials()` or `toman()`).
 */
export type GatewayPaths = {
  [Path in JsonPath]: { [Method in keyof paths[Path]]: RelaxedOperation<paths[Path][Method]> };
};
