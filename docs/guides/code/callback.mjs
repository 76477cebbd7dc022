// Decides what a callback means. Only the shop's own record and the gateway's answer count.
const api = '{{ servers.sandbox }}';

/** What the shop stored when it created the payment, by authority; in a real shop a table of its database. */
export const payments = new Map([
  ['2025100121424146HC', { orderId: 'ORDER-12345', amount: 100000, paid: false }],
]);

/** The answer as an object; an empty one when there is none, or when it is no JSON: the page of a proxy, for example. */
async function call(method, path, body) {
  try {
    const response = await fetch(`${api}/v2/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return Object(await response.json());
  } catch {
    return {};
  }
}

/** Whether a value says something: not absent, null or empty, and more than zeros. */
const says = (value) => ['string', 'number'].includes(typeof value) && /[^\s0:-]/.test(value);

/** Whether an answer proves the payment: a success, for this authority and amount, with a reference and a time. */
function proves({ success, data }, authority, amount) {
  const verification = data?.verification;
  return success === true && verification?.authority === authority
    && [amount, String(amount)].includes(verification.amount)
    && says(verification.ref_id) && says(verification.verified_at);
}

/** Asks the gateway, with the shop's own amount and order. */
async function isVerified(authority, { amount, orderId }) {
  const answer = await call('POST', 'verifications', { authority, amount, order_id: orderId });
  if (proves(answer, authority, amount)) return true;
  // Verified before, by direct_verify or by a request whose answer was lost, or nobody knows: ask.
  return proves(await call('GET', `verifications/${authority}`), authority, amount);
}

/** Takes the fields that the payer's browser brought; returns 'paid', 'not paid yet' or 'refused'. */
export async function handleCallback(fields) {
  const payment = payments.get(fields.authority);
  if (!payment) return 'refused';
  if (fields.order_id !== payment.orderId) return 'refused';
  if (Number(fields.amount) !== payment.amount) return 'refused';
  if (payment.paid) return 'paid';
  // No proof is no failure: the order stays open, and a job asks again.
  if (!(await isVerified(fields.authority, payment))) return 'not paid yet';
  // In a database one conditional update, so that two callbacks at once deliver one order.
  payment.paid = true;
  return 'paid';
}
