// One step of a payment with the client, as the argument says: create, verify AUTHORITY, or webhook.
import { createClient, IranDargahError, rials, verifyWebhook, WebhookError } from '@irandargah/client';

const env = (name: string) => process.env[name] ?? '';
const [step, authority = ''] = process.argv.slice(2);
const amount = rials(Number(env('AMOUNT')));

const gateway = createClient({
  token: env('TOKEN'),
  secretKey: env('SECRET_KEY'),
  environment: 'sandbox',
  baseUrl: env('SERVER'),
  // The tests count the requests.
  retries: 0,
});

async function create(): Promise<string> {
  const payment = await gateway.createPayment(
    {
      amount,
      order_id: 'ORDER-12345',
      callback_url: 'https://yoursite.com/callback',
      description: 'کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚',
    },
    { idempotencyKey: 'key-of-the-order' },
  );
  if (!payment.ok) throw payment.error;
  return `payment ${payment.data.transaction.authority}`;
}

async function verify(): Promise<string> {
  const idempotencyKey = 'key-of-the-verification';
  const verification = await gateway.createVerification({ authority, amount }, { idempotencyKey });
  if (!verification.ok) throw verification.error;
  return `verification ${verification.data.verification.ref_id}`;
}

async function webhook(): Promise<string> {
  const body = Buffer.from(env('WEBHOOK_BODY'), 'base64');
  const { event, data } = await verifyWebhook(
    body,
    JSON.parse(env('WEBHOOK_HEADERS')),
    env('WEBHOOK_SECRET'),
  );
  return `webhook ${event} ${(data as { authority: string }).authority}`;
}

const steps: Record<string, () => Promise<string>> = { create, verify, webhook };
try {
  console.log(await steps[step ?? '']?.());
} catch (error) {
  if (error instanceof WebhookError) console.log(`refused ${error.reason}`);
  else if (error instanceof IranDargahError && error.code === 'untrusted') {
    console.log(`refused ${(error.details as { fault: string }).fault}`);
  } else throw error;
}
