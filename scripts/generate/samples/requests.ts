// Turns the request examples of the contract into requests that a printer can write in any language.
import {
  type ContractDocument,
  type Example,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';

/** One part of the string that is signed: text as it stands, or a value that the sample knows while it runs. */
export type SignedPart = { text: string } | { variable: 'body' | 'timestamp' };

/** How a sample signs its request; header names and the signed string as `x-signing.request` has them. */
export interface SampleSigning {
  signatureHeader: string;
  timestampHeader: string;
  parts: SignedPart[];
}

/** One request example of one operation, complete but for the caller's token and secret key. */
export interface SampleRequest {
  operationId: string;
  /** Name of the example in the contract, or `default` for an operation without a body. */
  example: string;
  method: 'GET' | 'POST';
  /** The whole address, query included, at the server of the sandbox. */
  url: string;
  /** Whether the operation needs the bearer token. */
  token: boolean;
  /** Headers beside Authorization and Content-Type, in the order of the contract. */
  headers: [name: string, value: string][];
  /** The JSON body; undefined when the request has none. */
  body: unknown;
  /** How to sign it; undefined when the operation takes no signature. */
  signing: SampleSigning | undefined;
}

interface RequestSigning {
  parts: string[];
  separator: string;
  signature_header: string;
  timestamp_header: string;
  endpoint_prefix: string;
}

/** The value that the contract shows for a parameter, as text; undefined when it shows none. */
function exampleOf(parameter: Parameter): string | undefined {
  return parameter.example === undefined ? undefined : String(parameter.example);
}

/** Whether a program calls the operation; a page for browsers needs no sample. */
function isForPrograms(document: ContractDocument, { operation }: PlacedOperation): boolean {
  return Object.values(operation.responses).some(
    (response) => 'application/json' in (resolve<Response>(document, response).content ?? {}),
  );
}

/** How requests to this path are signed, with everything filled in that does not change from call to call. */
function signingOf(
  signing: RequestSigning,
  { method, path, hasBody }: { method: string; path: string; hasBody: boolean },
): SampleSigning {
  const known: Record<string, SignedPart> = {
    METHOD: { text: method },
    endpoint: { text: path.slice(signing.endpoint_prefix.length) },
    body: hasBody ? { variable: 'body' } : { text: '' },
    timestamp: { variable: 'timestamp' },
  };
  const parts = signing.parts.flatMap((name, index): SignedPart[] => {
    const part = known[name];
    if (!part) throw new Error(`x-signing.request names the unknown part "${name}".`);
    return index === 0 ? [part] : [{ text: signing.separator }, part];
  });
  return {
    signatureHeader: signing.signature_header,
    timestampHeader: signing.timestamp_header,
    parts: joinTexts(parts),
  };
}

/** Neighbouring texts become one, so that printers write as few literals as possible. */
function joinTexts(parts: SignedPart[]): SignedPart[] {
  return parts.reduce<SignedPart[]>((joined, part) => {
    const last = joined.at(-1);
    if (last && 'text' in last && 'text' in part) joined[joined.length - 1] = { text: last.text + part.text };
    else joined.push(part);
    return joined;
  }, []);
}

/** The bodies of an operation by the name of their example; one nameless absence when it takes none. */
function bodiesOf(document: ContractDocument, { operation }: PlacedOperation): [string, unknown][] {
  const examples = operation.requestBody?.content['application/json']?.examples;
  if (!examples) return [['default', undefined]];
  return Object.entries(examples).map(([name, example]) => [name, resolve<Example>(document, example).value]);
}

/**
 * Every request example of every operation that a program calls.
 * Parameters appear when the contract shows an example value of them.
 */
export function sampleRequests(document: ContractDocument): SampleRequest[] {
  const server = document.servers.find((candidate) => candidate['x-environment'] === 'sandbox');
  if (!server) throw new Error('The contract names no sandbox server.');
  const signing = (document['x-signing'] as { request: RequestSigning }).request;
  return operationsOf(document)
    .filter((placed) => isForPrograms(document, placed))
    .flatMap((placed) => {
      const { method, operation } = placed;
      const parameters = (operation.parameters ?? []).map((node) => resolve<Parameter>(document, node));
      const shown = (where: Parameter['in']): [string, string][] =>
        parameters.flatMap((parameter) => {
          const value = parameter.in === where ? exampleOf(parameter) : undefined;
          return value === undefined ? [] : [[parameter.name, value]];
        });
      const path = shown('path').reduce(
        (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
        placed.path,
      );
      const query = new URLSearchParams(shown('query')).toString();
      const signs = parameters.some((parameter) => parameter.name === signing.signature_header);
      return bodiesOf(document, placed).map(([example, body]) => ({
        operationId: operation.operationId,
        example,
        method,
        url: `${server.url}${path}${query ? `?${query}` : ''}`,
        token: operation.security?.length !== 0,
        headers: shown('header'),
        body,
        signing: signs ? signingOf(signing, { method, path, hasBody: body !== undefined }) : undefined,
      }));
    });
}
