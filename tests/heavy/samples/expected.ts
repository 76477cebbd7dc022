// What the contract's examples say that each sample must send, read from the bundle without the printers' help.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type ContractDocument,
  type Example,
  type Parameter,
  resolve,
} from '../../../foundation/reader/document.ts';
import { generatedFolder } from '../../../foundation/reader/paths.ts';
import { type OperationId, operations } from '../../../generated/facts.ts';

/** A sample on disk. */
export interface SampleFile {
  /** `createPayment-order-signed-php`: unique, and fit for a folder or a segment of a path. */
  name: string;
  operationId: OperationId;
  example: string;
  signed: boolean;
  extension: string;
  source: string;
}

/** What must arrive at the server. */
export interface ExpectedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  /** Names in small letters, as Node.js gives them. */
  headers: Record<string, string>;
  body: unknown;
}

const document = JSON.parse(
  readFileSync(join(generatedFolder, 'strict.en.json'), 'utf8'),
) as ContractDocument;

/** The server of the sandbox, to which every sample goes. */
export const sampleServer = document.servers.find((server) => server['x-environment'] === 'sandbox')
  ?.url as string;

/** Every sample in generated/samples. */
export function sampleFiles(): SampleFile[] {
  return globSync('samples/*/*', { cwd: generatedFolder })
    .sort()
    .map((file) => {
      const [example = '', ...rest] = basename(file).split('.');
      const operationId = basename(dirname(file)) as OperationId;
      return {
        name: [operationId, example, ...rest].join('-'),
        operationId,
        example,
        signed: rest[0] === 'signed',
        extension: rest.at(-1) as string,
        source: readFileSync(join(generatedFolder, file), 'utf8'),
      };
    });
}

/** The request of an example; the values of parameters are their own examples. */
export function expectedRequest(operationId: OperationId, example: string): ExpectedRequest {
  const { method, path } = operations[operationId];
  const operation = document.paths[path]?.[method.toLowerCase() as 'get' | 'post'];
  if (!operation) throw new Error(`${operationId} is not in the bundle.`);
  const shown = (operation.parameters ?? [])
    .map((node) => resolve<Parameter>(document, node))
    .filter((parameter) => parameter.example !== undefined)
    .map(({ name, in: place, example: value }) => ({ name, place, value: String(value) }));
  const inPlace = (wanted: Parameter['in']) =>
    Object.fromEntries(shown.filter(({ place }) => place === wanted).map(({ name, value }) => [name, value]));
  const examples = operation.requestBody?.content['application/json']?.examples;
  const named = examples?.[example];
  return {
    method,
    path: path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => inPlace('path')[name] ?? ''),
    query: inPlace('query'),
    headers: Object.fromEntries(
      Object.entries(inPlace('header')).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: named ? resolve<Example>(document, named).value : undefined,
  };
}
