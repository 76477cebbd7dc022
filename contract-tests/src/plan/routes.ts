// What belongs to no operation, an unknown path and an unknown method, has to be refused in the contract's envelope too.
import type { ContractOperation } from '../contract/document.ts';
import { operations } from '../contract/document.ts';
import { assumed } from '../judge/word.ts';
import type { TestCase } from './case.ts';

/** Such a request has no operation, so the judge gets one that documents the refusal alone (docs/decisions/0041). */
function refusedRoute(id: string, method: 'GET' | 'POST', path: string): ContractOperation {
  const schema = '#/components/schemas/ErrorValidation';
  return {
    id: id as ContractOperation['id'],
    method,
    path,
    pointer: schema,
    ground: assumed(41),
    facts: { ...operations[0]?.facts, token: false, rateLimits: [], errors: ['ErrorValidation'] } as never,
    parameters: [],
    responses: new Map([
      [
        404,
        {
          status: 404,
          pointer: schema,
          headers: [],
          mediaType: 'application/json',
          schemaPointer: schema,
          schemas: [{ value: undefined, pointer: schema }],
          examples: [],
        },
      ],
    ]),
  };
}

/** One request to a path that the contract does not have, and one with a method that its path does not have. */
export function routeCases(): TestCase[] {
  const withoutPost = operations.find(
    ({ method, path }) =>
      method === 'GET' && !operations.some((other) => other.path === path && other.method === 'POST'),
  );
  const rows: [id: string, method: 'GET' | 'POST', path: string, field: string][] = [
    ['unknownPath', 'GET', '/v2/not-in-the-contract', 'path'],
    ['unknownMethod', 'POST', withoutPost?.path ?? '/', 'method'],
  ];
  return rows.map(([id, method, path, field]) => {
    const operation = refusedRoute(id, method, path);
    return {
      id: `${id} refused`,
      name: 'refused',
      draft: {
        operation,
        pathParameters: { authority: 'X' },
        query: [],
        headers: {},
        authorization: undefined,
      },
      expectation: { errors: ['ErrorValidation'], fields: [field] },
      needs: method === 'GET' ? [] : ['write'],
      tokenKnown: false,
      rule: operation.pointer,
    };
  });
}
