// Which events are due at a terminal: those of what was seen to happen, and those that come with time alone.
import { paymentLifecycle, sandbox } from '../contract/facts.ts';
import { assumed } from '../judge/word.ts';
import type { DueEvent, Journey, Known, Payment } from './known.ts';

const { states, lifetime_seconds: lifetimes } = paymentLifecycle;

/** The words of a state's public status. */
export const statusOf = (state: keyof typeof states): string => states[state].status;

/** Whether the payer has paid, and the shop has not verified. */
export const isPaid = ({ state }: Journey): boolean =>
  state === 'AWAITING_VERIFICATION' || state === 'VERIFICATION_FAILED';

export const isOver = ({ state }: Journey): boolean => states[state].next.length === 0;

/** When the time of a payment is over. */
export function endOf({ created }: Payment, environment: Known['environment']) {
  const lifetime = lifetimes[environment];
  return { from: created.from + lifetime, to: created.to + lifetime };
}

/** What comes of a payment's time being over; nothing when it has come to an end before. */
function ofExpiry(payment: Payment, { journeys, terminals, environment }: Known): DueEvent[] {
  const journey = journeys.get(payment.authority);
  if (!journey || isOver(journey)) return [];
  const { authority, terminal } = payment;
  const paid = isPaid(journey);
  return [
    {
      event: paid ? 'payment.reversed' : 'payment.failed',
      terminal,
      authority,
      at: endOf(payment, environment),
      isCertain: terminals.get(terminal)?.isAlone === true && !journey.isUncertain,
      data: paid ? {} : { status: statusOf('TIMEOUT') },
      grounds: { status: assumed(67) },
      basis: paid ? assumed(55, 68) : assumed(67),
    },
  ];
}

/** A refund is paid out some time after it was registered; how long is the sandbox's own. */
function ofPayout({ at, data, ...refund }: DueEvent, { terminals, environment }: Known): DueEvent {
  const { amount, authority, refund_code } = data;
  const after = environment === 'sandbox' ? sandbox.refund_payout_seconds : 0;
  return {
    ...refund,
    event: 'refund.completed',
    at: { from: at.from + after, to: at.to + after },
    isCertain:
      environment === 'sandbox' && refund.isCertain && terminals.get(refund.terminal)?.isAlone === true,
    data: { amount, authority, refund_code },
  };
}

/** Every event that is due at a terminal, now or later. */
export function dueAt(terminal: string, known: Known): DueEvent[] {
  const seen = known.due.filter((one) => one.terminal === terminal);
  return [
    ...seen,
    ...seen.filter(({ event }) => event === 'refund.created').map((one) => ofPayout(one, known)),
    ...[...known.payments.values()]
      .filter((payment) => payment.terminal === terminal)
      .flatMap((payment) => ofExpiry(payment, known)),
  ];
}
