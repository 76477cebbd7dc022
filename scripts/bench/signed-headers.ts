// Signs the requests that the benchmark sends.
import { createHmac } from 'node:crypto';
import { signing } from '../../generated/facts.ts';

/** The two signature headers of a request, as the contract describes them. */
export function signedHeaders(
  secretKey: string,
  method: string,
  endpoint: string,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const { separator, signature_header, timestamp_header } = signing.request;
  const signature = createHmac('sha256', secretKey)
    .update([method, endpoint, body, timestamp].join(separator))
    .digest('hex');
  return { [signature_header]: signature, [timestamp_header]: timestamp };
}
