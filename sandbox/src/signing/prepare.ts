// prepareRequest: signs a request for those who would rather not (docs/decisions/0030).

import { idempotency, signing } from '../../../generated/facts.ts';
import { exampleValue } from '../contract/document.ts';
import { unixSeconds } from '../core/clock.ts';
import { plain } from '../core/handlers.ts';
import { compactJson, memberText } from './compact.ts';
import { requestSignature } from './signatures.ts';

const { headers: documentedHeaders } = exampleValue<{ headers: Record<string, string> }>('preparedRequest');
const contentType = documentedHeaders['Content-Type'];

interface PrepareRequest {
  method: string;
  endpoint: string;
  data?: object;
}

export const prepareRequest = plain(async (call, { identifiers }) => {
  const { method, endpoint, data } = call.body as PrepareRequest;
  const { secretKey, requireSignature } = call.caller ?? { secretKey: null, requireSignature: false };
  const seconds = unixSeconds(call.now);
  const timestamp = String(seconds);
  const body = data === undefined ? '' : compactJson(memberText(call.rawBody.toString(), 'data') ?? '');
  const signature =
    secretKey === null ? null : requestSignature(secretKey, { method, endpoint, body, timestamp });
  const key = identifiers.preparedKey(seconds);
  return {
    success: true,
    idempotency_key: key,
    signature_required: requireSignature && secretKey !== null,
    signature,
    timestamp,
    algorithm: signing.algorithm,
    headers: {
      [idempotency.alias]: key,
      ...(signature === null
        ? {}
        : { [signing.request.signature_header]: signature, [signing.request.timestamp_header]: timestamp }),
      'Content-Type': contentType,
    },
    expires_at: new Date((seconds + signing.tolerance_seconds) * 1000).toISOString(),
  };
});
