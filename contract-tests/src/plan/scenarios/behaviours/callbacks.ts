// Callbacks: with each outcome, to the shop's own address, and again when the payer comes once more.
import { receiver } from '../../../deliveries/receiver.ts';
import { judgeReturn } from '../../../deliveries/return.ts';
import type { Finding } from '../../../judge/finding.ts';
import type { PayerAct } from '../../../model/observation.ts';
import type { Stage } from '../stage.ts';
import { behaviour } from './behaviour.ts';

/** How payments end on the page, what they were made with, and how the payer is to come back. */
const outcomes: [name: string, act: PayerAct, change: Record<string, unknown>][] = [
  ['paid', 'success', {}],
  ['paid and verified', 'success', { direct_verify: true, action: 'GET' }],
  ['without money', 'insufficient', { action: 'GET' }],
  ['out of time', 'timeout', {}],
  ['cancelled by the payer', 'cancel', {}],
];

/** An address with a query of the shop's own, and with what could pass for a field of the callback. */
const ownQuery = '?shop=7&lang=fa&status_code=100&order_id=another';

const visit = async (
  stage: Stage,
  payment: Awaited<ReturnType<Stage['created']>>,
  act: PayerAct,
  own: string,
) => judgeReturn(stage.session, payment, await stage.control.pay(payment.authority, act), undefined, own);

const returns = outcomes.map(([name, act, change]) =>
  behaviour('createPayment', `brings the payer back, ${name}, also a second time`, async (stage) => {
    const own = `${stage.nowhere}/callback${ownQuery}`;
    const payment = await stage.created(undefined, { ...change, callback_url: own });
    return [...(await visit(stage, payment, act, own)), ...(await visit(stage, payment, act, own))];
  }),
);

/** The callback is the payer's: a shop that cancels gets none (docs/decisions/0071). */
const cancelled = behaviour('cancelPayment', 'causes no callback', async (stage) => {
  const endpoint = await receiver(200);
  try {
    const url = endpoint.address();
    const payment = await stage.created(undefined, { callback_url: url });
    const { authority, by } = payment;
    await stage.prepare(stage.draft('cancelPayment', { authority }), { as: by });
    await stage.control.advance(by, 1);
    const findings = endpoint.received.flatMap(({ method, path, body }): Finding[] => {
      const fields = method === 'GET' ? path.split('?')[1] : body.toString('utf8');
      const form = Object.fromEntries(new URLSearchParams(fields));
      const callback = { method: method as 'GET' | 'POST', url: `${endpoint.origin}${path}`, fields: form };
      return judgeReturn(stage.session, payment, callback);
    });
    // Who opens the page all the same is led back.
    return [...findings, ...(await visit(stage, payment, 'success', url))];
  } finally {
    await endpoint.close();
  }
});

export const callbackBehaviours = [...returns, cancelled];
