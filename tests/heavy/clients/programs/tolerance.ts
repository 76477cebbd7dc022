// Makes every call of CASES with the client, and prints in one line what a shop reads of each answer.
import { createClient, type IranDargahClient, type Result, rials, verifyWebhook } from '@irandargah/client';

const env = (name: string) => process.env[name] ?? '';
const authority = '2025100121424146HC';
const amount = rials(100_000);

/** The data of a success; a failure is thrown, as by the clients of the other languages. */
async function dataOf<Data>(call: Promise<{ ok: true; data: Data } | { ok: false }>): Promise<Data> {
  const answer = await call;
  if (!answer.ok) throw answer;
  return answer.data;
}

const calls: Record<string, (client: IranDargahClient) => Promise<unknown[]>> = {
  createPayment: async ({ createPayment }) => {
    const order = { amount, order_id: 'ORDER-12345', callback_url: 'https://shop.example/' };
    const { transaction } = await dataOf(createPayment(order));
    return [transaction.authority, transaction.gateway_url];
  },
  getPayment: async ({ getPayment }) => {
    const { transaction } = await dataOf(getPayment(authority));
    return [transaction.authority, transaction.status, transaction.amount];
  },
  createVerification: async ({ createVerification }) => {
    const { verification, meta } = await dataOf(createVerification({ authority, amount }));
    const { ref_id, verified_at } = verification;
    return [ref_id, verification.authority, verification.amount, verified_at, meta?.processing_time_ms];
  },
  getVerification: async ({ getVerification }) => {
    const { verification } = await dataOf(getVerification(authority));
    return [verification?.ref_id, verification?.authority, verification?.amount, verification?.verified_at];
  },
  listTransactions: async ({ listTransactions }) => {
    const { transactions, pagination } = await dataOf(listTransactions());
    return [transactions.length, transactions.map(({ status }) => status).join(), pagination.total];
  },
  listWebhookEvents: async ({ listWebhookEvents }) => {
    const { events } = await dataOf(listWebhookEvents());
    return [(events as Record<string, string>)['payment.disputed']];
  },
  subscribeWebhook: async ({ subscribeWebhook }) => {
    const { webhook } = await dataOf(
      subscribeWebhook({ url: 'https://shop.example/', events: ['payment.completed'] }),
    );
    return [webhook.id, webhook.events.join()];
  },
};

async function receive(body = '', headers = ''): Promise<unknown[]> {
  const text = (base64: string) => Buffer.from(base64, 'base64').toString();
  const event = await verifyWebhook(text(body), JSON.parse(text(headers)), env('WEBHOOK_SECRET'));
  const data = event.data as { authority?: string; amount?: number };
  return [event.event === 'unknown' ? event.name : event.event, data.authority, data.amount];
}

const shown = (value: unknown) =>
  value === undefined || value === null || value === '' ? '-' : String(value);

async function outcome([operation = '', token = '', body, headers]: string[]): Promise<string> {
  try {
    const client = createClient({ token, environment: 'sandbox', baseUrl: env('SERVER'), retries: 0 });
    const values = operation === 'delivery' ? await receive(body, headers) : await calls[operation]?.(client);
    return (values ?? []).map(shown).join(' ');
  } catch (thrown) {
    const failed = thrown as Partial<Result<'getPayment'>>;
    if (failed.ok !== false || !failed.error) return `threw ${String(thrown).split('\n')[0]}`;
    const { code, gatewayCode, type, details } = failed.error;
    const { httpStatus = failed.status } = (details ?? {}) as { httpStatus?: number };
    if (gatewayCode !== undefined) return `error ${httpStatus} ${gatewayCode} ${type}`;
    return code === 'unreadable' ? `error ${httpStatus} - -` : `refused ${code}`;
  }
}

for (const line of env('CASES').split('\n')) console.log(await outcome(line.split('\t')));
