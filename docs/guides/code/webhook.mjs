// Takes a webhook: verifies it, refuses old ones, and handles each event once.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Ids of the events handled so far; in a real shop a table with a unique key. */
const handled = new Set();

/** What is signed of a body; undefined for whatever is no event. Anybody can send such a thing. */
function dataOf(rawBody) {
  try {
    return JSON.stringify(JSON.parse(rawBody).data);
  } catch {
    return undefined;
  }
}

/**
 * Returns the HTTP status to answer with. `rawBody` is the text as it came, before any framework parsed it.
 * @param headers with their names in lower case, as Node.js gives them
 */
export function receive(rawBody, headers, secret, now = Date.now()) {
  const age = Math.abs(now / 1000 - Number(headers['{{ signing.webhook.timestamp_header }}'.toLowerCase()]));
  if (!(age <= {{ signing.tolerance_seconds }})) return 400;

  const data = dataOf(rawBody);
  if (data === undefined) return 400;
  const expected = Buffer.from(createHmac('sha256', secret).update(data).digest('hex'));
  const signature = Buffer.from(headers['{{ signing.webhook.signature_header }}'.toLowerCase()] ?? '');
  // timingSafeEqual throws when the lengths differ, so they are compared first.
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 401;

  const id = headers['x-webhook-id'];
  if (!handled.has(id)) {
    handled.add(id);
    // Put it into a queue of your own here, and answer; the work comes afterwards.
  }
  return 200;
}
