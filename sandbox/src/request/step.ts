// What a step on a request's way is given, and what it can say.

import type { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';

/** What a step has found out, why it refuses the request, or both; undefined when all is well and nothing new. */
export type Outcome = { found?: Partial<Call>; refusal?: ApiError } | undefined;

/** One step: it changes nothing of the call, but tells what it makes of it. */
export type Step = (call: Call, services: Services) => Outcome | Promise<Outcome>;
