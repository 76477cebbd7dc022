// Whether a body is JSON at all, before anybody looks at its fields.

import { isUncoded, parseBody } from '../../../foundation/http/json-body.ts';
import { operations } from '../../../generated/facts.ts';
import { ApiError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import type { Call } from '../core/call.ts';
import type { Outcome } from './step.ts';

function malformed(field: string, text: string): Outcome {
  return { refusal: new ApiError('ErrorMalformedBody', { validation: { [field]: [text] } }) };
}

/** JSON in UTF-8, with or without saying so. */
function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(contentType ?? '');
}

/** Reads the body of an operation that has one as JSON; refuses what is none by 400, -2. */
export function readBody({
  operation,
  headers,
  rawBody,
}: Pick<Call, 'operation' | 'headers' | 'rawBody'>): Outcome {
  if (operations[operation].requestSchema === null) return undefined;
  if (!isJson(headers['content-type'])) return malformed('content_type', message('content_type'));
  if (!isUncoded(headers['content-encoding'])) {
    return malformed('content_encoding', message('const', { field: 'content_encoding' }));
  }
  try {
    return { found: { body: parseBody(rawBody) } };
  } catch {
    return malformed('body', message('malformed_body'));
  }
}
