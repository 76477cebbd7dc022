// One step of a payment by openapi-generator's typescript-fetch.
import { Configuration, ErrorResponseFromJSON, PaymentsApi, ResponseError, VerificationsApi } from './out';

const { SERVER, TOKEN, AMOUNT, ORDER_ID, CALLBACK_URL } = process.env as Record<string, string>;
const [word, authority = ''] = process.argv.slice(2);
const amount = Number(AMOUNT);
const configuration = new Configuration({ basePath: SERVER, accessToken: TOKEN });
const payments = new PaymentsApi(configuration);
const verifications = new VerificationsApi(configuration);

async function step(): Promise<string> {
  if (word === 'create') {
    const { data } = await payments.createPayment({
      idempotencyKey: 'key-of-the-order',
      paymentRequest: { amount, orderId: ORDER_ID as string, callbackUrl: CALLBACK_URL as string },
    });
    return `created ${data.transaction.authority}`;
  }
  if (word === 'read') {
    const { transaction } = (await payments.getPayment({ authority })).data;
    return `payment ${transaction.status} ${transaction.amount}`;
  }
  const { data } = await verifications.createVerification({ verificationRequest: { authority, amount } });
  return `verified ${data.verification.refId} ${data.verification.amount}`;
}

step()
  .catch(async (failure) => {
    if (!(failure instanceof ResponseError)) throw failure;
    return `refused ${ErrorResponseFromJSON(await failure.response.json()).error.code}`;
  })
  .then(console.log);
