// Creates a payment once, however often the network fails: one key and one body for every try.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const api = '{{ servers.sandbox }}';

/** The codes that may pass by themselves. */
const passing = [
  {{ errors.ErrorRateLimited.code }}, {{ errors.ErrorInternal.code }}, {{ errors.ErrorUnexpected.code }},
  {{ errors.ErrorBankUnavailable.code }},
];

export async function createPayment(order) {
  // Store the key with the order before the first try, so that a restart finds it again.
  order.paymentKey ??= randomUUID();
  const body = JSON.stringify({
    amount: order.amount,
    order_id: order.id,
    callback_url: 'https://shop.example/callback',
  });
  for (let attempt = 0; attempt < 4; attempt += 1) {
    let seconds = 2 ** attempt;
    try {
      const response = await fetch(`${api}/v2/payments`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
          'Content-Type': 'application/json',
          '{{ idempotency.header }}': order.paymentKey,
        },
        body,
        signal: AbortSignal.timeout(15_000),
      });
      seconds = Number(response.headers.get('Retry-After')) || seconds;
      const answer = await response.json();
      if (answer.success === true) return answer;
      // The code decides, whatever the HTTP status; a repetition mends no other error than these.
      if (answer.error?.code && !passing.includes(answer.error.code)) return answer;
    } catch {
      // No answer, or none that can be read: nobody knows whether the payment exists. The key makes asking again safe.
    }
    await pause(seconds * 1000);
  }
  throw new Error(`Order ${order.id}: the gateway cannot be reached. Try again later with the same key.`);
}

const order = { id: 'ORDER-1001', amount: {{ requestRules.PaymentRequest.amount.minimum }} };
const answer = await createPayment(order);
console.log(answer.success, answer.status_code);
