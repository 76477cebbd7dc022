// The shop's till: takes the callbacks that payers bring, each at an address of its own payment.
import type { IncomingMessage } from 'node:http';
import type { Hosting } from '../deliveries/hosting.ts';
import type { Callback } from './callback.ts';

export interface Till {
  /** The callback address of an order. */
  urlFor: (orderId: string) => string;
  /** Takes the callback of an order, once it has come. */
  arrived: (orderId: string) => Callback | undefined;
  close: () => Promise<void>;
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Callback received</title>
<p>The contract tests have received the callback. You may close this page.</p>
<p lang="fa" dir="rtl">آزمون قرارداد API پیام callback را دریافت کرد. می‌توانید این صفحه را ببندید.</p></html>
`;

async function fieldsOf(request: IncomingMessage, query: URLSearchParams): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return Object.fromEntries(request.method === 'POST' ? form : query);
}

/** @param hosting where the payer's browser reaches the till */
export async function openTill(hosting: Hosting): Promise<Till> {
  const callbacks = new Map<string, Callback>();
  const { url, close } = await hosting(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://till');
    const fields = await fieldsOf(request, searchParams);
    const order = pathname.split('/').at(-1) ?? '';
    // A browser that asks for the icon of the page brings no callback.
    if (pathname.startsWith('/callback/') && !callbacks.has(order)) {
      const method = request.method ?? '';
      callbacks.set(order, { method, url: `${url}${request.url}`, fields });
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  });
  return {
    urlFor: (orderId) => `${url}/callback/${orderId}`,
    arrived: (orderId) => {
      const callback = callbacks.get(orderId);
      callbacks.delete(orderId);
      return callback;
    },
    close,
  };
}
