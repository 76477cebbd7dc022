// getIdempotencyKey: a fresh key for those who do not make their own; it is not registered anywhere.
import { idempotency } from '../../../generated/facts.ts';
import { exampleValue } from '../contract/document.ts';
import { plain } from '../core/handlers.ts';

const { usage } = exampleValue<{ usage: string }>('idempotencyKey');

export const getIdempotencyKey = plain(async (_call, { identifiers }) => ({
  success: true,
  idempotency_key: identifiers.issuedKey(),
  expires_in: idempotency.lifetime_seconds,
  usage,
}));
