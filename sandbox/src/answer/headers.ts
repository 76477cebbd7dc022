// The headers that every answer of the API gets, in their order.
import type { HeadersOf } from './leaving.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { signatureHeaders } from './signature.ts';
import { tokenHeaders } from './token.ts';

/** Each tells of one subject. */
export const answerHeaders: readonly HeadersOf[] = [
  tokenHeaders, // when does the token stop working?
  rateLimitHeaders, // how many requests are left?
  signatureHeaders, // does it come from here?
];
