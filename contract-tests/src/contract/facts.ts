// The facts of the contract that a run demands: the generated ones, or those of its dialects, made in the same way.

import { factsOf } from '../../../foundation/reader/facts.ts';
import * as generated from '../../../generated/facts.ts';
import { bundle } from './bundle.ts';
import { demanded } from './demanded.ts';

export type { ErrorName, OperationId, WebhookEvent } from '../../../generated/facts.ts';

function factsOfDialects(): typeof generated {
  const facts = factsOf({ en: bundle('en'), fa: bundle('fa') });
  return Object.fromEntries(facts.map(([name, , value]) => [name, value])) as unknown as typeof generated;
}

/** The catalogue of errors as no dialect has it: what the examples of the contract are written in. */
export const standardErrors = generated.errors;

/** The operations as no dialect has them: what a careful caller sends. */
export const standardOperations = generated.operations;

export const {
  calendar,
  callbackMessages,
  contractVersion,
  errors,
  idempotency,
  operations,
  paymentLifecycle,
  rateLimits,
  sandbox,
  sensitiveFields,
  servers,
  signing,
  successCodes,
  testCards,
  tokens,
  webhookDelivery,
  webhookEvents,
} = demanded().length === 0 ? generated : factsOfDialects();
