// A card robot to read and to copy: takes the orders of the contract tests, and drives the page of a payment by its forms.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the contract tests send. */
interface Order {
  authority: string;
  gateway_url: string;
  act: 'success' | 'failed' | 'insufficient' | 'timeout' | 'cancel';
  /** The test card to pay with, unless the payment is to be cancelled. */
  card?: { card_number: string; cvv2: string; expiry: string };
}

interface Form {
  action: string;
  fields: Record<string, string>;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

/** The forms of a page, with their hidden fields. */
function formsOf(page: string, address: string): Form[] {
  return [...page.matchAll(/<form[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action = '', inside = '']) => ({
      action: new URL(unescaped(action), address).href,
      fields: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
          ([, name = '', value = '']) => [unescaped(name), unescaped(value)],
        ),
      ),
    }),
  );
}

const send = ({ action, fields }: Form) =>
  fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'follow' });

/** Opens the page, acts on it, and brings the callback to the shop, as a browser would. */
async function carryOut({ gateway_url, act, card }: Order): Promise<void> {
  const opened = await fetch(gateway_url);
  if (!opened.ok) throw new Error(`the page answered HTTP ${opened.status}`);
  const wanted = act === 'cancel' ? '/cancel' : '/pay';
  const form = formsOf(await opened.text(), gateway_url).find(({ action }) => action.endsWith(wanted));
  if (!form) throw new Error('the page has no such form: perhaps the payment is over');
  const answer = await send({ ...form, fields: { ...form.fields, ...(card && { card: card.card_number }) } });
  if (!answer.ok) throw new Error(`the page answered HTTP ${answer.status}`);
  // A payment with GET has redirected to the shop already; one with POST comes back by a form that sends itself.
  const [back] = formsOf(await answer.text(), answer.url).filter(({ fields }) => 'status_code' in fields);
  if (back) await send(back);
}

/** Starts the robot on this machine. @param port 0 takes any free one */
export async function startCardRobot(port = 0): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      await carryOut(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Order);
      answer(200, { done: true });
    } catch (error) {
      answer(502, { error: (error as Error).message });
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

if (import.meta.main) {
  const { url } = await startCardRobot(Number(process.argv[2] ?? 4030));
  console.log(`The card robot takes its orders at ${url}: --payer ${url}`);
}
