// The small shop that every runtime runs: it sells once, and believes a webhook of the gateway and not that of a stranger.

/** How a program gets at packages. */
export type Form = 'esm' | 'cjs';

/** What the shop knows of its gateway; it stands in the text, since not every runtime has an environment. */
export interface Settings {
  gateway: { url: string; token: string; secretKey: string | null };
  webhook: { body: string; headers: Record<string, string>; secret: string };
}

/** What it says when all is well. */
export const sold = 'paid, payment.completed, signature_mismatch, -33, 1348-10-11';

/** Lines that take packages, each as a whole by a name of its own. */
const taken = (form: Form, packages: string[]) =>
  packages.map((name, index) =>
    form === 'esm'
      ? `import * as package${index} from '${name}';`
      : `const package${index} = require('${name}');`,
  );

/** How the program ends in a runtime: it prints, or it is a test. */
const endings = {
  printed: 'sell().then((line) => console.log(line));',
  jest: `test('it sells', async () => { const line = await sell(); process.stdout.write(line + '\\n'); });`,
  vitest: `import { test } from 'vitest';
test('it sells', async () => { const line = await sell(); process.stdout.write(line + '\\n'); });`,
  workerd: 'export default { test: async () => console.log(await sell()) };',
};

/**
 * @param imports all that can be imported of the client; `verifyWebhook` and the other names are in one of them.
 * @returns the program, which prints `sold`, and behind it how many names each import has.
 */
export function shopProgram(
  form: Form,
  imports: string[],
  { gateway, webhook }: Settings,
  ending: keyof typeof endings = 'printed',
): string {
  return `${taken(form, imports).join('\n')}
const all = [${imports.map((_, index) => `package${index}`).join(', ')}];
const { createClient, toman, verifyWebhook, WebhookError, IranDargahError, printJalaliDay } =
  Object.assign({}, ...all);
const gatewayUrl = '${gateway.url}';
const amount = toman(25_000);

async function sell() {
  const client = createClient({
    token: '${gateway.token}',
    secretKey: ${gateway.secretKey ? `'${gateway.secretKey}'` : 'undefined'},
    environment: 'sandbox',
    baseUrl: gatewayUrl,
  });
  const order_id = 'ORDER-' + crypto.randomUUID();
  const order = { amount, order_id, callback_url: 'https://shop.example/return' };
  const created = await client.createPayment(order);
  if (!created.ok) throw created.error;
  const { authority } = created.data.transaction;
  // What the payer does.
  await fetch(gatewayUrl + '/_sandbox/payments/' + authority + '/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ card: 'success', send_callback: false }),
  });
  const { outcome } = await client.verifyPayment({ authority, amount, order_id });

  const body = ${JSON.stringify(webhook.body)};
  const headers = ${JSON.stringify(webhook.headers)};
  const { event } = await verifyWebhook(body, new Headers(headers), '${webhook.secret}');
  const reason = await verifyWebhook(body, headers, 'a secret of somebody else').catch((error) => {
    if (error instanceof WebhookError) return error.reason;
    throw error;
  });

  const unknown = await client.getPayment('2025100121424146HC');
  const code = unknown.error instanceof IranDargahError && unknown.error instanceof Error && unknown.error.code;
  const line = [outcome, event, reason, code, printJalaliDay(new Date(0))].join(', ');
  return line + ' (' + all.map((names) => Object.keys(names).length).join(', ') + ')';
}
${endings[ending]}
`;
}

/** A program in which one part imports the client and another requires it, and each catches errors of the other. */
export const bothForms = `
import * as imported from '@irandargah/client';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('@irandargah/client');
const caught = async ({ verifyWebhook }) => verifyWebhook('{}', {}, 'a secret').catch((error) => error);
const two = imported.WebhookError !== required.WebhookError;
const known = [await caught(imported), await caught(required)].map((error) =>
  [imported, required].map(({ WebhookError, CallbackError }) =>
    error instanceof WebhookError && !(error instanceof CallbackError)));
console.log(two, known.flat().join(' '));
`;
