// Decides what a callback means. Only the shop's own record and the gateway's answer count.
const api = '{{ servers.sandbox }}';

/** What the shop stored when it created the payment, by authority; in a real shop a table of its database. */
export const payments = new Map([
  ['2025100121424146HC', { orderId: 'ORDER-12345', amount: 100000, paid: false }],
]);

async function call(method, path, body) {
  const response = await fetch(`${api}/v2/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return response.json();
}

/** Asks the gateway, with the shop's own amount and order. */
async function isVerified(authority, { amount, orderId }) {
  const answer = await call('POST', 'verifications', { authority, amount, order_id: orderId });
  if (answer.success) return true;
  if (answer.error.code !== {{ errors.ErrorAlreadyVerified.code }}) return false;
  // Verified before: by direct_verify, or by a request whose answer was lost. Ask, and compare.
  const known = await call('GET', `verifications/${authority}`);
  return known.success && known.data.verification.verified_at !== null
    && known.data.verification.amount === amount;
}

/** Takes the fields that the payer's browser brought; returns 'paid', 'not paid' or 'refused'. */
export async function handleCallback(fields) {
  const payment = payments.get(fields.authority);
  if (!payment) return 'refused';
  if (fields.order_id !== payment.orderId) return 'refused';
  if (Number(fields.amount) !== payment.amount) return 'refused';
  if (payment.paid) return 'paid';
  if (!(await isVerified(fields.authority, payment))) return 'not paid';
  // In a database one conditional update, so that two callbacks at once deliver one order.
  payment.paid = true;
  return 'paid';
}
