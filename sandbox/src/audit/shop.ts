// The merchant's shop as the audit drives it: starts orders, returns payers, and asks what became of an order.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, openBrowser, type Page } from './browser.ts';
import type { Gateway, ShopRequest, TrueCallback } from './gateway.ts';
import { AuditImpossible } from './impossible.ts';
import { likeness, look } from './likeness.ts';

/** An order that the shop has begun, by the payment that it created at the gateway. */
export interface Order {
  authority: string;
  orderId: string;
  /** In rials, as the shop gave it to the gateway. */
  amount: number;
  callbackUrl: string;
  method: 'GET' | 'POST';
  directVerify: boolean;
  browser: Browser;
}

/** What the shop says about an order at its status address. */
interface OrderStatus {
  paid: boolean;
  /** How often the shop has handed out what was bought, if it tells. */
  deliveries: number | undefined;
}

export interface ShopOptions {
  /** Where a POST begins an order, with {n} for the number of the order; undefined when a person does it. */
  checkoutUrl: string | undefined;
  /** Sent to it: JSON when it begins with a brace, else a form. */
  checkoutBody: string;
  /** Where the shop takes callbacks: its host is used, whatever host the shop names to the gateway. */
  callbackUrl: string;
  /** An address with {order_id} or {authority} in it. */
  orderStatusUrl: string | undefined;
  /** How long to wait for the first order, in milliseconds. */
  patience: number;
  /** The longest that the shop may take to verify after it has answered the payer, in milliseconds. */
  slowest: number;
  /** Asks a person to begin an order. */
  askForOrder: () => void;
  /** The shop's process has ended: what it said last. */
  ended?: () => string | undefined;
}

/** A callback's fields; a list sends one field several times. */
export type Fields = Record<string, string | string[]>;

export interface Shop {
  order: () => Promise<Order>;
  /** Returns the payer to the shop with these fields. @param at the order whose callback address is used. */
  return: (at: Order, fields: Fields) => Promise<Page>;
  /** Undefined when the audit was not told where to ask. */
  status: (order: Order) => Promise<OrderStatus | undefined>;
  /** Whether the order counts as paid: by its status, else by the look of the page that the payer got. */
  outcome: (order: Order, page: Page) => Promise<'paid' | 'unpaid' | undefined>;
  /** As outcome, but waits for a shop that verifies in the background. */
  becomesPaid: (order: Order, page: Page) => Promise<boolean>;
  /** Learns the shop's look from two payments whose ends are known. */
  learn: (paid: { order: Order; page: Page }, declined: { order: Order; page: Page }) => void;
  looksLike: (order: Order, page: Page) => 'paid' | 'unpaid' | undefined;
  /** Waits for a shop that takes a webhook first and works on it afterwards. */
  rest: () => Promise<void>;
}

/** How long such work may take, in milliseconds, unless the shop is given less for everything. */
const restingTime = 500;

function orderOf({ request, answer }: ShopRequest, browser: Browser): Order {
  const fields = request ?? {};
  return {
    authority: answer.data.transaction.authority,
    orderId: String(fields.order_id),
    amount: Number(fields.amount),
    callbackUrl: String(fields.callback_url),
    method: fields.action === 'GET' ? 'GET' : 'POST',
    directVerify: fields.direct_verify === true,
    browser,
  };
}

/** Reads `{"status": "paid"}` or `{"paid": true}`, and, if it is there, `{"deliveries": 1}`. */
function readStatus(text: string): OrderStatus | undefined {
  try {
    const { status, paid, deliveries } = JSON.parse(text) as Record<string, unknown>;
    if (typeof status !== 'string' && typeof paid !== 'boolean') return undefined;
    return {
      paid: typeof paid === 'boolean' ? paid : String(status).toLowerCase() === 'paid',
      deliveries: typeof deliveries === 'number' ? deliveries : undefined,
    };
  } catch {
    return undefined;
  }
}

export function shopOf(gateway: Gateway, options: ShopOptions): Shop {
  const { checkoutUrl, checkoutBody, callbackUrl, orderStatusUrl } = options;
  const learned = likeness();
  let begun = 0;
  /** How long after its answer this shop goes on working, as far as it has been seen. */
  let settling = 0;

  const created = async (after: number) =>
    (await gateway.requests(after)).filter(({ operation }) => operation === 'createPayment');

  const refused = (request: ShopRequest) =>
    new AuditImpossible('payment_refused', {
      status: request.status,
      answer: JSON.stringify(request.answer?.error ?? request.answer),
    });

  const whoIs = (order: Order) => [order.authority, order.orderId, encodeURIComponent(order.orderId)];

  /** One try. @returns undefined when no payment was created, with what the shop answered. */
  const begin = async (browser: Browser): Promise<{ order?: Order; page?: Page }> => {
    const before = await gateway.now();
    const page = checkoutUrl
      ? await browser.send({
          method: 'POST',
          url: checkoutUrl.replaceAll('{n}', String(begun + 1)),
          body: checkoutBody.startsWith('{') ? { json: checkoutBody } : new URLSearchParams(checkoutBody),
        })
      : undefined;
    const found = (await created(before)).at(-1);
    // Any 2xx is a payment: a dialect of the sandbox may have another than the contract's.
    if (found && found.status >= 300) throw refused(found);
    return found ? { order: orderOf(found, browser), page } : { page };
  };

  const order: Shop['order'] = async () => {
    const browser = openBrowser();
    const until = Date.now() + (begun > 0 && checkoutUrl ? options.slowest : options.patience);
    const before = await gateway.now();
    if (!checkoutUrl) options.askForOrder();
    for (;;) {
      const said = options.ended?.();
      if (said !== undefined) throw new AuditImpossible('shop_ended', { output: said });
      let page: Page | undefined;
      if (checkoutUrl) {
        const tried = await begin(browser);
        page = tried.page;
        if (tried.order) {
          begun += 1;
          return tried.order;
        }
      } else {
        const [found] = await created(before);
        // Any 2xx is a payment: a dialect of the sandbox may have another than the contract's.
        if (found && found.status >= 300) throw refused(found);
        if (found) return orderOf(found, browser);
      }
      if (Date.now() >= until) {
        if (!checkoutUrl) throw new AuditImpossible('nobody_ordered');
        if (!page || page.status === 0)
          throw new AuditImpossible('checkout_unreachable', { url: checkoutUrl });
        throw new AuditImpossible(page.leadsTo ? 'checkout_leads_elsewhere' : 'checkout_creates_nothing', {
          url: checkoutUrl,
          status: page.status,
          target: page.leadsTo ?? '',
        });
      }
      await sleep(checkoutUrl && page && page.status > 0 ? 1000 : 250);
    }
  };

  const status: Shop['status'] = async (of) => {
    if (!orderStatusUrl) return undefined;
    const url = orderStatusUrl
      .replaceAll('{order_id}', encodeURIComponent(of.orderId))
      .replaceAll('{authority}', of.authority);
    const page = await openBrowser().send({ method: 'GET', url });
    const read = page.status === 200 ? readStatus(page.text) : undefined;
    if (!read) throw new AuditImpossible('status_unreadable', { url, status: page.status });
    return read;
  };

  const looksLike: Shop['looksLike'] = (of, page) =>
    page.status >= 400 || page.status === 0 ? 'unpaid' : learned.of(look(page, whoIs(of)));

  const outcome: Shop['outcome'] = async (of, page) => {
    if (settling > 0) await sleep(settling);
    const told = await status(of);
    return told ? (told.paid ? 'paid' : 'unpaid') : looksLike(of, page);
  };

  return {
    order,
    status,
    outcome,
    looksLike,
    rest: () => sleep(Math.max(settling, Math.min(restingTime, options.slowest))),
    return: (at, fields) => {
      const target = new URL(at.callbackUrl);
      const { protocol, host, pathname } = new URL(callbackUrl);
      if (!target.pathname.startsWith(pathname)) {
        throw new AuditImpossible('callback_differs', { told: callbackUrl, sent: at.callbackUrl });
      }
      Object.assign(target, { protocol, host });
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const one of [value].flat()) form.append(name, one);
      }
      const from = gateway.url;
      if (at.method === 'POST')
        return at.browser.send({ method: 'POST', url: target.href, body: form, from });
      for (const [name, value] of form) target.searchParams.append(name, value);
      return at.browser.send({ method: 'GET', url: target.href, from });
    },
    becomesPaid: async (of, page) => {
      const answered = Date.now();
      for (let looks = 0; ; looks += 1) {
        const told = await status(of);
        const verified = (await gateway.requests()).some(
          ({ operation, status: code, request }) =>
            operation === 'createVerification' && code === 200 && request?.authority === of.authority,
        );
        const paid = told ? told.paid : verified || (of.directVerify && page.status < 400);
        const took = Date.now() - answered;
        // Seen at the first look, it was there when the payer got the answer.
        if (paid && looks > 0) settling = Math.max(settling, Math.min(2 * took, options.slowest));
        if (paid) return true;
        if (took > options.slowest || page.status >= 400 || page.status === 0) return false;
        await sleep(100);
      }
    },
    learn: (paid, declined) =>
      learned.learn(look(paid.page, whoIs(paid.order)), look(declined.page, whoIs(declined.order))),
  };
}

/** The callback that the gateway would send after a payment that was never made: all its fields, all known. */
export function inventedCallback(order: Order, code: string, message: string): TrueCallback['fields'] {
  return {
    authority: order.authority,
    status_code: code,
    message,
    amount: String(order.amount),
    order_id: order.orderId,
    ref_id: '123456789012',
    card_pan: '603799******6789',
  };
}
