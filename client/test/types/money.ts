// Compiles, and each marked line does not: amounts, fields and options that are wrong.
import { createClient, type Rials, rials, toman } from '../../src/index.ts';

const client = createClient({ token: 'idg_test_x', environment: 'sandbox' });
const callback_url = 'https://shop.example/callback';
const order_id = 'ORDER-1';

client.createPayment({ amount: toman(25_000), order_id, callback_url });
client.createPayment({ amount: rials(250_000), order_id, callback_url, action: 'GET', direct_verify: true });
// @ts-expect-error a bare number may be rials or tomans: say which
client.createPayment({ amount: 250_000, order_id, callback_url });
// @ts-expect-error the order is missing
client.createPayment({ amount: rials(250_000), callback_url });
// @ts-expect-error the API knows no such field
client.createPayment({ amount: rials(250_000), order_id, callback_url, phone: '09123456789' });
// @ts-expect-error PUT is no way back to the shop
client.createPayment({ amount: rials(250_000), order_id, callback_url, action: 'PUT' });
// @ts-expect-error an order is text
client.createPayment({ amount: rials(250_000), order_id: 1, callback_url });
// @ts-expect-error the payment is missing
client.createPayment();

client.createPayment(
  { amount: toman(1), order_id, callback_url },
  { idempotencyKey: 'k', timeoutMs: 5, retries: 1 },
);
client.cancelPayment('2025100121424146HC', { signal: AbortSignal.timeout(5) });
// @ts-expect-error cancelPayment takes no idempotency key
client.cancelPayment('2025100121424146HC', { idempotencyKey: 'k' });
// @ts-expect-error an authority is text
client.getPayment({ authority: '2025100121424146HC' });

client.createRefund({ authority: '2025100121424146HC' });
// @ts-expect-error the amount of a refund has a unit, too
client.createRefund({ authority: '2025100121424146HC', amount: 5 });
// @ts-expect-error the list cannot be filtered by timeout
client.listTransactions({ status: 'timeout' });
client.listTransactions({ status: 'completed' });
client.listTransactions();
// @ts-expect-error this event cannot be tested
client.testWebhook({ webhook_id: 'w', event_type: 'payment.reversed' });
// @ts-expect-error the payer's page is for browsers
client.openPaymentPage('2025100121424146HC');

// @ts-expect-error there are two environments
createClient({ token: 'idg_test_x', environment: 'staging' });
// @ts-expect-error the environment is missing
createClient({ token: 'idg_test_x' });

const amount: Rials = rials(1);
export const asNumber: number = amount;
// @ts-expect-error a number is no amount of rials
export const asRials: Rials = 5;
