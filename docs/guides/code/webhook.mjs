// Takes a webhook: verifies it, refuses old ones, and handles each event once.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The events stored so far; in a real shop a table with a unique key, which is your queue as well. */
const inbox = new Map();

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

  // By its name and signature: the id is not signed, so whoever replays an event could take that of one to come.
  const event = `${headers['x-webhook-event']}:${signature}`;
  // Stored before it is answered, and not yet handled: the work comes afterwards, and marks it as done.
  if (!inbox.has(event)) inbox.set(event, { data, done: false });
  return 200;
}
