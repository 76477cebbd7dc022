// One step of a payment by openapi-zod-client, whose Zodios client checks every answer.
import { isErrorFromAlias } from '@zodios/core';
import { api, createApiClient } from './out/api';

const { SERVER, TOKEN, AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);
const client = createApiClient(SERVER as string, {
  axiosConfig: { headers: { Authorization: `Bearer ${TOKEN}` } },
});

async function step(): Promise<string> {
  if (word === 'create') {
    const order = { amount, order_id: ORDER_ID as string, callback_url: CALLBACK_URL as string };
    const { data } = await client.createPayment(order, {
      headers: { 'Idempotency-Key': 'key-of-the-order' },
    });
    return `created ${data.transaction.authority}`;
  }
  if (word === 'read') {
    const { transaction } = (await client.getPayment({ params: { authority } })).data;
    return `payment ${transaction.status} ${transaction.amount}`;
  }
  const { verification } = (await client.createVerification({ authority, amount })).data;
  return `verified ${verification.ref_id} ${verification.amount}`;
}

step()
  .catch((failure) => {
    if (!isErrorFromAlias(api.api, 'createVerification', failure)) throw failure;
    return `refused ${failure.response.data.error.code}`;
  })
  .then(console.log);
