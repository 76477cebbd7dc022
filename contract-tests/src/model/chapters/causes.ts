// What causes events: how far each payment has come, and what the gateway has to tell of it.
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import type { WebhookEvent } from '../../contract/facts.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { PaymentState } from '../../plan/spoken.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { endOf, isOver, statusOf } from '../due.ts';
import type { DueEvent, Journey, Known } from '../known.ts';
import type { Happening, PayerAct, Period, SentCall } from '../observation.ts';
import { amountToSettle, settle } from '../settlements.ts';

type Caused = Pick<DueEvent, 'event' | 'terminal' | 'at'> & Partial<DueEvent>;

const cause = ({ due }: Known, caused: Caused): void => {
  due.push({ isCertain: true, data: {}, grounds: {}, basis: stated, ...caused });
};

/** Events that may come, since nobody knows what a call has done. */
const mayCause = (known: Known, events: readonly WebhookEvent[], call: Omit<Caused, 'event'>): void => {
  for (const event of events) cause(known, { ...call, event, isCertain: false });
};

const outcomes: Partial<Record<Seen['operation']['id'], readonly WebhookEvent[]>> = {
  createPayment: ['payment.created'],
  cancelPayment: ['payment.cancelled'],
  createVerification: ['payment.completed', 'verification.completed', 'verification.failed'],
  retryVerification: ['payment.completed', 'verification.completed', 'verification.failed'],
  createRefund: ['refund.created', 'refund.completed'],
};

function move({ journeys }: Known, authority: string, state: PaymentState, act?: PayerAct): void {
  const before = journeys.get(authority);
  journeys.set(authority, {
    isUncertain: before?.isUncertain ?? false,
    isVisited: before?.isVisited ?? false,
    ...(before?.act !== undefined && { act: before.act }),
    ...(act !== undefined && { act }),
    state,
  });
}

/** A verification makes two events of one fact (docs/decisions/0056). */
function complete(known: Known, of: Omit<Caused, 'event'>): void {
  for (const event of ['payment.completed', 'verification.completed'] as const) {
    cause(known, { ...of, event });
  }
}

const journeyOf = ({ journeys }: Known, authority: string | undefined): Journey | undefined =>
  authority === undefined ? undefined : journeys.get(authority);

function learnCreation({ body, period, terminal }: Seen, known: Known): void {
  const authority = nodeAt(body, '/data/transaction/authority');
  if (typeof authority !== 'string' || known.journeys.has(authority)) return;
  known.journeys.set(authority, { state: 'AWAITING_PAYMENT', isUncertain: false, isVisited: false });
  const data = { status: statusOf('AWAITING_PAYMENT') };
  const grounds = { status: assumed(4) };
  cause(known, {
    event: 'payment.created',
    terminal: terminal?.id ?? '',
    authority,
    at: period,
    data,
    grounds,
  });
}

function learnVerification({ authority, body, period }: Seen, known: Known): void {
  const journey = journeyOf(known, authority);
  const payment = known.payments.get(authority ?? '');
  // A second success is one that is stored, or a fault of its own.
  if (!payment || !journey || journey.state === 'COMPLETED') return;
  move(known, payment.authority, 'COMPLETED');
  const verification = nodeAt(body, '/data/verification');
  complete(known, {
    terminal: payment.terminal,
    authority: payment.authority,
    at: period,
    data: {
      ref_code: nodeAt(verification, '/ref_id'),
      verified_at: nodeAt(verification, '/verified_at'),
    },
    grounds: { ref_code: assumed(29) },
  });
}

function learnCancellation({ authority, period }: Seen, known: Known): void {
  const journey = journeyOf(known, authority);
  const payment = known.payments.get(authority ?? '');
  if (!payment || !journey || isOver(journey)) return;
  move(known, payment.authority, 'CANCELLED');
  const data = { status: statusOf('CANCELLED') };
  const { terminal } = payment;
  cause(known, { event: 'payment.cancelled', terminal, authority: payment.authority, at: period, data });
}

function learnRefund({ body, authority, period }: Seen, known: Known): void {
  const refund = nodeAt(body, '/data/refund');
  const code = nodeAt(refund, '/refund_code');
  const payment = known.payments.get(authority ?? '');
  if (!payment || typeof code !== 'string') return;
  if (known.due.some((one) => one.event === 'refund.created' && one.code === code)) return;
  cause(known, {
    event: 'refund.created',
    terminal: payment.terminal,
    authority: payment.authority,
    code,
    at: period,
    data: refund as Record<string, unknown>,
    basis: assumed(12),
    grounds: { reason: assumed(12), status: assumed(33), created_at: assumed(33) },
  });
}

/** Nobody knows what the call has done: whatever it could have caused may come. */
function learnNothing(call: SentCall, known: Known, terminal: string, at: Period): void {
  const events = outcomes[call.operation.id];
  if (!events) return;
  const { authority } = call;
  mayCause(known, events, { terminal, at, ...(authority !== undefined && { authority }) });
  const journey = journeyOf(known, authority);
  if (journey && authority !== undefined) known.journeys.set(authority, { ...journey, isUncertain: true });
}

const learners: Partial<Record<Seen['operation']['id'], (seen: Seen, known: Known) => void>> = {
  createPayment: learnCreation,
  createVerification: learnVerification,
  retryVerification: learnVerification,
  cancelPayment: learnCancellation,
  createRefund: learnRefund,
};

function see(known: Known, terminal: string, at: number): void {
  known.clocks.set(terminal, Math.max(known.clocks.get(terminal) ?? 0, at));
}

/** What becomes of a payment that the payer does not pay. */
const failures: Record<
  Exclude<PayerAct, 'success'>,
  Pick<DueEvent, 'event'> & { state: PaymentState; basis?: Basis }
> = {
  failed: { state: 'FAILED', event: 'payment.failed' },
  insufficient: { state: 'FAILED', event: 'payment.failed', basis: assumed(7) },
  cancel: { state: 'CANCELLED', event: 'payment.cancelled' },
  timeout: { state: 'TIMEOUT', event: 'payment.failed', basis: assumed(67) },
};

/** What comes of what the payer has done on the page. */
function hearPayer({ authority, act, at: told }: Extract<Happening, { kind: 'payer' }>, known: Known): void {
  const payment = known.payments.get(authority);
  const journey = journeyOf(known, authority);
  if (!payment || !journey) return;
  journey.isVisited = true;
  if (journey.state !== 'AWAITING_PAYMENT') return;
  const { terminal } = payment;
  // Who watches the payer need not know how far the clock of the terminal has gone.
  const moment = Math.max(told, known.clocks.get(terminal) ?? told);
  const end = endOf(payment, known.environment);
  if (moment >= end.to) return;
  if (moment >= end.from) journey.isUncertain = true;
  const of = { terminal, authority, at: { from: moment, to: moment } };
  if (act === 'success' && payment.request?.direct_verify !== true) {
    move(known, authority, 'AWAITING_VERIFICATION', act);
  } else if (act === 'success') {
    move(known, authority, 'COMPLETED', act);
    complete(known, of);
  } else {
    const { state, event, basis = stated } = failures[act];
    move(known, authority, state, act);
    const data = { status: statusOf(state) };
    cause(known, { ...of, event, data, basis, grounds: { status: basis } });
  }
}

/** A settlement is told twice: that it was made, and what has come of it. */
function hearSettlement(happening: Extract<Happening, { kind: 'settlement' }>, known: Known): void {
  const { terminal, outcome, at } = happening;
  const data = { amount: amountToSettle(terminal, known) };
  for (const event of ['settlement.created', `settlement.${outcome}`] as const) {
    cause(known, { event, terminal, at: { from: at, to: at }, data, basis: assumed(77) });
  }
  if (outcome === 'completed') settle(terminal, known);
}

export const causes: Chapter = {
  learn: (seen, known) => {
    const { operation, isSuccess, status, period, terminal, authority } = seen;
    if (terminal) see(known, terminal.id, period.to);
    if (isSuccess) learners[operation.id]?.(seen, known);
    // An error of the server says nothing of what it had done by then.
    const owner = known.payments.get(authority ?? '')?.terminal ?? terminal?.id ?? '';
    if (!isSuccess && status >= 500) learnNothing(seen, known, owner, period);
  },
  lose: (call, known) => {
    const terminal = known.tokens.get(call.token ?? '')?.terminal ?? '';
    const from = known.clocks.get(terminal) ?? 0;
    learnNothing(call, known, terminal, { from, to: Number.POSITIVE_INFINITY });
  },
  hear: (happening, known) => {
    if (happening.kind === 'payer') hearPayer(happening, known);
    if (happening.kind === 'clock moved') see(known, happening.terminal, happening.to);
    if (happening.kind === 'settlement') hearSettlement(happening, known);
  },
};
