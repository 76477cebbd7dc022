// Signs requests and verifies answers with the terminal's secret key.
import { createHmac, timingSafeEqual } from 'node:crypto';

const hmac = (text, secretKey) => createHmac('sha256', secretKey).update(text).digest('hex');

/**
 * The two headers of a signed request.
 * @param endpoint the path after {{ signing.request.endpoint_prefix }}, without the query: `payments`
 * @param body the very string that is sent; '' when there is none
 */
export function signatureHeaders(method, endpoint, body, secretKey, now = Date.now()) {
  const timestamp = String(Math.floor(now / 1000));
  return {
    '{{ signing.request.timestamp_header }}': timestamp,
    '{{ signing.request.signature_header }}': hmac(`${method}:${endpoint}:${body}:${timestamp}`, secretKey),
  };
}

/** Whether an answer comes from the gateway, is unchanged and is fresh. `body` is the raw text, not parsed. */
export function isGenuine(body, headers, secretKey, now = Date.now()) {
  const signature = headers.get('{{ signing.response.signature_header }}') ?? '';
  const timestamp = headers.get('{{ signing.response.timestamp_header }}') ?? '';
  const age = Math.abs(now / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > {{ signing.tolerance_seconds }}) return false;
  const expected = Buffer.from(hmac(`${body}:${timestamp}`, secretKey));
  const given = Buffer.from(signature);
  // timingSafeEqual throws when the lengths differ, so they are compared first, in bytes as well.
  return given.length === expected.length && timingSafeEqual(given, expected);
}
