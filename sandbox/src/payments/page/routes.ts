// The payer's page: shows the payment, takes the payer's choice, and returns the payer to the shop.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { requestRules } from '../../../../generated/facts.ts';
import { message } from '../../contract/messages.ts';
import type { Services } from '../../core/services.ts';
import { readAssets, serveAssets } from '../../html/assets.ts';
import { takeFormsOnly } from '../../html/form-body.ts';
import { pagesWith } from '../../html/reply.ts';
import type { PaymentRow } from '../../storage/schema.ts';
import { contractOfTerminal } from '../../terminals/dialects.ts';
import { callbackOf } from '../callback.ts';
import { logCallback } from '../callback-log.ts';
import { cardNamed, testCardOf } from '../pay.ts';
import { actOnPage, type PageAction, paymentOfPayer } from '../payer.ts';
import { isDoubled, sendCallback } from '../send-callback.ts';
import { isPayable } from '../states.ts';
import { disturbPage } from './faults.ts';
import { paymentPage, returnPage, unknownPage } from './view.ts';

const { sendPage, redirect } = pagesWith(
  // Forms may go to any web address: the way back to the shop is a form, or a redirect after one, and the shop may
  // send the payer on to yet another host, which browsers hold against the policy of this page. Every address in a
  // form is written by this server.
  ["form-action 'self' https: http:"],
  // The shop's server needs no referrer, and other pages must not learn the authority by one.
  { 'Referrer-Policy': 'no-referrer' },
);

const assets = readAssets(new URL('assets/', import.meta.url));

const authorityForm = new RegExp(requestRules.VerificationRequest.authority.pattern);

interface WithAuthority {
  Params: { authority: string };
}

/** Nothing is handed to a browser whose connection is about to be cut. */
async function logDeparture(
  services: Services,
  { request }: FastifyReply,
  payment: PaymentRow,
  way: 'form' | 'link' | 'redirect',
): Promise<void> {
  if (!request.pageIsCut) await logCallback(services, payment, { way });
}

/** The page with the callback; from here on it is in the hands of the payer's browser. */
async function sendWayBack(
  services: Services,
  reply: FastifyReply,
  over: { payment: PaymentRow },
  leaving: boolean,
): Promise<FastifyReply> {
  const callback = callbackOf(over.payment, await contractOfTerminal(services, over.payment.terminal_id));
  await logDeparture(services, reply, over.payment, callback.method === 'POST' ? 'form' : 'link');
  return sendPage(reply, 200, returnPage(over, callback, leaving));
}

/** Carries out the payer's choice and sends them back, or says on the page what was wrong. */
async function act(services: Services, reply: FastifyReply, authority: string, action: PageAction) {
  const outcome = await actOnPage(services, authority, action);
  if (outcome.kind === 'unknown') return sendPage(reply, 404, unknownPage());
  if (outcome.kind === 'wrong card') {
    const found = await paymentOfPayer(services, authority);
    return found
      ? sendPage(reply, 422, paymentPage(found, message('card_mismatch')))
      : sendPage(reply, 404, unknownPage());
  }
  // The shop hears of it before the payer's browser brings it the same once more.
  if (outcome.kind === 'done' && (await isDoubled(services, outcome.payment))) {
    await sendCallback(services, outcome.payment, { doubled: true });
  }
  const { payment } = outcome;
  const callback = callbackOf(payment, await contractOfTerminal(services, payment.terminal_id));
  if (callback.method === 'GET' && outcome.kind === 'done') {
    await logDeparture(services, reply, payment, 'redirect');
    return redirect(reply, callback.url);
  }
  return sendWayBack(services, reply, outcome, outcome.kind === 'done');
}

export async function payerPage(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  takeFormsOnly(app);
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) services.log.error({ err: error }, "the payer's page failed");
    return sendPage(reply, status >= 500 ? 500 : 400, unknownPage());
  });

  disturbPage(app, services, authorityForm);

  serveAssets(app, '/startpay/assets', assets, (reply) => sendPage(reply, 404, unknownPage()));

  app.get<WithAuthority>('/startpay/:authority', async ({ params: { authority } }, reply) => {
    const found = authorityForm.test(authority) ? await paymentOfPayer(services, authority) : undefined;
    if (!found) return sendPage(reply, 404, unknownPage());
    if (isPayable(found.payment.state)) return sendPage(reply, 200, paymentPage(found));
    return sendWayBack(services, reply, found, false);
  });

  app.post<WithAuthority>('/startpay/:authority/pay', async ({ params: { authority }, body }, reply) => {
    const form = body instanceof URLSearchParams ? body : new URLSearchParams();
    const chosen = form.get('card') ?? '';
    const card = cardNamed(chosen) ?? testCardOf(chosen.replaceAll(' ', ''));
    const found = authorityForm.test(authority) ? await paymentOfPayer(services, authority) : undefined;
    if (!found) return sendPage(reply, 404, unknownPage());
    if (!card) return sendPage(reply, 422, paymentPage(found, 'یکی از کارت‌های تستی را برگزینید.'));
    return act(services, reply, authority, card);
  });

  app.post<WithAuthority>('/startpay/:authority/cancel', async ({ params: { authority } }, reply) =>
    authorityForm.test(authority)
      ? act(services, reply, authority, 'cancel')
      : sendPage(reply, 404, unknownPage()),
  );
}
