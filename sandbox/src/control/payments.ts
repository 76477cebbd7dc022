// Control API: the payer without a browser.
import { callbackOf } from '../payments/callback.ts';
import { actOnPage, type PageAction } from '../payments/payer.ts';
import { bringCallback } from '../payments/send-callback.ts';
import { contractOfTerminal } from '../terminals/dialects.ts';
import { Mistake } from './mistake.ts';
import type { ControlHandler } from './workshop.ts';

export const payPayment: ControlHandler<'payPayment'> = async ({ path, body }, { services }) => {
  const { authority = '' } = path;
  const outcome = await actOnPage(services, authority, body.card as PageAction);
  if (outcome.kind === 'unknown') throw new Mistake(`There is no payment ${authority}.`, 404);
  if (outcome.kind === 'wrong card') throw new Mistake('The payment is restricted to another card.', 409);
  const { payment } = outcome;
  const contract = await contractOfTerminal(services, payment.terminal_id);
  const { method, url, fields } = callbackOf(payment, contract);
  return {
    paid_now: outcome.kind === 'done',
    state: payment.state,
    callback: { method, url, fields },
    ...(body.send_callback ? { callback_answers: await bringCallback(services, payment) } : {}),
  };
};
