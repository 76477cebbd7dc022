// Requests that keep every rule of their operation, made of the contract's own examples, and all examples to ask for.
import {
  type ContractDocument,
  type Example,
  isDemanded,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
} from '../../foundation/reader/document.ts';

/** A request that keeps every rule of its operation. */
export function validRequest(
  contract: ContractDocument,
  { path, method, operation }: PlacedOperation,
): { path: string; init: RequestInit & { headers: Record<string, string> } } {
  const parameters = (operation.parameters ?? []).map((node) => resolve<Parameter>(contract, node));
  const headers: Record<string, string> = { Authorization: 'Bearer idg_test_0123456789' };
  let filled = path;
  for (const parameter of parameters) {
    const { name, in: place, example } = parameter;
    if (place === 'path') filled = filled.replace(`{${name}}`, String(example));
    if (place === 'header' && isDemanded(parameter)) headers[name] = String(example);
  }
  const [body] = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
  if (!body) return { path: filled, init: { method, headers } };
  const text = JSON.stringify(resolve<Example>(contract, body).value);
  return {
    path: filled,
    init: { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: text },
  };
}

/** Every named example of every status of every operation. */
export const examplesOf = (contract: ContractDocument) =>
  operationsOf(contract).flatMap((placed) =>
    Object.entries(placed.operation.responses).flatMap(([status, node]) => {
      const content = Object.entries(resolve<Response>(contract, node).content ?? {});
      return content.flatMap(([type, media]) =>
        Object.entries(media.examples ?? {}).map(([name, example]) => ({
          id: placed.operation.operationId,
          status: Number(status),
          name,
          type,
          placed,
          value: resolve<Example>(contract, example).value,
        })),
      );
    }),
  );
