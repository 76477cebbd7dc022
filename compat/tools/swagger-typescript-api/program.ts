// One step of a payment by swagger-typescript-api.
import { Api, type ErrorResponse, type HttpResponse } from './out/api';

const { SERVER, TOKEN, AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);
const { v2 } = new Api({
  baseUrl: SERVER as string,
  baseApiParams: { headers: { Authorization: `Bearer ${TOKEN}` } },
});

async function step(): Promise<string> {
  if (word === 'create') {
    const order = { amount, order_id: ORDER_ID as string, callback_url: CALLBACK_URL as string };
    const { data } = await v2.createPayment(order, { headers: { 'Idempotency-Key': 'key-of-the-order' } });
    return `created ${data.data.transaction.authority}`;
  }
  if (word === 'read') {
    const { transaction } = (await v2.getPayment(authority)).data.data;
    return `payment ${transaction.status} ${transaction.amount}`;
  }
  const { verification } = (await v2.createVerification({ authority, amount })).data.data;
  return `verified ${verification.ref_id} ${verification.amount}`;
}

step()
  .catch((failure: HttpResponse<unknown, ErrorResponse>) => {
    if (!failure.error?.error) throw failure;
    return `refused ${failure.error.error.code}`;
  })
  .then(console.log);
