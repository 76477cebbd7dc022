// One step of a payment by @hey-api/openapi-ts.
import { createPayment, createVerification, getPayment } from './out';
import { client } from './out/client.gen';

const { SERVER, TOKEN, AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);
client.setConfig({ baseUrl: SERVER as string, auth: TOKEN as string });

async function step(): Promise<string> {
  if (word === 'create') {
    const { data, error } = await createPayment({
      headers: { 'Idempotency-Key': 'key-of-the-order' },
      body: { amount, order_id: ORDER_ID as string, callback_url: CALLBACK_URL as string },
    });
    return data ? `created ${data.data.transaction.authority}` : `refused ${error.error.code}`;
  }
  if (word === 'read') {
    const { data, error } = await getPayment({ path: { authority } });
    if (!data) return `refused ${error.error.code}`;
    return `payment ${data.data.transaction.status} ${data.data.transaction.amount}`;
  }
  const { data, error } = await createVerification({ body: { authority, amount } });
  if (!data) return `refused ${error.error.code}`;
  return `verified ${data.data.verification.ref_id} ${data.data.verification.amount}`;
}

step().then(console.log);
