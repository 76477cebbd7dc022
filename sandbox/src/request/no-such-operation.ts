// The error of a request that belongs to no operation.
import { isDecodable } from '../../../foundation/http/decodable.ts';
import { operations } from '../../../generated/facts.ts';
import { ApiError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';

const routes = Object.values(operations).map(({ pathPattern }) => new RegExp(pathPattern));

/** @returns 404, -2: for an unknown path, or for a known one with another method. */
export function noSuchOperation(url: string): ApiError {
  const [path = ''] = url.split('?', 1);
  const field = isDecodable(path) && routes.some((route) => route.test(path)) ? 'method' : 'path';
  return new ApiError(
    'ErrorMalformedBody',
    { validation: { [field]: [message(`unknown_${field}`)] } },
    { status: 404 },
  );
}
