// Starts one of the shops as a process of its own, as `audit … -- COMMAND` does: node main.ts NAME PORT.
import { careful } from './careful.ts';
import { startShop } from './shop.ts';
import { trustsMinus21 } from './trusts-minus-21.ts';

const shops = { careful, 'trusts-minus-21': trustsMinus21 };
const [name, port] = process.argv.slice(2);
const { IRANDARGAH_URL: baseUrl, IRANDARGAH_TOKEN: token, WEBHOOK_SECRET: secret } = process.env;
if (!baseUrl || !token) throw new Error('The settings of the audit are missing.');
await startShop(shops[name as keyof typeof shops], {
  baseUrl,
  token,
  webhookSecret: secret ?? '',
  port: Number(port),
});
