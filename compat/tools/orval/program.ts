// One step of a payment by orval's fetch client.
import { createPayment, createVerification, getPayment } from './out/api';

const { AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);

async function step(): Promise<string> {
  if (word === 'create') {
    const { status, data } = await createPayment(
      { amount, order_id: ORDER_ID as string, callback_url: CALLBACK_URL as string },
      { 'Idempotency-Key': 'key-of-the-order' },
    );
    return status === 200 ? `created ${data.data.transaction.authority}` : `refused ${data.error.code}`;
  }
  if (word === 'read') {
    const { status, data } = await getPayment(authority);
    if (status !== 200) return `refused ${data.error.code}`;
    return `payment ${data.data.transaction.status} ${data.data.transaction.amount}`;
  }
  const { status, data } = await createVerification({ authority, amount });
  if (status !== 200) return `refused ${data.error.code}`;
  return `verified ${data.data.verification.ref_id} ${data.data.verification.amount}`;
}

step().then(console.log);
